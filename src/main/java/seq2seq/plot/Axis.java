package seq2seq.plot;

import java.util.ArrayList;
import java.util.List;
import seq2seq.engine.Numbers;

/** One axis of a plot: linear or logarithmic, and the range that is drawn on it. */
record Axis(boolean logarithmic, double min, double max) {
  private static final int DIGITS = 6;
  private static final double MARGIN = 0.04;
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

  /** This axis with a little room at both ends, and never an empty range. */
  Axis roomy() {
    double low = place(min);
    double high = place(max);
    double more = low < high ? MARGIN * (high - low) : logarithmic ? 0.5 : Math.max(1, high) / 2;
    return new Axis(logarithmic, value(low - more), value(high + more));
  }

  /** This axis between other ends; null leaves an end where it is. */
  Axis between(Double low, Double high) {
    return new Axis(logarithmic, low == null ? min : low, high == null ? max : high);
  }

  private double place(double v) {
    return logarithmic ? StrictMath.log10(v) : v;
  }

  private double value(double place) {
    return logarithmic ? StrictMath.pow(10, place) : place;
  }

  /** Where a value lies, from 0 at the axis's start to 1 at its end. */
  double share(double v) {
    return (place(v) - place(min)) / (place(max) - place(min));
  }

  /** About {@code count} values to be labelled. */
  List<Double> ticks(int count) {
    if (!logarithmic) {
      return Ticks.between(min, max, count);
    }
    double decades = place(max) - place(min);
    int step = (int) Math.max(1, StrictMath.ceil(decades / count));
    double[] digits = decades > 2 ? new double[] {1} : new double[] {1, 2, 5};
    List<Double> ticks = new ArrayList<>();
    for (int d = (int) StrictMath.floor(place(min)); d <= place(max); d++) {
      for (double digit : digits) {
        double tick = digit * StrictMath.pow(10, d);
        if (Math.floorMod(d, step) == 0 && share(tick) > -1e-9 && share(tick) < 1 + 1e-9) {
          ticks.add(tick);
        }
      }
    }
    return ticks;
  }

  /** A tick as text: powers of ten as such where there are many decades. */
  String label(double tick, int count) {
    if (!logarithmic) {
      return Ticks.label(tick, Ticks.step(max - min, count));
    }
    return place(max) - place(min) < 4
        ? Numbers.significant(tick, DIGITS)
        : power((int) StrictMath.rint(place(tick)));
  }

  /** 10⁻¹⁵. */
  private static String power(int exponent) {
    StringBuilder text = new StringBuilder(exponent < 0 ? "10⁻" : "10");
    for (char digit : Integer.toString(Math.abs(exponent)).toCharArray()) {
      text.append(RAISED.charAt(digit - '0'));
    }
    return text.toString();
  }
}
