package seq2seq.book.live.jdk;

import static seq2seq.book.live.jdk.Fdlibm.P;
import static seq2seq.book.live.jdk.Fdlibm.high;
import static seq2seq.book.live.jdk.Fdlibm.highOnly;
import static seq2seq.book.live.jdk.Fdlibm.low;
import static seq2seq.book.live.jdk.Fdlibm.withHigh;

/**
 * x to the power y as {@code StrictMath} has it.
 *
 * <p>From fdlibm 5.3, e_pow.c, whose notice is: Copyright (C) 2004 by Sun Microsystems, Inc. All
 * rights reserved. Permission to use, copy, modify, and distribute this software is freely granted,
 * provided that this notice is preserved.
 */
public final class FdlibmPower {
  private static final double[] L = {
    5.99999999999994648725e-01,
    4.28571428578550184252e-01,
    3.33333329818377432918e-01,
    2.72728123808534006489e-01,
    2.30660745775561754067e-01,
    2.06975017800338417784e-01
  };
  private static final double LG2 = 6.93147180559945286227e-01;
  private static final double LG2_HIGH = 6.93147182464599609375e-01;
  private static final double LG2_LOW = -1.90465429995776804525e-09;
  private static final double TOP = 8.0085662595372944372e-0017;
  private static final double CP = 9.61796693925975554329e-01;
  private static final double CP_HIGH = 9.61796700954437255859e-01;
  private static final double CP_LOW = -7.02846165095275826516e-09;
  private static final double PER_LN2 = 1.44269504088896338700e+00;
  private static final double PER_LN2_HIGH = 1.44269502162933349609e+00;
  private static final double PER_LN2_LOW = 1.92596299112661746887e-08;

  /** The logarithm of |x| to the base 2, in two parts, the first of few bits. */
  private double logHigh;

  private double logLow;

  private FdlibmPower() {}

  /** For {@code StrictMath.pow}. */
  public static double pow(double x, double y) {
    if (y == 0) return 1;
    if (x != x || y != y) return x + y;
    double size = Math.abs(x);
    if (Double.isInfinite(y)) {
      return size == 1 ? Double.NaN : size > 1 == y > 0 ? Double.POSITIVE_INFINITY : 0;
    }
    if (y == 1) return x;
    if (y == -1) return 1 / x;
    if (y == 2) return x * x;
    boolean negative = high(x) < 0;
    if (y == 0.5 && !negative) return Math.sqrt(x);
    boolean whole = Math.floor(y) == y;
    boolean odd = whole && Math.abs(y) < 0x1p53 && ((long) y & 1) != 0;
    if (size == 0 || size == 1 || Double.isInfinite(size)) {
      double z = y < 0 ? 1 / size : size;
      if (negative && size == 1 && !whole) return Double.NaN;
      return negative && odd ? -z : z;
    }
    if (negative && !whole) return Double.NaN;
    return (negative && odd ? -1 : 1) * new FdlibmPower().positive(size, y);
  }

  private double positive(double x, double y) {
    int ix = high(x);
    if (Math.abs(y) >= 0x1.00001p31) {
      boolean grows = x > 1 == y > 0;
      boolean near = ix == 0x3fefffff || ix == 0x3ff00000;
      if (!near || Math.abs(y) >= 0x1.00001p64) return grows ? Double.POSITIVE_INFINITY : 0;
      logNearOne(x);
    } else {
      log(x);
    }
    double upper = highOnly(y);
    double low = (y - upper) * logHigh + y * logLow;
    double high = upper * logHigh;
    return powerOfTwo(high, low);
  }

  private void logNearOne(double x) {
    double t = x - 1;
    double w = t * t * (0.5 - t * (0.3333333333333333333333 - t * 0.25));
    double u = PER_LN2_HIGH * t;
    double v = t * PER_LN2_LOW - w * PER_LN2;
    logHigh = highOnly(u + v);
    logLow = v - (logHigh - u);
  }

  private void log(double x) {
    int n = 0;
    if (x < Double.MIN_NORMAL) {
      x *= 0x1p53;
      n = -53;
    }
    int ix = high(x);
    n += (ix >> 20) - 0x3ff;
    int j = ix & 0x000fffff;
    ix = j | 0x3ff00000;
    boolean upper = j > 0x3988E && j < 0xBB67A;
    if (j >= 0xBB67A) {
      n++;
      ix -= 0x00100000;
    }
    log(withHigh(x, ix), ix, n, upper);
  }

  private void log(double x, int ix, int n, boolean upper) {
    double base = upper ? 1.5 : 1;
    double u = x - base;
    double v = 1 / (x + base);
    double s = u * v;
    double sHigh = highOnly(s);
    double tHigh = withHigh(0, (ix >> 1 | 0x20000000) + 0x00080000 + (upper ? 1 << 18 : 0));
    double tLow = x - (tHigh - base);
    double sLow = v * (u - sHigh * tHigh - sHigh * tLow);
    double s2 = s * s;
    double r = s2 * s2 * (L[0] + s2 * (L[1] + s2 * (L[2] + s2 * (L[3] + s2 * (L[4] + s2 * L[5])))));
    r += sLow * (sHigh + s);
    s2 = sHigh * sHigh;
    tHigh = highOnly(3 + s2 + r);
    tLow = r - (tHigh - 3 - s2);
    u = sHigh * tHigh;
    v = sLow * tHigh + tLow * s;
    double pHigh = highOnly(u + v);
    double pLow = v - (pHigh - u);
    double zHigh = CP_HIGH * pHigh;
    double zLow = CP_LOW * pHigh + pLow * CP + (upper ? 1.35003920212974897128e-08 : 0);
    double dp = upper ? 5.84962487220764160156e-01 : 0;
    logHigh = highOnly(zHigh + zLow + dp + n);
    logLow = zLow - (logHigh - n - dp - zHigh);
  }

  /** 2 to the power high + low. */
  private static double powerOfTwo(double pHigh, double pLow) {
    double z = pLow + pHigh;
    int j = high(z);
    int i = low(z);
    if (j >= 0x40900000) {
      if ((j - 0x40900000 | i) != 0 || pLow + TOP > z - pHigh) return Double.POSITIVE_INFINITY;
    } else if ((j & 0x7fffffff) >= 0x4090cc00) {
      if ((j - 0xc090cc00 | i) != 0 || pLow <= z - pHigh) return 0;
    }
    int n = 0;
    if ((j & 0x7fffffff) > 0x3fe00000) {
      n = j + (0x00100000 >> ((j & 0x7fffffff) >> 20) - 0x3ff + 1);
      int k = ((n & 0x7fffffff) >> 20) - 0x3ff;
      pHigh -= withHigh(0, n & ~(0x000fffff >> k));
      n = (n & 0x000fffff | 0x00100000) >> 20 - k;
      if (j < 0) n = -n;
    }
    double t = highOnly(pLow + pHigh);
    double u = t * LG2_HIGH;
    double v = (pLow - (t - pHigh)) * LG2 + t * LG2_LOW;
    z = u + v;
    double w = v - (z - u);
    t = z * z;
    double t1 = z - t * (P[0] + t * (P[1] + t * (P[2] + t * (P[3] + t * P[4]))));
    double r = z * t1 / (t1 - 2) - (w + z * w);
    z = 1 - (r - z);
    j = high(z) + (n << 20);
    return j >> 20 <= 0 ? z * withHigh(0, 0x3ff + n + 54 << 20) * 0x1p-54 : withHigh(z, j);
  }
}
