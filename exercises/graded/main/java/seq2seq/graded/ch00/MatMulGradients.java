package seq2seq.graded.ch00;

/**
 * Exercise 0.3, 3 points, rebuild: the two gradients of a matrix product.
 *
 * <p>In C = A·B each element of A is used once in every column of C, each element of B once in
 * every row, and what comes back from these places adds up: dA = dC·Bᵀ and dB = Aᵀ·dC. Chapter 0;
 * Goodfellow, Bengio and Courville, Deep Learning (2016), 6.5.6.
 */
public interface MatMulGradients {

  /**
   * What each element of the two factors is worth.
   *
   * @param dA (m,k), the shape of A
   * @param dB (k,n), the shape of B
   */
  record Gradients(double[][] dA, double[][] dB) {}

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
  Gradients gradients(double[][] a, double[][] b, double[][] dC);
}
