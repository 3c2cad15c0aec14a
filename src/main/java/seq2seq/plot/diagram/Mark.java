package seq2seq.plot.diagram;

import java.util.List;

/** One thing on a drawing. Both renderers draw the same list. */
sealed interface Mark {
  /** Whether it is drawn pale, so that the rest stands out. */
  boolean dim();

  /** What it covers. */
  Box bounds();

  /** This mark elsewhere. */
  Mark moved(double dx, double dy);

  /** How lines are drawn: null for no line. */
  record Line(Paint paint, double width, boolean dashed) {}

  /** A rectangle with round corners, or an ellipse; the fill may be null. */
  record Area(Box box, double radius, boolean ellipse, Paint fill, Line line, boolean dim)
      implements Mark {
    @Override
    public Box bounds() {
      return line == null ? box : box.grown(line.width / 2);
    }

    @Override
    public Mark moved(double dx, double dy) {
      Box there = new Box(box.x() + dx, box.y() + dy, box.width(), box.height());
      return new Area(there, radius, ellipse, fill, line, dim);
    }
  }

  /** Straight lines from point to point, or one Bézier curve of four points; filled if closed. */
  record Path(List<Point> points, boolean curved, Paint fill, Line line, boolean dim)
      implements Mark {
    @Override
    public Box bounds() {
      Box box = new Box(points.get(0).x(), points.get(0).y(), 0, 0);
      for (Point p : curved ? flattened() : points) {
        box = box.and(new Box(p.x(), p.y(), 0, 0));
      }
      return line == null ? box : box.grown(line.width / 2);
    }

    private List<Point> flattened() {
      return java.util.stream.IntStream.rangeClosed(0, 24).mapToObj(i -> at(i / 24.0)).toList();
    }

    /** The place on the curve at {@code t}, from 0 to 1. */
    Point at(double t) {
      double u = 1 - t;
      double[] w = {u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t};
      double x = 0;
      double y = 0;
      for (int i = 0; i < 4; i++) {
        x += w[i] * points.get(i).x();
        y += w[i] * points.get(i).y();
      }
      return new Point(x, y);
    }

    @Override
    public Mark moved(double dx, double dy) {
      return new Path(points.stream().map(p -> p.plus(dx, dy)).toList(), curved, fill, line, dim);
    }
  }

  /** A text whose baseline starts at {@code at}, or is centred on it, or ends there. */
  record Text(
      Label label, Point at, Anchor anchor, double size, boolean bold, Paint ink, boolean dim)
      implements Mark {
    double left() {
      double width = label.width(size, bold);
      return at.x() - (anchor == Anchor.START ? 0 : anchor == Anchor.MIDDLE ? width / 2 : width);
    }

    @Override
    public Box bounds() {
      return new Box(left(), at.y() - 0.78 * size, label.width(size, bold), size);
    }

    @Override
    public Mark moved(double dx, double dy) {
      return new Text(label, at.plus(dx, dy), anchor, size, bold, ink, dim);
    }
  }
}
