package seq2seq.plot.diagram;

/** A rectangle on a sketch, in units: what a shape covers, and where arrows meet it. */
public record Box(double x, double y, double width, double height) {

  /** The box of this size around the place (x, y). */
  public static Box around(double x, double y, double width, double height) {
    return new Box(x - width / 2, y - height / 2, width, height);
  }

  /** The middle. */
  public Point middle() {
    return at(0.5, 0.5);
  }

  /** The middle of the upper edge. */
  public Point top() {
    return at(0.5, 0);
  }

  /** The middle of the lower edge. */
  public Point bottom() {
    return at(0.5, 1);
  }

  /** The middle of the left edge. */
  public Point left() {
    return at(0, 0.5);
  }

  /** The middle of the right edge. */
  public Point right() {
    return at(1, 0.5);
  }

  /** The place at these shares of width and height: (0, 0) is the upper left corner. */
  public Point at(double across, double down) {
    return new Point(x + across * width, y + down * height);
  }

  /** The x of the right edge. */
  public double endX() {
    return x + width;
  }

  /** The y of the lower edge. */
  public double endY() {
    return y + height;
  }

  /** This box with so much added on every side. */
  public Box grown(double by) {
    return new Box(x - by, y - by, width + 2 * by, height + 2 * by);
  }

  /** The smallest box around both. */
  public Box and(Box b) {
    double left = Math.min(x, b.x);
    double top = Math.min(y, b.y);
    return new Box(left, top, Math.max(endX(), b.endX()) - left, Math.max(endY(), b.endY()) - top);
  }

  /** Whether {@code b} lies within this box. */
  public boolean contains(Box b) {
    return x <= b.x && y <= b.y && endX() >= b.endX() && endY() >= b.endY();
  }
}
