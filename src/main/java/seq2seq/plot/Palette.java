package seq2seq.plot;

import java.awt.Color;

/**
 * Colours for numbers, smooth between fixed stops, legible in a grey print and to colour-blind
 * readers: brightness changes in one direction, or in one on each side of zero.
 */
public enum Palette {
  /**
   * Brewer's YlGnBu: viridis's hues, from nearly white for the smallest to dark blue for the
   * largest: on white paper, more ink is more.
   */
  SEQUENTIAL(
      0xFFFFE5, 0xEDF8B1, 0xC7E9B4, 0x7FCDBB, 0x41B6C4, 0x1D91C0, 0x225EA8, 0x253494, 0x081D58),

  /** Brewer's RdBu: blue for negative, near white for zero, red for positive. */
  DIVERGING(
      0x2166AC, 0x4393C3, 0x92C5DE, 0xD1E5F0, 0xF7F7F7, 0xFDDBC7, 0xF4A582, 0xD6604D, 0xB2182B);

  private final int[] stops;

  Palette(int... stops) {
    this.stops = stops;
  }

  /**
   * The colour at {@code share}, from 0 for the smallest to 1 for the largest; beyond, the end's.
   */
  public Color at(double share) {
    double place = Math.min(1, Math.max(0, share)) * (stops.length - 1);
    int below = Math.min((int) place, stops.length - 2);
    return mix(new Color(stops[below]), new Color(stops[below + 1]), place - below);
  }

  /**
   * The diverging colour of {@code value}, where 0 is the middle and the largest size among {@code
   * all} an end.
   */
  public static Color signed(double value, float[][] all) {
    double largest = 1e-9;
    for (float[] row : all) {
      for (float v : row) {
        largest = Math.max(largest, Math.abs(v));
      }
    }
    return DIVERGING.at(0.5 + value / largest / 2);
  }

  private static Color mix(Color a, Color b, double t) {
    return new Color(
        between(a.getRed(), b.getRed(), t),
        between(a.getGreen(), b.getGreen(), t),
        between(a.getBlue(), b.getBlue(), t));
  }

  private static int between(int a, int b, double t) {
    return (int) StrictMath.rint(a + (b - a) * t);
  }

  /** Black or white, whichever is read more easily on {@code background}. */
  public static Color inkOn(Color background) {
    double brightness =
        0.299 * background.getRed() + 0.587 * background.getGreen() + 0.114 * background.getBlue();
    return brightness > 140 ? Color.BLACK : Color.WHITE;
  }
}
