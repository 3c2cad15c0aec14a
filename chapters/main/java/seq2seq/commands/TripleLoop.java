package seq2seq.commands;

import java.util.Arrays;

/**
 * The matrix product as a textbook writes it, three loops in the order i, k, j: what the kernels
 * are measured against.
 */
final class TripleLoop {
  private TripleLoop() {}

  /** c = a·b for a (m×k), b (k×n) and c (m×n), row-major; mutates {@code c}. */
  static void matmul(float[] a, float[] b, float[] c, int m, int k, int n) {
    Arrays.fill(c, 0f);
    for (int i = 0; i < m; i++) {
      for (int p = 0; p < k; p++) {
        for (int j = 0; j < n; j++) {
          c[i * n + j] += a[i * k + p] * b[p * n + j];
        }
      }
    }
  }
}
