package seq2seq.plot;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** The shapes that points of a line are marked with, so that a grey print can be read. */
enum Marker {
  CIRCLE,
  SQUARE,
  TRIANGLE_UP(-1, 1, 1, 1, 0, -1),
  DIAMOND(-1.2, 0, 0, -1.2, 1.2, 0, 0, 1.2),
  TRIANGLE_DOWN(-1, -1, 1, -1, 0, 1),
  CROSS,
  PLUS,
  /** Wider than the others and not filled, so that the point it marks stays visible. */
  RING;

  private static final BasicStroke LINE = new BasicStroke(2.4f);

  private final double[] corners;

  Marker(double... corners) {
    this.corners = corners;
  }

  /** Paints the marker, {@code size} wide, around a point in the current colour. */
  void paint(Graphics2D g, double x, double y, double size) {
    double r = size / 2;
    switch (this) {
      case CIRCLE -> g.fill(new Ellipse2D.Double(x - r, y - r, size, size));
      case SQUARE -> g.fill(new Rectangle2D.Double(x - r, y - r, size, size));
      case RING -> outline(g, new Ellipse2D.Double(x - size, y - size, 2 * size, 2 * size));
      case CROSS -> outline(g, lines(x, y, r, r));
      case PLUS -> outline(g, plus(x, y, r));
      default -> g.fill(polygon(x, y, r));
    }
  }

  private static void outline(Graphics2D g, Shape shape) {
    g.setStroke(LINE);
    g.draw(shape);
  }

  private static Shape lines(double x, double y, double dx, double dy) {
    Path2D.Double path = new Path2D.Double();
    path.moveTo(x - dx, y - dy);
    path.lineTo(x + dx, y + dy);
    path.moveTo(x - dx, y + dy);
    path.lineTo(x + dx, y - dy);
    return path;
  }

  private static Shape plus(double x, double y, double r) {
    Path2D.Double path = new Path2D.Double();
    path.moveTo(x - r, y);
    path.lineTo(x + r, y);
    path.moveTo(x, y - r);
    path.lineTo(x, y + r);
    return path;
  }

  private Shape polygon(double x, double y, double r) {
    Path2D.Double path = new Path2D.Double();
    path.moveTo(x + r * corners[0], y + r * corners[1]);
    for (int i = 2; i < corners.length; i += 2) {
      path.lineTo(x + r * corners[i], y + r * corners[i + 1]);
    }
    path.closePath();
    return path;
  }
}
