package seq2seq.engine.kernel;

/**
 * The product with a matrix of few columns, such as one column of attention weights.
 *
 * <p>A chain cannot be split, so four chains run side by side, one for each of four rows of C.
 */
final class PlainNarrow {
  private PlainNarrow() {}

  /** C += A·B. */
  static void run(Matrix a, Matrix b, Matrix c) {
    for (int j = 0; j < c.cols(); j++) {
      for (int i = 0; i < c.rows(); i += 4) {
        fourChains(a, i, b, j, c);
      }
    }
  }

  /** The rows i to i + 3 of column j; rows past the last repeat it, with the same result. */
  private static void fourChains(Matrix a, int i, Matrix b, int j, Matrix c) {
    int last = c.rows() - 1;
    int i1 = Math.min(i + 1, last);
    int i2 = Math.min(i + 2, last);
    int i3 = Math.min(i + 3, last);
    float[] x = a.data();
    float[] z = c.data();
    float s0 = z[c.index(i, j)];
    float s1 = z[c.index(i1, j)];
    float s2 = z[c.index(i2, j)];
    float s3 = z[c.index(i3, j)];
    for (int p = 0; p < a.cols(); p++) {
      float y = b.data()[b.index(p, j)];
      s0 = Math.fma(x[a.index(i, p)], y, s0);
      s1 = Math.fma(x[a.index(i1, p)], y, s1);
      s2 = Math.fma(x[a.index(i2, p)], y, s2);
      s3 = Math.fma(x[a.index(i3, p)], y, s3);
    }
    z[c.index(i, j)] = s0;
    z[c.index(i1, j)] = s1;
    z[c.index(i2, j)] = s2;
    z[c.index(i3, j)] = s3;
  }
}
