package seq2seq.plot;

import java.util.ArrayList;
import java.util.List;
import seq2seq.engine.Numbers;

/** Round numbers along an axis: 1, 2 or 5 times a power of ten apart. */
final class Ticks {
  private static final double SLACK = 1e-9;

  private Ticks() {}

  /** The step that cuts {@code range} into about {@code count} pieces. */
  static double step(double range, int count) {
    double rough = range / count;
    double decade = StrictMath.pow(10, StrictMath.floor(StrictMath.log10(rough)));
    double digit = rough / decade;
    return decade * (digit <= 1 + SLACK ? 1 : digit <= 2 + SLACK ? 2 : digit <= 5 + SLACK ? 5 : 10);
  }

  /**
   * The multiples of the step from {@code min} to {@code max}, both included where they are any.
   */
  static List<Double> between(double min, double max, int count) {
    double step = step(max - min, count);
    List<Double> ticks = new ArrayList<>();
    long first = (long) StrictMath.ceil(min / step - SLACK);
    long last = (long) StrictMath.floor(max / step + SLACK);
    for (long i = first; i <= last; i++) {
      ticks.add(i * step);
    }
    return ticks;
  }

  /** How many decimals tell neighbours {@code step} apart. */
  static String label(double tick, double step) {
    int places = (int) Math.max(0, -StrictMath.floor(StrictMath.log10(step) + SLACK));
    return places > 4 || Math.abs(tick) >= 1e6
        ? Numbers.significant(tick, 6)
        : Numbers.fixed(tick, places);
  }
}
