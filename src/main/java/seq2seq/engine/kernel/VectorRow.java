package seq2seq.engine.kernel;

import static seq2seq.engine.kernel.VectorLanes.SPECIES;
import static seq2seq.engine.kernel.VectorLanes.WIDTH;

import jdk.incubator.vector.FloatVector;

/**
 * The SIMD product of a few rows with a row-major matrix: decoding one sentence, one token at a
 * time.
 *
 * <p>Each element of B is used once per row, so reading B is the whole cost: it is read where it
 * lies, four of its rows at a time, straight along memory.
 */
final class VectorRow {
  private VectorRow() {}

  /** C = S + A·B, row by row; B has column stride 1. */
  static void run(Matrix a, Matrix b, Matrix start, Matrix c) {
    c.set(start);
    for (int i = 0; i < c.rows(); i++) {
      int cAt = c.index(i, 0);
      int p = 0;
      for (; p + 4 <= a.cols(); p += 4) {
        float[] x = a.data();
        fourSteps(
            x[a.index(i, p)],
            x[a.index(i, p + 1)],
            x[a.index(i, p + 2)],
            x[a.index(i, p + 3)],
            b.data(),
            b.index(p, 0),
            b.rowStride(),
            c.data(),
            cAt,
            c.cols());
      }
      for (; p < a.cols(); p++) {
        VectorLoops.axpy(a.data()[a.index(i, p)], b.data(), b.index(p, 0), c.data(), cAt, c.cols());
      }
    }
  }

  /** Continues the chains of one row of C by four steps of k. */
  private static void fourSteps(
      float a0,
      float a1,
      float a2,
      float a3,
      float[] b,
      int bAt,
      int stride,
      float[] c,
      int cAt,
      int count) {
    FloatVector x0 = FloatVector.broadcast(SPECIES, a0);
    FloatVector x1 = FloatVector.broadcast(SPECIES, a1);
    FloatVector x2 = FloatVector.broadcast(SPECIES, a2);
    FloatVector x3 = FloatVector.broadcast(SPECIES, a3);
    int b1 = bAt + stride;
    int b2 = b1 + stride;
    int b3 = b2 + stride;
    int j = 0;
    for (; j < SPECIES.loopBound(count); j += WIDTH) {
      FloatVector chain = FloatVector.fromArray(SPECIES, c, cAt + j);
      chain = x0.fma(FloatVector.fromArray(SPECIES, b, bAt + j), chain);
      chain = x1.fma(FloatVector.fromArray(SPECIES, b, b1 + j), chain);
      chain = x2.fma(FloatVector.fromArray(SPECIES, b, b2 + j), chain);
      chain = x3.fma(FloatVector.fromArray(SPECIES, b, b3 + j), chain);
      chain.intoArray(c, cAt + j);
    }
    for (; j < count; j++) {
      float chain = Math.fma(a0, b[bAt + j], c[cAt + j]);
      chain = Math.fma(a1, b[b1 + j], chain);
      chain = Math.fma(a2, b[b2 + j], chain);
      c[cAt + j] = Math.fma(a3, b[b3 + j], chain);
    }
  }
}
