package seq2seq.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import seq2seq.engine.Numbers;

/**
 * Draws lines in one frame: grid, ticks, lines, reference lines, names at the ends of the lines.
 */
final class LineDrawing {
  private static final int MOST_MARKERS = 40;
  private static final BasicStroke FINE = new BasicStroke(1);

  private final Graphics2D g;
  private final Rectangle frame;
  private final Axis x;
  private final Axis y;

  /** A horizontal line that the others are to be seen against. */
  record Reference(double y, String label) {
    private static final BasicStroke LINE =
        new BasicStroke(
            1.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {7, 5}, 0);

    Legend.Entry entry() {
      return new Legend.Entry(Check.label(label), Theme.HIGHLIGHT, LINE, null);
    }
  }

  LineDrawing(Graphics2D g, Rectangle frame, Axis x, Axis y) {
    this.g = g;
    this.frame = frame;
    this.x = x;
    this.y = y;
  }

  static boolean isMarked(Series s) {
    return s.x().length <= MOST_MARKERS || s.hasGaps();
  }

  double xOf(double value) {
    return frame.x + x.share(value) * frame.width;
  }

  double yOf(double value) {
    return frame.y + (1 - y.share(value)) * frame.height;
  }

  /** The y of the frame's lower edge. */
  double bottom() {
    return frame.getMaxY();
  }

  private int xTicks() {
    return Math.max(2, frame.width / 76);
  }

  private int yTicks() {
    return Math.max(2, frame.height / 44);
  }

  /** How much room the labels of the y axis take at its left. */
  static int widest(Graphics2D g, Axis y, int height) {
    int count = Math.max(2, height / 44);
    FontMetrics m = g.getFontMetrics(Theme.TEXT);
    return Text.widest(m, y.ticks(count).stream().map(t -> y.label(t, count)).toList());
  }

  /** Pale lines at the ticks, and their labels where asked for. */
  void grid(boolean labelX, boolean labelY, boolean wholeX) {
    g.setFont(Theme.TEXT);
    g.setStroke(FINE);
    for (double tick : y.ticks(yTicks())) {
      g.setColor(Theme.GRID);
      g.draw(new Line2D.Double(frame.x, yOf(tick), frame.getMaxX(), yOf(tick)));
      g.setColor(Theme.INK);
      Text.endingAt(g, labelY ? y.label(tick, yTicks()) : "", frame.x - 8, yOf(tick));
    }
    for (double tick : x.ticks(xTicks())) {
      if (!wholeX || tick == StrictMath.rint(tick)) {
        g.setColor(Theme.GRID);
        g.draw(new Line2D.Double(xOf(tick), frame.y, xOf(tick), frame.getMaxY()));
        g.setColor(Theme.INK);
        Text.centred(g, labelX ? xLabel(tick, wholeX) : "", xOf(tick), frame.getMaxY() + 16);
      }
    }
    g.setColor(Theme.QUIET);
    g.draw(new Line2D.Double(frame.x, frame.getMaxY(), frame.getMaxX(), frame.getMaxY()));
  }

  private String xLabel(double tick, boolean whole) {
    return whole ? Numbers.fixed(tick, 0) : x.label(tick, xTicks());
  }

  void line(Series s, int index) {
    Shape clip = g.getClip();
    g.clip(new Rectangle(frame.x - 4, frame.y - 4, frame.width + 8, frame.height + 8));
    Path2D.Double path = new Path2D.Double();
    boolean gap = true;
    for (int i = 0; i < s.x().length; i++) {
      if (!Double.isNaN(s.y()[i])) {
        if (gap) {
          path.moveTo(xOf(s.x()[i]), yOf(s.y()[i]));
        } else {
          path.lineTo(xOf(s.x()[i]), yOf(s.y()[i]));
        }
      }
      gap = Double.isNaN(s.y()[i]);
    }
    g.setColor(Theme.series(index));
    g.setStroke(Theme.line(index));
    g.draw(path);
    if (isMarked(s)) {
      markers(s, index);
    }
    g.setClip(clip);
  }

  private void markers(Series s, int index) {
    g.setStroke(FINE);
    for (int i = 0; i < s.x().length; i++) {
      if (!Double.isNaN(s.y()[i])) {
        Theme.marker(index).paint(g, xOf(s.x()[i]), yOf(s.y()[i]), Theme.MARKER_SIZE);
      }
    }
  }

  /** Small grey points, as many as there are. */
  void points(Series s) {
    g.setColor(Theme.QUIET);
    for (int i = 0; i < s.x().length; i++) {
      if (Double.isFinite(s.y()[i])) {
        Marker.CIRCLE.paint(g, xOf(s.x()[i]), yOf(s.y()[i]), 4.5);
      }
    }
  }

  /** A dashed line across the frame. */
  void reference(Reference r) {
    g.setColor(Theme.HIGHLIGHT);
    g.setStroke(Reference.LINE);
    g.draw(new Line2D.Double(frame.x, yOf(r.y), frame.getMaxX(), yOf(r.y)));
  }

  /** The name of each line behind its end, moved apart where they would cover one another. */
  void names(List<Series> series, List<Reference> references) {
    List<Name> names = new ArrayList<>();
    for (int i = 0; i < series.size(); i++) {
      Series s = series.get(i);
      int last = lastPlace(s);
      names.add(new Name(s.name(), Theme.series(i), xOf(s.x()[last]), yOf(s.y()[last])));
    }
    for (Reference r : references) {
      names.add(new Name(r.label, Theme.HIGHLIGHT, frame.getMaxX(), yOf(r.y)));
    }
    names.sort(Comparator.comparingDouble(Name::y));
    double[] at = apart(names.stream().mapToDouble(Name::y).toArray());
    g.setFont(Theme.TEXT);
    g.setStroke(FINE);
    for (int i = 0; i < at.length; i++) {
      Name name = names.get(i);
      g.setColor(name.color);
      if (Math.abs(at[i] - name.y) > 3) {
        g.draw(new Line2D.Double(name.x + 5, name.y, frame.getMaxX() + 10, at[i]));
      }
      Text.startingAt(g, Check.label(name.text), frame.getMaxX() + 12, at[i]);
    }
  }

  /** What stands behind the end (x, y) of a line. */
  private record Name(String text, Color color, double x, double y) {}

  /**
   * Ascending places at least a line of text apart, as near to those wanted as the frame allows.
   */
  private double[] apart(double[] wanted) {
    double[] at = wanted.clone();
    double least = 21;
    for (int i = 0; i < at.length; i++) {
      at[i] = Math.max(Math.min(at[i], frame.getMaxY()), frame.y);
      at[i] = i == 0 ? at[i] : Math.max(at[i], at[i - 1] + least);
    }
    double limit = frame.getMaxY() + 8;
    for (int i = at.length - 1; i >= 0; i--) {
      at[i] = Math.min(at[i], limit);
      limit = at[i] - least;
    }
    return at;
  }

  private static int lastPlace(Series s) {
    int last = s.y().length - 1;
    while (Double.isNaN(s.y()[last])) {
      last--;
    }
    return last;
  }
}
