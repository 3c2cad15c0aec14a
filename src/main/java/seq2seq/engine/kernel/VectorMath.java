package seq2seq.engine.kernel;

import static seq2seq.engine.kernel.VectorLanes.SPECIES;
import static seq2seq.engine.kernel.VectorLanes.WIDTH;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * {@link FloatMath} for all lanes at once: the same steps in the same order, a choice between two
 * values becoming a blend. What is left over at the end of a range goes through {@code FloatMath}
 * itself.
 *
 * <p>Each function is one loop with its steps written out. A vector that crosses a call which the
 * JIT does not inline goes to the heap, and a function of this size called from two loops is not
 * inlined: so tanh and sigmoid do not call exp for a vector, but for a stretch of memory that fits
 * the cache.
 */
final class VectorMath {
  private static final int STRETCH = 1024;
  private static final ThreadLocal<float[]> SCRATCH =
      ThreadLocal.withInitial(() -> new float[STRETCH]);

  private VectorMath() {}

  /** As {@link Kernel#exp}, step by step {@link FloatMath#exp}. */
  static void exp(float[] x, float[] y, int from, int to) {
    int i = from;
    for (; i <= to - WIDTH; i += WIDTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, i);
      FloatVector clamped = v.blend(FloatMath.EXP_LOWEST, v.lt(FloatMath.EXP_LOWEST));
      clamped =
          clamped.blend(
              FloatMath.EXP_HIGHEST, v.compare(VectorOperators.GT, FloatMath.EXP_HIGHEST));
      FloatVector shifted = clamped.fma(all(FloatMath.LOG2_E), all(FloatMath.ROUNDER));
      FloatVector n = shifted.sub(FloatMath.ROUNDER);
      FloatVector high = n.fma(all(-FloatMath.LN2_HIGH), clamped);
      FloatVector low = n.mul(-FloatMath.LN2_LOW);
      FloatVector r = high.add(low);
      FloatVector p = all(FloatMath.EXP_4).fma(r, all(FloatMath.EXP_3));
      p = p.fma(r, all(FloatMath.EXP_2));
      p = p.fma(r, all(FloatMath.EXP_1));
      p = p.fma(r, all(FloatMath.EXP_0));
      FloatVector sum = high.add(1f);
      FloatVector lost = high.sub(sum.sub(1f));
      FloatVector power = sum.add(lost.add(r.mul(r).fma(p, low)));
      IntVector exponent = shifted.reinterpretAsInts().sub(FloatMath.ROUNDER_BITS);
      IntVector half = exponent.lanewise(VectorOperators.ASHR, 1);
      // 2^n twice, spelt out: as a method it is not always inlined, and then costs two objects a
      // turn.
      IntVector first = half.add(127).lanewise(VectorOperators.LSHL, 23);
      IntVector second = exponent.sub(half).add(127).lanewise(VectorOperators.LSHL, 23);
      power = power.mul(first.reinterpretAsFloats()).mul(second.reinterpretAsFloats());
      power.intoArray(y, i);
    }
    for (; i < to; i++) y[i] = FloatMath.exp(x[i]);
  }

  /** As {@link Kernel#expShifted}: the difference, exp, and the sum, each over the whole range. */
  static float expShifted(float[] x, int from, int to, float shift, float[] y, int yAt) {
    int count = to - from;
    int i = 0;
    for (; i <= count - WIDTH; i += WIDTH) {
      FloatVector.fromArray(SPECIES, x, from + i).sub(shift).intoArray(y, yAt + i);
    }
    for (; i < count; i++) y[yAt + i] = x[from + i] - shift;
    exp(y, y, yAt, yAt + count);
    return VectorSums.sum(y, yAt, yAt + count);
  }

  /** As {@link Kernel#log}, step by step {@link FloatMath#log}. */
  static void log(float[] x, float[] y, int from, int to) {
    int i = from;
    for (; i <= to - WIDTH; i += WIDTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, i);
      VectorMask<Float> tiny = v.lt(Float.MIN_NORMAL);
      FloatVector scaled = v.blend(v.mul(FloatMath.TWO_23), tiny);
      IntVector bits = scaled.reinterpretAsInts().sub(FloatMath.SQRT_HALF_BITS);
      FloatVector exponent =
          bits.lanewise(VectorOperators.ASHR, 23)
              .add(FloatMath.ROUNDER_BITS)
              .reinterpretAsFloats()
              .sub(FloatMath.ROUNDER);
      FloatVector n = exponent.blend(exponent.sub(23f), tiny);
      FloatVector f =
          bits.and(0x7fffff).add(FloatMath.SQRT_HALF_BITS).reinterpretAsFloats().sub(1f);
      FloatVector p = all(FloatMath.LOG_7).fma(f, all(FloatMath.LOG_6));
      p = p.fma(f, all(FloatMath.LOG_5));
      p = p.fma(f, all(FloatMath.LOG_4));
      p = p.fma(f, all(FloatMath.LOG_3));
      p = p.fma(f, all(FloatMath.LOG_2));
      p = p.fma(f, all(FloatMath.LOG_1));
      p = p.fma(f, all(FloatMath.LOG_0));
      p = p.fma(f, all(-0.5f));
      FloatVector small = f.add(f.mul(f).fma(p, n.mul(FloatMath.LN2_LOW)));
      FloatVector result = n.fma(all(FloatMath.LN2_HIGH), small);
      result = v.blend(result, v.compare(VectorOperators.LE, Float.MAX_VALUE));
      result = result.blend(Float.NaN, v.lt(0f));
      result.blend(Float.NEGATIVE_INFINITY, v.eq(0f)).intoArray(y, i);
    }
    for (; i < to; i++) y[i] = FloatMath.log(x[i]);
  }

  /** As {@link Kernel#tanh}, step by step {@link FloatMath#tanh}. */
  static void tanh(float[] x, float[] y, int from, int to) {
    float[] e = SCRATCH.get();
    int aligned = to - Math.floorMod(to - from, WIDTH);
    for (int i = from; i < aligned; i += STRETCH) {
      int count = Math.min(STRETCH, aligned - i);
      expOfDoubledSize(x, i, e, count);
      tanhFromExp(x, i, e, y, count);
    }
    for (int i = aligned; i < to; i++) y[i] = FloatMath.tanh(x[i]);
  }

  private static void expOfDoubledSize(float[] x, int at, float[] e, int count) {
    for (int i = 0; i < count; i += WIDTH) {
      FloatVector size = FloatVector.fromArray(SPECIES, x, at + i).abs();
      size.add(size).intoArray(e, i);
    }
    exp(e, e, 0, count);
  }

  private static void tanhFromExp(float[] x, int at, float[] e, float[] y, int count) {
    for (int i = 0; i < count; i += WIDTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, at + i);
      FloatVector size = v.abs();
      FloatVector square = size.mul(size);
      FloatVector p = all(FloatMath.TANH_4).fma(square, all(FloatMath.TANH_3));
      p = p.fma(square, all(FloatMath.TANH_2));
      p = p.fma(square, all(FloatMath.TANH_1));
      p = p.fma(square, all(FloatMath.TANH_0));
      FloatVector near = size.mul(square).fma(p, size);
      FloatVector far = all(1f).sub(all(2f).div(FloatVector.fromArray(SPECIES, e, i).add(1f)));
      FloatVector result = far.blend(near, size.lt(FloatMath.TANH_SMALL));
      IntVector sign = v.reinterpretAsInts().and(FloatMath.SIGN);
      result.reinterpretAsInts().or(sign).reinterpretAsFloats().intoArray(y, at + i);
    }
  }

  /** As {@link Kernel#sigmoid}, step by step {@link FloatMath#sigmoid}. */
  static void sigmoid(float[] x, float[] y, int from, int to) {
    float[] e = SCRATCH.get();
    int aligned = to - Math.floorMod(to - from, WIDTH);
    for (int i = from; i < aligned; i += STRETCH) {
      int count = Math.min(STRETCH, aligned - i);
      expOfMinusSize(x, i, e, count);
      sigmoidFromExp(x, i, e, y, count);
    }
    for (int i = aligned; i < to; i++) y[i] = FloatMath.sigmoid(x[i]);
  }

  private static void expOfMinusSize(float[] x, int at, float[] e, int count) {
    for (int i = 0; i < count; i += WIDTH) {
      FloatVector.fromArray(SPECIES, x, at + i).abs().neg().intoArray(e, i);
    }
    exp(e, e, 0, count);
  }

  private static void sigmoidFromExp(float[] x, int at, float[] e, float[] y, int count) {
    for (int i = 0; i < count; i += WIDTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, e, i);
      VectorMask<Float> below = FloatVector.fromArray(SPECIES, x, at + i).lt(0f);
      FloatVector numerator = all(1f).blend(v, below);
      FloatVector sum = v.add(1f);
      FloatVector lost = v.sub(sum.sub(1f));
      FloatVector quotient = numerator.div(sum);
      FloatVector negative = quotient.neg();
      FloatVector remainder = negative.fma(lost, negative.fma(sum, numerator));
      remainder.fma(v.fma(all(-0.5f), all(1f)), quotient).intoArray(y, at + i);
    }
  }

  private static FloatVector all(float value) {
    return FloatVector.broadcast(SPECIES, value);
  }
}
