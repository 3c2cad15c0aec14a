package seq2seq.plot.diagram;

import java.awt.Color;
import java.util.Locale;

/**
 * A colour by its role: one on a light page, one on a dark page.
 *
 * @param name its class in SVG
 */
record Paint(String name, Color light, Color dark) {
  static final Paint INK = new Paint("ink", new Color(0x222222), new Color(0xE8E8E8));
  static final Paint QUIET = new Paint("quiet", new Color(0x6A6A6A), new Color(0xA8ACB2));
  static final Paint GRID = new Paint("grid", new Color(0xD5D5D5), new Color(0x474B52));
  static final Paint CARD = new Paint("card", Color.WHITE, new Color(0x1C1F24));
  static final Paint ACCENT = new Paint("accent", new Color(0xD55E00), new Color(0xFF8A4C));

  /** One colour on every page, as that of a number on a scale. */
  static Paint fixed(Color color) {
    return new Paint("c" + hex(color).substring(1), color, color);
  }

  static String hex(Color color) {
    return String.format(Locale.ROOT, "#%06x", color.getRGB() & 0xFFFFFF);
  }
}
