package seq2seq.engine;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers as text, the same on every JDK ({@code Float.toString} changed between 17 and 25).
 *
 * <p>The exact value of the float or double is rounded half-even in decimal.
 */
public final class Numbers {
  private Numbers() {}

  /**
   * {@code value} with exactly {@code decimals} digits after the point: {@code fixed(0.7f, 4)} is
   * 0.7000.
   */
  public static String fixed(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return special(value);
    }
    return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
  }

  /** {@code value} with {@code digits} significant digits in the form 1.234e-05. */
  public static String scientific(double value, int digits) {
    if (!Double.isFinite(value)) {
      return special(value);
    }
    if (value == 0) {
      return fixed(0, digits - 1) + "e+00";
    }
    BigDecimal rounded =
        new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
    int exponent = rounded.precision() - rounded.scale() - 1;
    String mantissa =
        rounded
            .movePointLeft(exponent)
            .setScale(digits - 1, RoundingMode.HALF_EVEN)
            .toPlainString();
    int size = Math.abs(exponent);
    return mantissa + (exponent < 0 ? "e-" : "e+") + (size < 10 ? "0" : "") + size;
  }

  /**
   * {@code value} to {@code digits} significant digits without trailing zeros: 0.25, 12, 1e-6, 2e5.
   */
  public static String significant(double value, int digits) {
    if (!Double.isFinite(value)) {
      return special(value);
    }
    BigDecimal rounded =
        new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
    if (rounded.signum() == 0) {
      return "0";
    }
    BigDecimal plain = rounded.stripTrailingZeros();
    int exponent = plain.precision() - plain.scale() - 1;
    return exponent < -3 || exponent > 5
        ? plain.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent
        : plain.toPlainString();
  }

  /** How one number is shown in a sentence: 4 decimals, or scientific where that would hide it. */
  public static String show(double value) {
    double size = Math.abs(value);
    if (value == 0 || !Double.isFinite(value) || (size >= 1e-3 && size < 1e6)) {
      return fixed(value, 4);
    }
    return scientific(value, 5);
  }

  private static String special(double value) {
    return Double.isNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
  }
}
