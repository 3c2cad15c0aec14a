package seq2seq.graded;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import seq2seq.engine.Generator;

/** Matrices as plain arrays, and stacks of them, for the graded tests. */
public final class Matrices {
  private Matrices() {}

  /** Normally distributed numbers. */
  public static double[][] random(int rows, int columns, double deviation, Generator random) {
    double[][] matrix = new double[rows][columns];
    for (double[] row : matrix) {
      Arrays.setAll(row, j -> deviation * random.nextGaussian());
    }
    return matrix;
  }

  /** A stack of matrices of deviation 1 (T,N,D). */
  public static double[][][] stack(int steps, int sentences, int size, Generator random) {
    double[][][] stack = new double[steps][][];
    Arrays.setAll(stack, t -> random(sentences, size, 1, random));
    return stack;
  }

  /** left·right. */
  public static double[][] product(double[][] left, double[][] right) {
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

  /** a + b. */
  public static double[][] sum(double[][] a, double[][] b) {
    double[][] sum = new double[a.length][a[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[0].length; j++) {
        sum[i][j] = a[i][j] + b[i][j];
      }
    }
    return sum;
  }

  /** Every number changed alike. */
  public static double[][] each(double[][] matrix, DoubleUnaryOperator change) {
    return Arrays.stream(matrix)
        .map(row -> Arrays.stream(row).map(change).toArray())
        .toArray(double[][]::new);
  }

  /** Rows and columns exchanged. */
  public static double[][] transposed(double[][] matrix) {
    double[][] turned = new double[matrix[0].length][matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix[0].length; j++) {
        turned[j][i] = matrix[i][j];
      }
    }
    return turned;
  }

  /** The columns of one, then those of the other. */
  public static double[][] sideBySide(double[][] left, double[][] right) {
    double[][] both = new double[left.length][];
    for (int i = 0; i < left.length; i++) {
      both[i] = Arrays.copyOf(left[i], left[i].length + right[i].length);
      System.arraycopy(right[i], 0, both[i], left[i].length, right[i].length);
    }
    return both;
  }

  /** A copy of a stack. */
  public static double[][][] copy(double[][][] stack) {
    return Arrays.stream(stack).map(matrix -> each(matrix, x -> x)).toArray(double[][][]::new);
  }

  /**
   * A copy of a padded batch with other numbers at its padding.
   *
   * @param batch (T,N,D)
   * @param lengths (N)
   * @param rubbish one for each step, in turn
   */
  public static double[][][] withRubbish(double[][][] batch, int[] lengths, double... rubbish) {
    double[][][] changed = copy(batch);
    for (int n = 0; n < lengths.length; n++) {
      for (int t = lengths[n]; t < changed.length; t++) {
        Arrays.fill(changed[t][n], rubbish[t % rubbish.length]);
      }
    }
    return changed;
  }
}
