package seq2seq.engine.kernel;

/**
 * The matrix product of one thread in readable Java.
 *
 * <p>Its inner loop takes two rows of C and four rows of B through four steps of k. The JIT turns
 * it into SIMD code by itself, because every array in it is indexed by the same bare j: with {@code
 * c[at + j]} and {@code b[from + j]} it would have to fear that a write to one is a read of the
 * other. So the rows at work are copied to arrays of their own first.
 *
 * <p>A C too narrow for that goes to {@link PlainNarrow}.
 */
final class PlainMatMul {
  /** Steps of k in a block, columns of C in a block: 64 rows of 512 floats, 128 KiB of B. */
  private static final int K_BLOCK = 64;

  private static final int COLUMN_BLOCK = 512;

  /**
   * Narrower products than this never reach the SIMD part of the loop; worse, a JIT that saw many
   * of them first would compile it without one.
   */
  private static final int NARROW = 48;

  private static final ThreadLocal<PlainMatMul> OF_THREAD =
      ThreadLocal.withInitial(PlainMatMul::new);

  private final float[][] rowsOfB = new float[K_BLOCK][COLUMN_BLOCK];
  private final float[] upper = new float[COLUMN_BLOCK];
  private final float[] lower = new float[COLUMN_BLOCK];

  private PlainMatMul() {}

  /** C = S + A·B, on the calling thread. */
  static void run(Matrix a, Matrix b, Matrix start, Matrix c) {
    c.set(start);
    if (c.cols() < NARROW) {
      PlainNarrow.run(a, b, c);
    } else {
      OF_THREAD.get().blocks(a, b, c);
    }
  }

  private void blocks(Matrix a, Matrix b, Matrix c) {
    for (int j = 0; j < c.cols(); j += COLUMN_BLOCK) {
      int cols = Math.min(COLUMN_BLOCK, c.cols() - j);
      for (int p = 0; p < a.cols(); p += K_BLOCK) {
        int k = Math.min(K_BLOCK, a.cols() - p);
        copyB(b.window(p, j, k, cols));
        block(a.window(0, p, a.rows(), k), c.window(0, j, c.rows(), cols));
      }
    }
  }

  private void copyB(Matrix b) {
    for (int p = 0; p < b.rows(); p++) {
      float[] row = rowsOfB[p];
      int at = b.index(p, 0);
      if (b.colStride() == 1) {
        System.arraycopy(b.data(), at, row, 0, b.cols());
      } else {
        for (int j = 0; j < b.cols(); j++) row[j] = b.data()[at + j * b.colStride()];
      }
    }
  }

  private void block(Matrix a, Matrix c) {
    for (int i = 0; i < c.rows(); i += 2) {
      // An odd last row is its own partner: computed twice, with the same result.
      int partner = Math.min(i + 1, c.rows() - 1);
      System.arraycopy(c.data(), c.index(i, 0), upper, 0, c.cols());
      System.arraycopy(c.data(), c.index(partner, 0), lower, 0, c.cols());
      twoRows(a, i, partner, c.cols());
      System.arraycopy(upper, 0, c.data(), c.index(i, 0), c.cols());
      System.arraycopy(lower, 0, c.data(), c.index(partner, 0), c.cols());
    }
  }

  private void twoRows(Matrix a, int i, int partner, int cols) {
    int p = 0;
    for (; p + 4 <= a.cols(); p += 4) fourSteps(a, i, partner, p, cols);
    for (; p < a.cols(); p++) {
      oneStep(a.data()[a.index(i, p)], rowsOfB[p], upper, cols);
      oneStep(a.data()[a.index(partner, p)], rowsOfB[p], lower, cols);
    }
  }

  /** Continues the chains of two rows of C by four steps of k. */
  private void fourSteps(Matrix a, int i, int partner, int p, int cols) {
    float[] x = a.data();
    int step = a.colStride();
    int u = a.index(i, p);
    int v = a.index(partner, p);
    float u0 = x[u];
    float u1 = x[u + step];
    float u2 = x[u + 2 * step];
    float u3 = x[u + 3 * step];
    float v0 = x[v];
    float v1 = x[v + step];
    float v2 = x[v + 2 * step];
    float v3 = x[v + 3 * step];
    float[] b0 = rowsOfB[p];
    float[] b1 = rowsOfB[p + 1];
    float[] b2 = rowsOfB[p + 2];
    float[] b3 = rowsOfB[p + 3];
    float[] c = upper;
    float[] d = lower;
    for (int j = 0; j < cols; j++) {
      c[j] =
          Math.fma(u3, b3[j], Math.fma(u2, b2[j], Math.fma(u1, b1[j], Math.fma(u0, b0[j], c[j]))));
      d[j] =
          Math.fma(v3, b3[j], Math.fma(v2, b2[j], Math.fma(v1, b1[j], Math.fma(v0, b0[j], d[j]))));
    }
  }

  private static void oneStep(float x, float[] b, float[] c, int cols) {
    for (int j = 0; j < cols; j++) c[j] = Math.fma(x, b[j], c[j]);
  }
}
