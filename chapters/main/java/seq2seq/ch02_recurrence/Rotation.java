package seq2seq.ch02_recurrence;

import seq2seq.engine.Generator;
import seq2seq.engine.Tensor;

/**
 * A random orthogonal matrix: it turns (and may mirror) space and changes no length, so that what
 * it is multiplied by is how much it stretches.
 *
 * <p>Gram and Schmidt's method in double: rows drawn from the normal distribution, each freed of
 * its share in the rows before it, then brought to length 1.
 */
final class Rotation {
  private Rotation() {}

  /** Q (n,n) with Q·Qᵀ = 1, up to float32's rounding. */
  static Tensor random(int n, Generator generator) {
    double[][] rows = new double[n][n];
    float[][] rounded = new float[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        rows[i][j] = generator.nextGaussian();
      }
      // Twice: what rounding leaves over the first time is gone after the second.
      removeShares(rows, i);
      removeShares(rows, i);
      double length = StrictMath.sqrt(dot(rows[i], rows[i]));
      for (int j = 0; j < n; j++) {
        rows[i][j] /= length;
        rounded[i][j] = (float) rows[i][j];
      }
    }
    return Tensor.of(rounded);
  }

  private static void removeShares(double[][] rows, int i) {
    for (int before = 0; before < i; before++) {
      double share = dot(rows[i], rows[before]);
      for (int j = 0; j < rows.length; j++) {
        rows[i][j] -= share * rows[before][j];
      }
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }
}
