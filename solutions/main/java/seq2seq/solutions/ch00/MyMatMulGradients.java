package seq2seq.solutions.ch00;

import seq2seq.graded.ch00.MatMulGradients;

/**
 * Exercise 0.3, the two gradients of a matrix product: {@link MatMulGradients} says what to write.
 *
 * <p>To try it: {@code ./learn check 0.3}. If you are stuck: {@code ./learn hint 0.3}.
 */
public final class MyMatMulGradients implements MatMulGradients {
  // BEGIN SOLUTION
  // Why it is right: the product uses each pair A_ik, B_kj for exactly one place, C_ij. So one walk
  // over all i, k, j that sends dC_ij back to both factors, each times the value of the other, has
  // visited every use of every element, and the sums are dC·Bᵀ and Aᵀ·dC.
  //
  // Usual mistakes: no transposition, which fits while the matrices are square; the factors in the
  // wrong order; = for +=, which leaves the share of the last column or row; dC forgotten.
  // END SOLUTION

  @Override
  public Gradients gradients(double[][] a, double[][] b, double[][] dC) {
    // BEGIN SOLUTION
    check(a, b, dC);
    double[][] dA = new double[a.length][b.length];
    double[][] dB = new double[b.length][b[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int k = 0; k < b.length; k++) {
        for (int j = 0; j < b[0].length; j++) {
          dA[i][k] += dC[i][j] * b[k][j];
          dB[k][j] += dC[i][j] * a[i][k];
        }
      }
    }
    return new Gradients(dA, dB);
    // END SOLUTION
  }

  // BEGIN SOLUTION
  private static void check(double[][] a, double[][] b, double[][] dC) {
    if (a[0].length != b.length || dC.length != a.length || dC[0].length != b[0].length) {
      throw new IllegalArgumentException(
          "matmul gradients: A "
              + size(a)
              + ", B "
              + size(b)
              + " and dC "
              + size(dC)
              + " do not fit; (m×k), (k×n) and (m×n) do");
    }
  }

  private static String size(double[][] matrix) {
    return "(" + matrix.length + "×" + matrix[0].length + ")";
  }
  // END SOLUTION
}
