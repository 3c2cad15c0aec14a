package seq2seq.book.live.jdk;

/**
 * exp, log and tanh as {@code StrictMath} has them: those of a browser differ from one to the next
 * in the last bit. The power is {@link FdlibmPower}'s.
 *
 * <p>From fdlibm 5.3, e_exp.c, e_log.c, s_expm1.c and s_tanh.c, whose notice is: Copyright (C) 1993
 * by Sun Microsystems, Inc. All rights reserved. Developed at SunSoft, a Sun Microsystems, Inc.
 * business. Permission to use, copy, modify, and distribute this software is freely granted,
 * provided that this notice is preserved.
 */
public final class Fdlibm {
  static final double[] P = {
    1.66666666666666019037e-01,
    -2.77777777770155933842e-03,
    6.61375632143793436117e-05,
    -1.65339022054652515390e-06,
    4.13813679705723846039e-08
  };

  private static final double LN2_HIGH = 6.93147180369123816490e-01;
  private static final double LN2_LOW = 1.90821492927058770002e-10;
  private static final double PER_LN2 = 1.44269504088896338700e+00;
  private static final double HIGHEST = 7.09782712893383973096e+02;
  private static final double LOWEST = -7.45133219101941108420e+02;

  private static final double[] LG = {
    6.666666666666735130e-01,
    3.999999999940941908e-01,
    2.857142874366239149e-01,
    2.222219843214978396e-01,
    1.818357216161805012e-01,
    1.531383769920937332e-01,
    1.479819860511658591e-01
  };

  private static final double[] Q = {
    -3.33333333333331316428e-02,
    1.58730158725481460165e-03,
    -7.93650757867487942473e-05,
    4.00821782732936239552e-06,
    -2.01099218183624371326e-07
  };

  private Fdlibm() {}

  /** The upper half of the bits. */
  static int high(double x) {
    return (int) (Double.doubleToRawLongBits(x) >> 32);
  }

  /** The lower half of the bits. */
  static int low(double x) {
    return (int) Double.doubleToRawLongBits(x);
  }

  /** {@code x} with another upper half. */
  static double withHigh(double x, int high) {
    return Double.longBitsToDouble((long) high << 32 | low(x) & 0xFFFFFFFFL);
  }

  /** {@code x} with zeros as its lower half. */
  static double highOnly(double x) {
    return Double.longBitsToDouble(Double.doubleToRawLongBits(x) & 0xFFFFFFFF00000000L);
  }

  /** For {@code StrictMath.exp}. */
  public static double exp(double x) {
    if (x != x) return x;
    if (x > HIGHEST) return Double.POSITIVE_INFINITY;
    if (x < LOWEST) return 0;
    int size = high(x) & 0x7fffffff;
    double sign = x < 0 ? -1 : 1;
    double hi = x;
    double lo = 0;
    int k = 0;
    if (size > 0x3fd62e42) {
      k = size < 0x3FF0A2B2 ? (int) sign : (int) (PER_LN2 * x + 0.5 * sign);
      hi = x - k * LN2_HIGH;
      lo = k * LN2_LOW;
      x = hi - lo;
    } else if (size < 0x3e300000) {
      return 1 + x;
    }
    double t = x * x;
    double c = x - t * (P[0] + t * (P[1] + t * (P[2] + t * (P[3] + t * P[4]))));
    if (k == 0) return 1 - (x * c / (c - 2) - x);
    double y = 1 - (lo - x * c / (2 - c) - hi);
    if (k >= -1021) return withHigh(y, high(y) + (k << 20));
    return withHigh(y, high(y) + (k + 1000 << 20)) * 0x1p-1000;
  }

  /** For {@code StrictMath.log}. */
  public static double log(double x) {
    if (x == 0) return Double.NEGATIVE_INFINITY;
    if (x < 0) return Double.NaN;
    if (!(x <= Double.MAX_VALUE)) return x;
    int k = 0;
    if (x < Double.MIN_NORMAL) {
      k = -54;
      x *= 0x1p54;
    }
    int hx = high(x);
    k += (hx >> 20) - 1023;
    hx &= 0x000fffff;
    int i = hx + 0x95f64 & 0x100000;
    double f = withHigh(x, hx | i ^ 0x3ff00000) - 1;
    k += i >> 20;
    return (0x000fffff & 2 + hx) < 3 ? logNearOne(f, k) : log(f, k, hx);
  }

  private static double logNearOne(double f, int k) {
    if (f == 0) return k == 0 ? 0 : k * LN2_HIGH + k * LN2_LOW;
    double r = f * f * (0.5 - 0.33333333333333333 * f);
    return k == 0 ? f - r : k * LN2_HIGH - (r - k * LN2_LOW - f);
  }

  private static double log(double f, int k, int hx) {
    double s = f / (2 + f);
    double z = s * s;
    double w = z * z;
    double t1 = w * (LG[1] + w * (LG[3] + w * LG[5]));
    double t2 = z * (LG[0] + w * (LG[2] + w * (LG[4] + w * LG[6])));
    double r = t2 + t1;
    if ((hx - 0x6147a | 0x6b851 - hx) > 0) {
      double half = 0.5 * f * f;
      if (k == 0) return f - (half - s * (half + r));
      return k * LN2_HIGH - (half - (s * (half + r) + k * LN2_LOW) - f);
    }
    return k == 0 ? f - s * (f - r) : k * LN2_HIGH - (s * (f - r) - k * LN2_LOW - f);
  }

  /** For {@code StrictMath.tanh}. */
  public static double tanh(double x) {
    int size = high(x) & 0x7fffffff;
    if (size >= 0x7ff00000) return x >= 0 ? 1 / x + 1 : 1 / x - 1;
    if (size < 0x3c800000) return x * (1 + x);
    double y = 1;
    if (size < 0x40360000) {
      boolean large = size >= 0x3ff00000;
      double t = expm1((large ? 2 : -2) * Math.abs(x));
      y = large ? 1 - 2 / (t + 2) : -t / (t + 2);
    }
    return x >= 0 ? y : -y;
  }

  /** eˣ - 1 for the arguments that tanh has, 2⁻⁵⁴ ≤ |x| &lt; 44. */
  private static double expm1(double x) {
    int size = high(x) & 0x7fffffff;
    if (size >= 0x4043687A && x < 0) return -1;
    int k = 0;
    double c = 0;
    if (size > 0x3fd62e42) {
      int sign = x < 0 ? -1 : 1;
      k = size < 0x3FF0A2B2 ? sign : (int) (PER_LN2 * x + 0.5 * sign);
      double hi = x - k * LN2_HIGH;
      double lo = k * LN2_LOW;
      x = hi - lo;
      c = hi - x - lo;
    } else if (size < 0x3c900000) {
      return x;
    }
    double half = 0.5 * x;
    double h = x * half;
    double r = 1 + h * (Q[0] + h * (Q[1] + h * (Q[2] + h * (Q[3] + h * Q[4]))));
    double t = 3 - r * half;
    double e = h * ((r - t) / (6 - x * t));
    if (k == 0) return x - (x * e - h);
    return scaled(x, x * (e - c) - c - h, k);
  }

  private static double scaled(double x, double e, int k) {
    if (k == -1) return 0.5 * (x - e) - 0.5;
    if (k == 1) return x < -0.25 ? -2 * (e - (x + 0.5)) : 1 + 2 * (x - e);
    double y;
    if (k <= -2 || k > 56) {
      y = 1 - (e - x);
      return withHigh(y, high(y) + (k << 20)) - 1;
    }
    if (k < 20) {
      y = withHigh(0, 0x3ff00000 - (0x200000 >> k)) - (e - x);
    } else {
      y = x - (e + withHigh(0, 0x3ff - k << 20)) + 1;
    }
    return withHigh(y, high(y) + (k << 20));
  }
}
