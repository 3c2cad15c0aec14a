package seq2seq.book.live.jdk;

import org.teavm.classlib.PlatformDetector;

/**
 * The fused multiply-add of floats, {@code a·b + c} rounded once, from doubles: what {@code
 * Math.fma} gives, bit for bit.
 *
 * <p>The product of two floats is exact in double. The sum is rounded there, and again to float.
 * Rounding twice differs from rounding once in one case only: where the double lies exactly half
 * way between two floats and the exact sum does not. There the error of the sum, which the two-sum
 * of Knuth (1969) gives exactly, tells the right side. Boldo and Melquiond, "Emulation of a FMA and
 * correctly rounded sums" (2008).
 */
public final class Fma {
  /**
   * A double half way between two normal floats ends in a 1 and 28 zeros; between two subnormal
   * ones it ends in more zeros than that.
   */
  private static final int LOW_BITS = 0x0FFFFFFF;

  private Fma() {}

  /** For {@code Math.fma}: a·b + c, rounded once. */
  public static float fma(float a, float b, float c) {
    return PlatformDetector.isJavaScript() ? byComparison(a, b, c) : byBits(a, b, c);
  }

  /** Looks at the last bits of the sum: a register move in WebAssembly, dear in JavaScript. */
  static float byBits(float a, float b, float c) {
    double product = (double) a * b;
    double sum = product + c;
    if (((int) Double.doubleToRawLongBits(sum) & LOW_BITS) != 0) return (float) sum;
    return careful(product, c, sum);
  }

  /**
   * Looks whether the sum is as far from a second float as from the nearest: that float is {@code
   * nearest + 2·(sum - nearest)}, and no other sum makes this a float.
   */
  static float byComparison(float a, float b, float c) {
    double product = (double) a * b;
    double sum = product + c;
    float nearest = (float) sum;
    double other = sum + (sum - nearest);
    return (float) other == other ? careful(product, c, sum) : nearest;
  }

  private static float careful(double product, double c, double sum) {
    float rounded = (float) sum;
    if (rounded == sum || sum != sum || sum - sum != 0) return rounded;
    double cPart = sum - product;
    double error = (product - (sum - cPart)) + (c - cPart);
    if (error == 0) return rounded;
    // A step of the double away from the tie: no float lies between.
    long bits = Double.doubleToRawLongBits(sum);
    boolean outwards = error > 0 == sum > 0;
    return (float) Double.longBitsToDouble(outwards ? bits + 1 : bits - 1);
  }
}
