package seq2seq.engine.kernel;

/**
 * The product with a matrix of few columns, too few for long loops along a row.
 *
 * <p>A chain cannot be split, and each of its steps waits for the one before; so eight chains run
 * side by side: four rows of C by two columns.
 */
final class PlainNarrow {
  private PlainNarrow() {}

  /** C += A·B. */
  static void run(Matrix a, Matrix b, Matrix c) {
    for (int j = 0; j < c.cols(); j += 2) {
      for (int i = 0; i < c.rows(); i += 4) eightChains(a, i, b, j, c);
    }
  }

  /**
   * The rows i to i + 3 of the columns j and j + 1; one that C does not have repeats the last it
   * has, with the same result.
   */
  private static void eightChains(Matrix a, int i, Matrix b, int j, Matrix c) {
    int bottom = c.rows() - 1;
    int right = Math.min(j + 1, c.cols() - 1) - j;
    int i1 = Math.min(i + 1, bottom);
    int i2 = Math.min(i + 2, bottom);
    int i3 = Math.min(i + 3, bottom);
    int a0 = a.index(i, 0);
    int a1 = a.index(i1, 0);
    int a2 = a.index(i2, 0);
    int a3 = a.index(i3, 0);
    int c0 = c.index(i, j);
    int c1 = c.index(i1, j);
    int c2 = c.index(i2, j);
    int c3 = c.index(i3, j);
    int b0 = b.index(0, j);
    int b1 = b0 + right * b.colStride();
    int stepA = a.colStride();
    int stepB = b.rowStride();
    float[] x = a.data();
    float[] y = b.data();
    float[] z = c.data();
    float s0 = z[c0];
    float t0 = z[c0 + right];
    float s1 = z[c1];
    float t1 = z[c1 + right];
    float s2 = z[c2];
    float t2 = z[c2 + right];
    float s3 = z[c3];
    float t3 = z[c3 + right];
    for (int p = 0; p < a.cols(); p++) {
      float u = y[b0 + p * stepB];
      float v = y[b1 + p * stepB];
      s0 = Math.fma(x[a0 + p * stepA], u, s0);
      t0 = Math.fma(x[a0 + p * stepA], v, t0);
      s1 = Math.fma(x[a1 + p * stepA], u, s1);
      t1 = Math.fma(x[a1 + p * stepA], v, t1);
      s2 = Math.fma(x[a2 + p * stepA], u, s2);
      t2 = Math.fma(x[a2 + p * stepA], v, t2);
      s3 = Math.fma(x[a3 + p * stepA], u, s3);
      t3 = Math.fma(x[a3 + p * stepA], v, t3);
    }
    z[c0] = s0;
    z[c0 + right] = t0;
    z[c1] = s1;
    z[c1 + right] = t1;
    z[c2] = s2;
    z[c2 + right] = t2;
    z[c3] = s3;
    z[c3 + right] = t3;
  }
}
