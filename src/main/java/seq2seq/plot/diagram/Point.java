package seq2seq.plot.diagram;

/** A place on a sketch, in units: x to the right, y downwards. One unit is a CSS pixel. */
public record Point(double x, double y) {

  /** This place, moved. */
  public Point plus(double dx, double dy) {
    return new Point(x + dx, y + dy);
  }
}
