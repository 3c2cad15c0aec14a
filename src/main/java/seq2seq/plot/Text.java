package seq2seq.plot;

import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;

/** Text set in the current font and colour at a place: centred, right-aligned, turned, wrapped. */
final class Text {
  private Text() {}

  /** Centred on (x, y) both ways, by the height of capitals, so that a row of labels is level. */
  static void centred(Graphics2D g, String text, double x, double y) {
    FontMetrics m = g.getFontMetrics();
    g.drawString(text, (float) (x - m.stringWidth(text) / 2.0), (float) (y + middle(m)));
  }

  /** Ending at x, its middle at y. */
  static void endingAt(Graphics2D g, String text, double x, double y) {
    FontMetrics m = g.getFontMetrics();
    g.drawString(text, (float) (x - m.stringWidth(text)), (float) (y + middle(m)));
  }

  /** Starting at x, its middle at y. */
  static void startingAt(Graphics2D g, String text, double x, double y) {
    g.drawString(text, (float) x, (float) (y + middle(g.getFontMetrics())));
  }

  /** Reading upwards, centred on (x, y): the label of a y axis. */
  static void upwards(Graphics2D g, String text, double x, double y) {
    AffineTransform before = g.getTransform();
    g.translate(x, y);
    g.rotate(-StrictMath.PI / 2);
    centred(g, text, 0, 0);
    g.setTransform(before);
  }

  /** Rising to the right at 45 degrees from (x, y): the label of a narrow column. */
  static void rising(Graphics2D g, String text, double x, double y) {
    AffineTransform before = g.getTransform();
    g.translate(x, y);
    g.rotate(-StrictMath.PI / 4);
    g.drawString(text, 0, 0);
    g.setTransform(before);
  }

  private static double middle(FontMetrics m) {
    return (m.getAscent() - m.getDescent()) / 2.0;
  }

  static int widest(FontMetrics m, List<String> texts) {
    return texts.stream().mapToInt(m::stringWidth).max().orElse(0);
  }

  /** The words of {@code text} in lines of at most {@code width} pixels, where words allow it. */
  static List<String> wrapped(FontMetrics m, String text, double width) {
    List<String> lines = new ArrayList<>();
    for (String word : text.split(" ", -1)) {
      int last = lines.size() - 1;
      String longer = last < 0 ? word : lines.get(last) + " " + word;
      if (last >= 0 && m.stringWidth(longer) <= width) {
        lines.set(last, longer);
      } else {
        lines.add(word);
      }
    }
    return lines;
  }
}
