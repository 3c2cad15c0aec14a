package seq2seq.ch00_engine;

import seq2seq.engine.ShapeException;

/**
 * The matrix product and its two gradients, each as three loops.
 *
 * <pre>
 * C[i][j]  = Σ_k A[i][k]·B[k][j]       (m,k)·(k,n) → (m,n)
 * dA[i][k] = Σ_j dC[i][j]·B[k][j]      dC·Bᵀ: (m,n)·(n,k) → (m,k)
 * dB[k][j] = Σ_i A[i][k]·dC[i][j]      Aᵀ·dC: (k,m)·(m,n) → (k,n)
 * </pre>
 *
 * <p>Why the gradients look like that: A[i][k] occurs in row i of C alone, once in each column j,
 * multiplied by B[k][j]; so each column sends back dC[i][j]·B[k][j], and they add up. In the same
 * way B[k][j] occurs once in each row i.
 *
 * <p>Each sum is one chain of fused multiply-adds in ascending order, as in the engine: the results
 * are equal to those of {@link seq2seq.engine.Tensor#matmul} to the last bit. Goodfellow et al.
 * (2016), section 6.5.6.
 */
public final class MatMulByHand {
  private MatMulByHand() {}

  /**
   * C = A·B.
   *
   * @param a (m,k)
   * @param b (k,n)
   * @return (m,n)
   * @throws ShapeException if the inner sizes differ, or a matrix is empty or ragged
   */
  public static float[][] product(float[][] a, float[][] b) {
    checkInner(columns("A", a), b.length, a, b);
    float[][] c = new float[a.length][columns("B", b)];
    for (int i = 0; i < c.length; i++) {
      for (int j = 0; j < c[i].length; j++) {
        for (int k = 0; k < b.length; k++) {
          c[i][j] = Math.fma(a[i][k], b[k][j], c[i][j]);
        }
      }
    }
    return c;
  }

  /**
   * What each element of A is worth, given what each element of C is worth.
   *
   * @param dC (m,n)
   * @param b (k,n)
   * @return dA (m,k)
   * @throws ShapeException if dC and B differ in columns, or a matrix is empty or ragged
   */
  public static float[][] gradientOfA(float[][] dC, float[][] b) {
    checkInner(columns("dC", dC), columns("B", b), dC, b);
    float[][] dA = new float[dC.length][b.length];
    for (int i = 0; i < dA.length; i++) {
      for (int k = 0; k < b.length; k++) {
        for (int j = 0; j < dC[i].length; j++) {
          dA[i][k] = Math.fma(dC[i][j], b[k][j], dA[i][k]);
        }
      }
    }
    return dA;
  }

  /**
   * What each element of B is worth, given what each element of C is worth.
   *
   * @param a (m,k)
   * @param dC (m,n)
   * @return dB (k,n)
   * @throws ShapeException if A and dC differ in rows, or a matrix is empty or ragged
   */
  public static float[][] gradientOfB(float[][] a, float[][] dC) {
    float[][] dB = new float[columns("A", a)][columns("dC", dC)];
    checkInner(a.length, dC.length, a, dC);
    for (int k = 0; k < dB.length; k++) {
      for (int j = 0; j < dB[k].length; j++) {
        for (int i = 0; i < a.length; i++) {
          dB[k][j] = Math.fma(a[i][k], dC[i][j], dB[k][j]);
        }
      }
    }
    return dB;
  }

  private static int columns(String name, float[][] matrix) {
    if (matrix.length == 0 || matrix[0].length == 0) {
      throw new ShapeException("matmul by hand", name + " is empty");
    }
    for (int i = 1; i < matrix.length; i++) {
      if (matrix[i].length != matrix[0].length) {
        throw new ShapeException(
            "matmul by hand",
            name
                + ": row "
                + i
                + " has "
                + matrix[i].length
                + " numbers, row 0 has "
                + matrix[0].length);
      }
    }
    return matrix[0].length;
  }

  private static void checkInner(int one, int other, float[][] left, float[][] right) {
    if (one != other) {
      throw new ShapeException(
          "matmul by hand",
          "inner sizes differ: " + size(left) + " and " + size(right) + ", " + one + " ≠ " + other);
    }
  }

  private static String size(float[][] matrix) {
    return "(" + matrix.length + "×" + (matrix.length == 0 ? 0 : matrix[0].length) + ")";
  }
}
