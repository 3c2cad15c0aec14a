package seq2seq.graded.ch04;

import java.util.Arrays;
import seq2seq.engine.Generator;

/** Matrices as plain arrays, for the graded tests of this chapter. */
final class Matrices {
  private Matrices() {}

  static double[][] random(int rows, int columns, double deviation, Generator random) {
    double[][] matrix = new double[rows][columns];
    for (double[] row : matrix) {
      Arrays.setAll(row, j -> deviation * random.nextGaussian());
    }
    return matrix;
  }

  static double[][] product(double[][] left, double[][] right) {
    double[][] product = new double[left.length][right[0].length];
    for (int i = 0; i < left.length; i++) {
      for (int k = 0; k < right.length; k++) {
        for (int j = 0; j < right[0].length; j++) {
          product[i][j] += left[i][k] * right[k][j];
        }
      }
    }
    return product;
  }

  static double[][] sum(double[][] a, double[][] b) {
    double[][] sum = new double[a.length][a[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[0].length; j++) {
        sum[i][j] = a[i][j] + b[i][j];
      }
    }
    return sum;
  }

  /** The columns of one, then those of the other. */
  static double[][] sideBySide(double[][] left, double[][] right) {
    double[][] both = new double[left.length][];
    for (int i = 0; i < left.length; i++) {
      both[i] = Arrays.copyOf(left[i], left[i].length + right[i].length);
      System.arraycopy(right[i], 0, both[i], left[i].length, right[i].length);
    }
    return both;
  }

  static double[][] rows(double[][] matrix, int from, int to) {
    return Arrays.copyOfRange(matrix, from, to);
  }

  static double[][] columns(double[][] matrix, int from, int to) {
    return Arrays.stream(matrix)
        .map(row -> Arrays.copyOfRange(row, from, to))
        .toArray(double[][]::new);
  }
}
