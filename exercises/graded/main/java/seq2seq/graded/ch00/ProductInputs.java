package seq2seq.graded.ch00;

import java.util.Arrays;
import seq2seq.engine.Generator;
import seq2seq.graded.Matrices;

/**
 * A matrix product for the graded tests, with its gradients and those that well-known mistakes
 * give.
 *
 * @param a A (m,k)
 * @param b B (k,n)
 * @param dC (m,n)
 */
record ProductInputs(double[][] a, double[][] b, double[][] dC) {

  /** The numbers of the chapter. */
  static ProductInputs ofTheChapter() {
    return new ProductInputs(
        new double[][] {{1, 2, 3}, {4, 5, 6}},
        new double[][] {{1, 0}, {0, 3}, {2, -1}},
        new double[][] {{1, 0}, {10, 100}});
  }

  static ProductInputs random(int m, int k, int n, Generator random) {
    return new ProductInputs(matrix(m, k, random), matrix(k, n, random), matrix(m, n, random));
  }

  /** Numbers from 1/2 to 3/2 of either sign: none is near 0, and none is 1 for certain. */
  static double[][] matrix(int rows, int columns, Generator random) {
    double[][] matrix = new double[rows][columns];
    for (double[] row : matrix) {
      Arrays.setAll(row, j -> (0.5 + random.nextDouble()) * (random.nextInt(2) == 0 ? 1 : -1));
    }
    return matrix;
  }

  /** The same product, with dC all ones. */
  ProductInputs asIfWorthOne() {
    double[][] ones = new double[dC.length][dC[0].length];
    Arrays.stream(ones).forEach(row -> Arrays.fill(row, 1));
    return new ProductInputs(a, b, ones);
  }

  /** Place by place: C_ij = Σ A_ik·B_kj, so A_ik hears from every j. */
  double[][] gradientOfA() {
    return gradientOfA(0);
  }

  double[][] lastColumnOnly() {
    return gradientOfA(b[0].length - 1);
  }

  private double[][] gradientOfA(int fromColumn) {
    double[][] dA = new double[a.length][b.length];
    for (int i = 0; i < a.length; i++) {
      for (int k = 0; k < b.length; k++) {
        for (int j = fromColumn; j < b[0].length; j++) {
          dA[i][k] += dC[i][j] * b[k][j];
        }
      }
    }
    return dA;
  }

  double[][] gradientOfB() {
    return gradientOfB(0);
  }

  double[][] lastRowOnly() {
    return gradientOfB(a.length - 1);
  }

  private double[][] gradientOfB(int fromRow) {
    double[][] dB = new double[b.length][b[0].length];
    for (int k = 0; k < b.length; k++) {
      for (int j = 0; j < b[0].length; j++) {
        for (int i = fromRow; i < a.length; i++) {
          dB[k][j] += a[i][k] * dC[i][j];
        }
      }
    }
    return dB;
  }

  /** left·right where the shapes allow it; else something that no answer is. */
  double[][] fits(double[][] left, double[][] right) {
    return left[0].length == right.length ? Matrices.product(left, right) : new double[0][];
  }

  /** As failures name this product. */
  String inWords() {
    return "A " + size(a) + ", B " + size(b) + ", dC " + size(dC);
  }

  private static String size(double[][] matrix) {
    return "(" + matrix.length + "×" + matrix[0].length + ")";
  }
}
