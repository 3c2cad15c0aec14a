package seq2seq.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as text, the same on every JDK: from the exact value, never by Float.toString. */
final class Numbers {
  private Numbers() {}

  /** {@code x} with {@code places} decimals, rounded half even: {@code 0.70}. */
  static String fixed(double x, int places) {
    BigDecimal rounded = new BigDecimal(x).setScale(places, RoundingMode.HALF_EVEN);
    // -0.001 to two places is 0.00, not -0.00: BigDecimal has no negative zero.
    return rounded.toPlainString();
  }

  /** {@code x} to {@code digits} significant digits without trailing zeros: 0.25, 12, 1e-6, 2e5. */
  static String significant(double x, int digits) {
    BigDecimal rounded = new BigDecimal(x).round(new MathContext(digits, RoundingMode.HALF_EVEN));
    if (rounded.signum() == 0) {
      return "0";
    }
    BigDecimal plain = rounded.stripTrailingZeros();
    int exponent = plain.precision() - plain.scale() - 1;
    return exponent < -3 || exponent > 5 ? scientific(plain, exponent) : plain.toPlainString();
  }

  private static String scientific(BigDecimal x, int exponent) {
    return x.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
  }
}
