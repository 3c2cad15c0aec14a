package seq2seq.starters.ch00;

import seq2seq.graded.ch00.MatMulGradients;
import seq2seq.grading.Todo;

/**
 * Exercise 0.3, 3 points, rebuild: the two gradients of a matrix product.
 *
 * <p>In C = A·B each element of A is used once in every column of C, each element of B once in
 * every row, and what comes back from these places adds up: dA = dC·Bᵀ and dB = Aᵀ·dC. Chapter 0;
 * Goodfellow, Bengio and Courville, Deep Learning (2016), 6.5.6.
 *
 * <p>To try it: {@code ./learn check 0.3}. If you are stuck: {@code ./learn hint 0.3}.
 */
public final class MyMatMulGradients implements MatMulGradients {

  /**
   * The gradients of A and B, given that of C = A·B.
   *
   * <p>Example: A = [[1 2 3] [4 5 6]], B = [[1 0] [0 3] [2 -1]] and dC = [[1 0] [10 100]] give dA =
   * [[1 0 2] [10 300 -80]] and dB = [[41 400] [52 500] [63 600]].
   *
   * @param a A (m,k), no size 0; not changed
   * @param b B (k,n), no size 0; not changed
   * @param dC what each element of C is worth (m,n); not changed
   * @return both gradients, new arrays
   * @throws IllegalArgumentException if A has not as many columns as B has rows, or dC has not the
   *     rows of A and the columns of B
   */
  @Override
  public Gradients gradients(double[][] a, double[][] b, double[][] dC) {
    throw new Todo("0.3");
  }
}
