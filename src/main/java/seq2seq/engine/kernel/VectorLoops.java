package seq2seq.engine.kernel;

import static seq2seq.engine.kernel.VectorLanes.SPECIES;
import static seq2seq.engine.kernel.VectorLanes.WIDTH;

import jdk.incubator.vector.FloatVector;

/** SIMD loops over pairs of arrays, element by element. */
final class VectorLoops {
  private VectorLoops() {}

  /** y[yAt + i] += x[xAt + i]. */
  static void add(float[] x, int xAt, float[] y, int yAt, int count) {
    int i = 0;
    for (; i < SPECIES.loopBound(count); i += WIDTH) {
      FloatVector sum =
          FloatVector.fromArray(SPECIES, y, yAt + i)
              .add(FloatVector.fromArray(SPECIES, x, xAt + i));
      sum.intoArray(y, yAt + i);
    }
    for (; i < count; i++) y[yAt + i] += x[xAt + i];
  }

  /** y[yAt + i] = fma(factor, x[xAt + i], y[yAt + i]). */
  static void axpy(float factor, float[] x, int xAt, float[] y, int yAt, int count) {
    FloatVector a = FloatVector.broadcast(SPECIES, factor);
    int i = 0;
    for (; i < SPECIES.loopBound(count); i += WIDTH) {
      FloatVector old = FloatVector.fromArray(SPECIES, y, yAt + i);
      a.fma(FloatVector.fromArray(SPECIES, x, xAt + i), old).intoArray(y, yAt + i);
    }
    for (; i < count; i++) y[yAt + i] = Math.fma(factor, x[xAt + i], y[yAt + i]);
  }
}
