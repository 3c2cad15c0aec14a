package seq2seq.plot;

import java.util.Arrays;
import java.util.List;
import seq2seq.engine.Numbers;

/**
 * The range of one axis of a chart, and where XChart is to put a value on it.
 *
 * <p>XChart's own logarithmic axis draws a line at each of 1 to 9 in every decade, a fog over
 * fifteen of them. Where there are more than three, XChart gets the logarithms instead, on a linear
 * axis whose ticks are powers of ten.
 */
record Axis(boolean logarithmic, double min, double max) {
  private static final double MARGIN = 0.04;

  /** About how much of a picture an axis takes; XChart rounds to 1, 2 or 5 anyway. */
  private static final double PLOT = 0.7;

  private static final int MOST_DECADES = 3;
  private static final int DIGITS = 6;
  private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

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

  /** The x axis of {@code series}, with a little room. */
  static Axis across(List<Series> series) {
    return over(series.stream().map(Series::x).toList(), false).roomy();
  }

  /** This axis with a little room at both ends, and never an empty range. */
  Axis roomy() {
    if (logarithmic) {
      double more = min < max ? MARGIN * decades() : 0.5;
      return new Axis(true, min * StrictMath.pow(10, -more), max * StrictMath.pow(10, more));
    }
    double more = min < max ? MARGIN * span() : Math.max(2, max) / 2;
    return new Axis(false, min - more, max + more);
  }

  /** This axis between other ends; null leaves an end where it is. */
  Axis between(Double low, Double high) {
    return new Axis(logarithmic, low == null ? min : low, high == null ? max : high);
  }

  double span() {
    return max - min;
  }

  private double decades() {
    return StrictMath.log10(max) - StrictMath.log10(min);
  }

  /** Whether XChart gets the logarithms. */
  boolean inDecades() {
    return logarithmic && decades() > MOST_DECADES;
  }

  /** Whether XChart gets the numbers, and takes the logarithms. */
  boolean isXchartsLogarithmic() {
    return logarithmic && !inDecades();
  }

  /** What XChart gets for {@code v}. */
  double place(double v) {
    return inDecades() ? StrictMath.log10(v) : v;
  }

  double[] places(double[] values) {
    return Arrays.stream(values).map(this::place).toArray();
  }

  /** The tick at a place as text; a space, if it would crowd the others. */
  String label(double place) {
    if (!inDecades()) {
      return !logarithmic || isShown(place) ? Numbers.significant(place, DIGITS) : " ";
    }
    double whole = StrictMath.rint(place);
    if (Math.abs(place - whole) > 1e-6) {
      // XChart leaves out all ticks of an axis on which two read the same.
      return " ".repeat(1 + (int) StrictMath.abs(8 * (place - place(min))));
    }
    return decades() > 4
        ? power((int) whole)
        : Numbers.significant(StrictMath.pow(10, whole), DIGITS);
  }

  /** 1, 2 and 5 of each decade, and all where there is hardly one. */
  private boolean isShown(double v) {
    double decade = StrictMath.pow(10, StrictMath.floor(StrictMath.log10(v) + 1e-9));
    long digit = StrictMath.round(v / decade);
    return digit == 1 || digit == 2 || digit == 5 || max < 5 * min;
  }

  /** 10⁻¹⁵. */
  private static String power(int exponent) {
    StringBuilder text = new StringBuilder(exponent < 0 ? "10⁻" : "10");
    for (char digit : Integer.toString(Math.abs(exponent)).toCharArray()) {
      text.append(RAISED.charAt(digit - '0'));
    }
    return text.toString();
  }

  /**
   * How far apart XChart is to put ticks on a picture of so many units: {@code usual} or more, and
   * a whole one where only whole places count. It draws none at all where that exceeds the axis.
   */
  int spacing(int usual, boolean whole, double units, double most) {
    double perWhole = whole || inDecades() ? PLOT * units / (place(max) - place(min)) : 0;
    return (int) Math.min(most, Math.max(usual, perWhole));
  }
}
