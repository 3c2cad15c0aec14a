package seq2seq.data;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as text, the same on every JDK (Double.toString changed between JDK 17 and 19). */
final class Numbers {
  private Numbers() {}

  /** The exact value rounded to {@code decimals} places, half to even; NaN and infinity by name. */
  static String fixed(double value, int decimals) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "Infinity" : "-Infinity";
    }
    return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
  }
}
