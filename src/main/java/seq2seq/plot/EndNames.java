package seq2seq.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Names at the right of a chart, each at the height of what it names, moved apart where they would
 * cover one another. XChart's own texts have one colour and stay where they are put.
 */
final class EndNames {
  private static final int GAP = 12;
  private static final int LINE = 21;

  /** The least contrast that small text needs, by WCAG 2, success criterion 1.4.3. */
  private static final double LEGIBLE = 4.5;

  private final Graphics2D g;
  private final int widest;
  private final List<Name> names = new ArrayList<>();

  /** What a name stands behind: the end (x, y) of a line, on the picture. */
  private record Name(List<String> lines, Color color, double x, double y) {
    double height() {
      return LINE * lines.size();
    }
  }

  /** Names in lines of at most {@code widest} units, where their words allow it. */
  EndNames(Graphics2D g, int widest) {
    this.g = g;
    this.widest = widest;
  }

  /** How much of the picture's width these names take. */
  int width(List<String> texts) {
    List<String> lines = texts.stream().flatMap(text -> lines(text).stream()).toList();
    return lines.isEmpty() ? 0 : GAP + Text.widest(g.getFontMetrics(Theme.TEXT), lines);
  }

  private List<String> lines(String text) {
    return Text.wrapped(g.getFontMetrics(Theme.TEXT), Check.label(text), widest);
  }

  void add(String text, Color color, double x, double y) {
    names.add(new Name(lines(text), color, x, y));
  }

  /** Draws the names at the right of {@code right}, between {@code top} and {@code bottom}. */
  void draw(double right, double top, double bottom) {
    names.sort(Comparator.comparingDouble(Name::y));
    double[] at = places(top, bottom);
    g.setFont(Theme.TEXT);
    g.setStroke(new BasicStroke(1));
    for (int i = 0; i < at.length; i++) {
      Name name = names.get(i);
      g.setColor(name.color);
      if (Math.abs(at[i] - name.y) > 3) {
        g.draw(new Line2D.Double(name.x + 5, name.y, right + GAP - 2, at[i]));
      }
      g.setColor(legible(name.color));
      double first = at[i] - (name.height() - LINE) / 2;
      for (int line = 0; line < name.lines.size(); line++) {
        Text.startingAt(g, name.lines.get(line), right + GAP, first + line * LINE);
      }
    }
  }

  /** This colour, made just so dark that a name in it can be read on white. */
  static Color legible(Color color) {
    float[] hsb = Color.RGBtoHSB(color.getRed(), color.getGreen(), color.getBlue(), null);
    Color darker = color;
    while (contrastToWhite(darker) < LEGIBLE) {
      hsb[2] -= 0.01f;
      darker = Color.getHSBColor(hsb[0], hsb[1], hsb[2]);
    }
    return darker;
  }

  /** The contrast ratio of WCAG 2, from 1 for white to 21 for black. */
  static double contrastToWhite(Color color) {
    double luminance =
        0.2126 * linear(color.getRed())
            + 0.7152 * linear(color.getGreen())
            + 0.0722 * linear(color.getBlue());
    return 1.05 / (luminance + 0.05);
  }

  private static double linear(int channel) {
    double share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : StrictMath.pow((share + 0.055) / 1.055, 2.4);
  }

  /** The names' middles, from the top, as near to those wanted as there is room. */
  private double[] places(double top, double bottom) {
    double[] at = names.stream().mapToDouble(Name::y).toArray();
    for (int i = 0; i < at.length; i++) {
      at[i] = Math.max(Math.min(at[i], bottom), top);
      at[i] = i == 0 ? at[i] : Math.max(at[i], at[i - 1] + apart(i));
    }
    for (int i = at.length - 1; i >= 0; i--) {
      at[i] = Math.min(at[i], i == at.length - 1 ? bottom : at[i + 1] - apart(i + 1));
    }
    return at;
  }

  /** The least distance of a name's middle from that of the name before. */
  private double apart(int i) {
    return (names.get(i - 1).height() + names.get(i).height()) / 2;
  }
}
