package seq2seq.engine.kernel;

/**
 * exp, log, tanh and sigmoid of one float, the same steps as the kernels' array forms, so that all
 * of them agree to the last bit on every machine. ({@code Math.exp} may differ between JVMs.)
 *
 * <p>Each result is within 2 units in the last place of the true value, for every finite float; the
 * tests measure all of them. Infinities and NaN give what {@code Math} gives.
 *
 * <p>The recipe: bring the argument near zero with a step that is exact, evaluate a polynomial
 * there with fused multiply-adds, and undo the step. The coefficients make the largest relative
 * error as small as can be; {@code fit_polynomials.py} among the test resources computes them.
 * Source of the recipe: Muller, "Elementary Functions: Algorithms and Implementation" (2016),
 * chapters 3 and 11.
 */
public final class FloatMath {
  static final float LOG2_E = 0x1.715476p0f;

  /** ln 2 in two parts: the float nearest to it, and the float nearest to what is left. */
  static final float LN2_HIGH = 0x1.62e43p-1f;

  static final float LN2_LOW = -0x1.05c61p-29f;

  /**
   * 1.5 · 2^23: added to a small float, it rounds it to a whole number, which then stands in the
   * last bits of the sum.
   */
  static final float ROUNDER = 0x1.8p23f;

  static final int ROUNDER_BITS = 0x4b400000;

  /** Below this, exp is nearer to 0 than to the smallest float; above the other, it overflows. */
  static final float EXP_LOWEST = -104f;

  static final float EXP_HIGHEST = 89f;

  /** exp(r) = 1 + r + r²·P(r) for |r| ≤ ln 2 / 2. */
  static final float EXP_0 = 0.49999994f;

  static final float EXP_1 = 0.16666521f;
  static final float EXP_2 = 0.041668255f;
  static final float EXP_3 = 0.0083686626f;
  static final float EXP_4 = 0.0013821471f;

  /** The bits of √½. */
  static final int SQRT_HALF_BITS = 0x3f3504f3;

  /** 2^23 makes a subnormal number normal. */
  static final float TWO_23 = 0x1p23f;

  /** log(1 + f) = f - f²/2 + f³·P(f) for √½ ≤ 1 + f &lt; √2. */
  static final float LOG_0 = 0.3333333f;

  static final float LOG_1 = -0.2500082f;
  static final float LOG_2 = 0.20001242f;
  static final float LOG_3 = -0.16623409f;
  static final float LOG_4 = 0.1420158f;
  static final float LOG_5 = -0.1315961f;
  static final float LOG_6 = 0.12762216f;
  static final float LOG_7 = -0.07636435f;

  /** tanh(x) = x + x³·P(x²) for |x| &lt; 0.625. */
  static final float TANH_SMALL = 0.625f;

  static final float TANH_0 = -0.3333328f;
  static final float TANH_1 = 0.13331406f;
  static final float TANH_2 = -0.05373652f;
  static final float TANH_3 = 0.020628197f;
  static final float TANH_4 = -0.0056923516f;

  /** The sign bit of a float. */
  static final int SIGN = 0x80000000;

  private FloatMath() {}

  /**
   * e to the power x: with x = n·ln 2 + r, it is 2^n · exp(r).
   *
   * <p>r is high + low, the first exact; what 1 + high loses in rounding is added to the small
   * terms, so that only the last sum rounds what matters (Dekker 1971).
   *
   * <p>2^n comes in two factors, each a normal number: a result that is subnormal is rounded once,
   * by the last product, and one that is too large overflows to infinity there.
   */
  public static float exp(float x) {
    float clamped = x < EXP_LOWEST ? EXP_LOWEST : x > EXP_HIGHEST ? EXP_HIGHEST : x;
    float shifted = Math.fma(clamped, LOG2_E, ROUNDER);
    float n = shifted - ROUNDER;
    float high = Math.fma(n, -LN2_HIGH, clamped);
    float low = n * -LN2_LOW;
    float r = high + low;
    float p = Math.fma(EXP_4, r, EXP_3);
    p = Math.fma(p, r, EXP_2);
    p = Math.fma(p, r, EXP_1);
    p = Math.fma(p, r, EXP_0);
    float sum = 1f + high;
    float lost = high - (sum - 1f);
    float power = sum + (lost + Math.fma(r * r, p, low));
    int exponent = Float.floatToRawIntBits(shifted) - ROUNDER_BITS;
    int half = exponent >> 1;
    return power * powerOfTwo(half) * powerOfTwo(exponent - half);
  }

  /** 2^n for -126 ≤ n ≤ 127. */
  private static float powerOfTwo(int n) {
    return Float.intBitsToFloat((n + 127) << 23);
  }

  /**
   * The natural logarithm: with x = 2^n · (1 + f), it is n·ln 2 + log(1 + f); log(0) is -∞, the
   * logarithm of a negative number NaN.
   */
  public static float log(float x) {
    boolean tiny = x < Float.MIN_NORMAL;
    float scaled = tiny ? x * TWO_23 : x;
    int bits = Float.floatToRawIntBits(scaled) - SQRT_HALF_BITS;
    float exponent = Float.intBitsToFloat((bits >> 23) + ROUNDER_BITS) - ROUNDER;
    float n = tiny ? exponent - 23f : exponent;
    float f = Float.intBitsToFloat((bits & 0x7fffff) + SQRT_HALF_BITS) - 1f;
    float p = Math.fma(LOG_7, f, LOG_6);
    p = Math.fma(p, f, LOG_5);
    p = Math.fma(p, f, LOG_4);
    p = Math.fma(p, f, LOG_3);
    p = Math.fma(p, f, LOG_2);
    p = Math.fma(p, f, LOG_1);
    p = Math.fma(p, f, LOG_0);
    p = Math.fma(p, f, -0.5f);
    float small = f + Math.fma(f * f, p, n * LN2_LOW);
    float result = Math.fma(n, LN2_HIGH, small);
    if (x == 0f) return Float.NEGATIVE_INFINITY;
    if (x < 0f) return Float.NaN;
    return x <= Float.MAX_VALUE ? result : x;
  }

  /**
   * The hyperbolic tangent, of |x| first: near 0 a polynomial, further out 1 - 2 / (exp(2x) + 1).
   */
  public static float tanh(float x) {
    float size = Math.abs(x);
    float square = size * size;
    float p = Math.fma(TANH_4, square, TANH_3);
    p = Math.fma(p, square, TANH_2);
    p = Math.fma(p, square, TANH_1);
    p = Math.fma(p, square, TANH_0);
    float near = Math.fma(size * square, p, size);
    float far = 1f - 2f / (exp(size + size) + 1f);
    float result = size < TANH_SMALL ? near : far;
    int sign = Float.floatToRawIntBits(x) & SIGN;
    return Float.intBitsToFloat(Float.floatToRawIntBits(result) | sign);
  }

  /**
   * The logistic function 1 / (1 + exp(-x)); for negative x as exp(x) / (1 + exp(x)), which neither
   * overflows nor loses a tiny result.
   *
   * <p>The quotient is corrected by one Newton step, for its own remainder and for what 1 + exp(x)
   * lost in rounding. 1 - e/2 is near enough to 1 / (1 + e) for that.
   */
  public static float sigmoid(float x) {
    float e = exp(-Math.abs(x));
    float numerator = x < 0f ? e : 1f;
    float sum = 1f + e;
    float lost = e - (sum - 1f);
    float quotient = numerator / sum;
    float remainder = Math.fma(-quotient, lost, Math.fma(-quotient, sum, numerator));
    return Math.fma(remainder, Math.fma(e, -0.5f, 1f), quotient);
  }
}
