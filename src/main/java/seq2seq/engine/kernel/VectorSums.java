package seq2seq.engine.kernel;

import static seq2seq.engine.kernel.VectorLanes.SPECIES;
import static seq2seq.engine.kernel.VectorLanes.WIDTH;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/**
 * SIMD reductions in the order of {@link Kernel#sum}: 16 lanes, whatever the width of a vector.
 *
 * <p>The 16 lanes are one, two or four vectors. The unused ones stay zero; the JIT drops their
 * code, since {@code WIDTH} is a constant to it.
 */
final class VectorSums {
  private VectorSums() {}

  /** As {@link Kernel#sum}. */
  static float sum(float[] x, int from, int to) {
    FloatVector s0 = FloatVector.zero(SPECIES);
    FloatVector s1 = s0;
    FloatVector s2 = s0;
    FloatVector s3 = s0;
    int i = from;
    for (; i <= to - Lanes.COUNT; i += Lanes.COUNT) {
      s0 = s0.add(FloatVector.fromArray(SPECIES, x, i));
      if (WIDTH < 16) s1 = s1.add(FloatVector.fromArray(SPECIES, x, i + WIDTH));
      if (WIDTH < 8) {
        s2 = s2.add(FloatVector.fromArray(SPECIES, x, i + 2 * WIDTH));
        s3 = s3.add(FloatVector.fromArray(SPECIES, x, i + 3 * WIDTH));
      }
    }
    float[] lanes = lanes(s0, s1, s2, s3);
    for (int j = 0; i + j < to; j++) lanes[j] += x[i + j];
    return Lanes.total(lanes);
  }

  /** As {@link Kernel#isZero}. The first number tells for most: then no vector is needed. */
  static boolean isZero(float[] x, int at, int count) {
    if (x[at] != 0f) return false;
    IntVector bits = FloatVector.zero(SPECIES).reinterpretAsInts();
    int i = 0;
    for (; i <= count - WIDTH; i += WIDTH) {
      bits = bits.or(FloatVector.fromArray(SPECIES, x, at + i).reinterpretAsInts());
    }
    int all = bits.reduceLanes(VectorOperators.OR);
    for (; i < count; i++) all |= Float.floatToRawIntBits(x[at + i]);
    return (all & ~FloatMath.SIGN) == 0;
  }

  /** As {@link Kernel#dot}. */
  static float dot(float[] x, int xAt, float[] y, int yAt, int count) {
    FloatVector s0 = FloatVector.zero(SPECIES);
    FloatVector s1 = s0;
    FloatVector s2 = s0;
    FloatVector s3 = s0;
    int i = 0;
    for (; i <= count - Lanes.COUNT; i += Lanes.COUNT) {
      s0 = s0.add(products(x, xAt + i, y, yAt + i));
      if (WIDTH < 16) s1 = s1.add(products(x, xAt + i + WIDTH, y, yAt + i + WIDTH));
      if (WIDTH < 8) {
        s2 = s2.add(products(x, xAt + i + 2 * WIDTH, y, yAt + i + 2 * WIDTH));
        s3 = s3.add(products(x, xAt + i + 3 * WIDTH, y, yAt + i + 3 * WIDTH));
      }
    }
    float[] lanes = lanes(s0, s1, s2, s3);
    for (int j = 0; i + j < count; j++) lanes[j] += x[xAt + i + j] * y[yAt + i + j];
    return Lanes.total(lanes);
  }

  private static FloatVector products(float[] x, int xAt, float[] y, int yAt) {
    return FloatVector.fromArray(SPECIES, x, xAt).mul(FloatVector.fromArray(SPECIES, y, yAt));
  }

  /** As {@link Kernel#sumOfSquares}. */
  static double sumOfSquares(float[] x, int from, int to) {
    double total = 0;
    for (int at = from; at < to; at += Lanes.BLOCK) {
      total += blockOfSquares(x, at, Math.min(to, at + Lanes.BLOCK));
    }
    return total;
  }

  private static float blockOfSquares(float[] x, int from, int to) {
    FloatVector s0 = FloatVector.zero(SPECIES);
    FloatVector s1 = s0;
    FloatVector s2 = s0;
    FloatVector s3 = s0;
    int i = from;
    for (; i <= to - Lanes.COUNT; i += Lanes.COUNT) {
      s0 = addSquare(x, i, s0);
      if (WIDTH < 16) s1 = addSquare(x, i + WIDTH, s1);
      if (WIDTH < 8) {
        s2 = addSquare(x, i + 2 * WIDTH, s2);
        s3 = addSquare(x, i + 3 * WIDTH, s3);
      }
    }
    float[] lanes = lanes(s0, s1, s2, s3);
    for (int j = 0; i + j < to; j++) lanes[j] = Math.fma(x[i + j], x[i + j], lanes[j]);
    return Lanes.total(lanes);
  }

  private static FloatVector addSquare(float[] x, int at, FloatVector sum) {
    FloatVector v = FloatVector.fromArray(SPECIES, x, at);
    return v.fma(v, sum);
  }

  /** The lanes of one, two or four vectors as an array of 16. */
  static float[] lanes(FloatVector s0, FloatVector s1, FloatVector s2, FloatVector s3) {
    float[] lanes = new float[Lanes.COUNT];
    s0.intoArray(lanes, 0);
    if (WIDTH < 16) s1.intoArray(lanes, WIDTH);
    if (WIDTH < 8) {
      s2.intoArray(lanes, 2 * WIDTH);
      s3.intoArray(lanes, 3 * WIDTH);
    }
    return lanes;
  }

  /** As {@link Kernel#max}. */
  static float max(float[] x, int from, int to) {
    float best = Float.NEGATIVE_INFINITY;
    int i = from;
    if (to - from >= WIDTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, from);
      for (i += WIDTH; i <= to - WIDTH; i += WIDTH) {
        v = v.max(FloatVector.fromArray(SPECIES, x, i));
      }
      best = v.reduceLanes(VectorOperators.MAX);
    }
    for (; i < to; i++) best = Math.max(best, x[i]);
    return best;
  }
}
