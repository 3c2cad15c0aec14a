package seq2seq.plot;

import java.awt.Color;
import java.util.List;

/** The colour scale of a heatmap: which number has which colour, and which ones are labelled. */
record Scale(Palette palette, double min, double max) {

  /** The scale that {@code look} asks for, or one that fits the data; never an empty range. */
  static Scale of(float[][] values, Heatmap.Look look) {
    Palette palette = look.palette();
    if (look.range() != null) {
      return new Scale(palette, look.range()[0], look.range()[1]);
    }
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (float[] row : values) {
      for (float v : row) {
        low = v < low ? v : low;
        high = v > high ? v : high;
      }
    }
    return palette == Palette.DIVERGING ? symmetric(low, high) : fitting(palette, low, high);
  }

  private static Scale symmetric(double low, double high) {
    double largest = Math.max(Math.abs(low), Math.abs(high));
    double reach = largest == 0 ? 1 : largest;
    return new Scale(Palette.DIVERGING, -reach, reach);
  }

  private static Scale fitting(Palette palette, double low, double high) {
    double some = low < high ? 0 : Math.max(1, Math.abs(low)) / 2;
    return new Scale(palette, low - some, high + some);
  }

  Color color(double value) {
    return palette.at((value - min) / (max - min));
  }

  /** About {@code count} round numbers on the scale. */
  List<Double> ticks(int count) {
    return Ticks.between(min, max, count);
  }

  String label(double tick, int count) {
    return Ticks.label(tick, Ticks.step(max - min, count));
  }
}
