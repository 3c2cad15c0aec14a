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
      int p = 0;
      for (; p + 4 <= a.cols(); p += 4) fourSteps(a, i, p, b, c);
      for (; p < a.cols(); p++) {
        float x = a.data()[a.index(i, p)];
        VectorLoops.axpy(x, b.data(), b.index(p, 0), c.data(), c.index(i, 0), c.cols());
      }
    }
  }

  /** Continues the chains of one row of C by four steps of k. */
  private static void fourSteps(Matrix a, int i, int p, Matrix b, Matrix c) {
    float[] x = a.data();
    float a0 = x[a.index(i, p)];
    float a1 = x[a.index(i, p + 1)];
    float a2 = x[a.index(i, p + 2)];
    float a3 = x[a.index(i, p + 3)];
    FloatVector x0 = FloatVector.broadcast(SPECIES, a0);
    FloatVector x1 = FloatVector.broadcast(SPECIES, a1);
    FloatVector x2 = FloatVector.broadcast(SPECIES, a2);
    FloatVector x3 = FloatVector.broadcast(SPECIES, a3);
    float[] y = b.data();
    int b0 = b.index(p, 0);
    int b1 = b0 + b.rowStride();
    int b2 = b1 + b.rowStride();
    int b3 = b2 + b.rowStride();
    float[] z = c.data();
    int at = c.index(i, 0);
    int j = 0;
    for (; j < SPECIES.loopBound(c.cols()); j += WIDTH) {
      FloatVector chain = FloatVector.fromArray(SPECIES, z, at + j);
      chain = x0.fma(FloatVector.fromArray(SPECIES, y, b0 + j), chain);
      chain = x1.fma(FloatVector.fromArray(SPECIES, y, b1 + j), chain);
      chain = x2.fma(FloatVector.fromArray(SPECIES, y, b2 + j), chain);
      chain = x3.fma(FloatVector.fromArray(SPECIES, y, b3 + j), chain);
      chain.intoArray(z, at + j);
    }
    for (; j < c.cols(); j++) {
      float chain = Math.fma(a0, y[b0 + j], z[at + j]);
      chain = Math.fma(a1, y[b1 + j], chain);
      chain = Math.fma(a2, y[b2 + j], chain);
      z[at + j] = Math.fma(a3, y[b3 + j], chain);
    }
  }
}
