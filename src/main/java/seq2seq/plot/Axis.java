package seq2seq.plot;

import java.util.List;
import java.util.function.Function;
import seq2seq.engine.Numbers;

/** One axis of a line plot: linear or logarithmic, and the range of what is drawn on it. */
record Axis(boolean logarithmic, double min, double max) {
  private static final int DIGITS = 6;

  /** The axis on which every number of {@code values} lies; NaN counts for nothing. */
  static Axis over(List<double[]> values, boolean logarithmic) {
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (double[] each : values) {
      for (double v : each) {
        min = v < min ? v : min;
        max = v > max ? v : max;
      }
    }
    return new Axis(logarithmic, min, max);
  }

  /** Text for a tick; on a logarithmic axis a space for those that would crowd the others. */
  Function<Double, String> ticks() {
    return v -> !logarithmic || isShown(v) ? Numbers.significant(v, DIGITS) : " ";
  }

  /** 1, 2 and 5 of each decade where there are few decades, else 1 alone. */
  private boolean isShown(double v) {
    double decade = StrictMath.pow(10, StrictMath.floor(StrictMath.log10(v) + 1e-9));
    long digit = StrictMath.round(v / decade);
    return digit == 1 || (max < 50 * min && (digit == 2 || digit == 5)) || (max < 5 * min);
  }
}
