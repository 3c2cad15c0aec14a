package seq2seq.graded.ch04;

/**
 * Exercise 4.2, 3 points, rebuild: one wide product, or two and a sum.
 *
 * <p>(x ⊕ c)·W = x·W_x + c·W_c, if W_x and W_c are the right parts of the wide weight W. Chapter 4.
 * Where vectors are columns, as in many books, the parts stand side by side. Here, as everywhere in
 * the course, vectors are rows, and W_x stands above W_c.
 */
public interface WeightSplit {

  /**
   * The parts of a wide weight.
   *
   * @param ofWord W_x (D,out)
   * @param ofContext W_c (H,out)
   */
  record Parts(double[][] ofWord, double[][] ofContext) {}

  /**
   * Cuts a wide weight in two.
   *
   * <p>Example: [[10 100] [20 200] [30 300]] with D = 2 gives W_x = [[10 100] [20 200]] and W_c =
   * [[30 300]].
   *
   * @param wide (D+H,out); not changed
   * @param embed D
   * @return two new arrays: changing them must not change {@code wide}
   * @throws IllegalArgumentException if D or H would be below 1
   */
  Parts split(double[][] wide, int embed);

  /**
   * Two products and a sum, which is what one product of x ⊕ c and the wide weight gives.
   *
   * <p>Example: x = [[1 2]], c = [[3]] and the parts above give [[140 1400]].
   *
   * @param x the words (N,D); not changed
   * @param c the context (N,H); not changed
   * @param parts W_x (D,out) and W_c (H,out); not changed
   * @return x·W_x + c·W_c (N,out), a new array
   */
  double[][] product(double[][] x, double[][] c, Parts parts);
}
