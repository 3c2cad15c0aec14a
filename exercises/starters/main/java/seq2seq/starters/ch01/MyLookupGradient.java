package seq2seq.starters.ch01;

import seq2seq.graded.ch01.LookupGradient;
import seq2seq.grading.Todo;

/**
 * Exercise 1.3, 4 points, rebuild: the gradient of the lookup with respect to the table.
 *
 * <p>Each place of the batch sends its gradient to the row of its token, and a row that several
 * places used gets the sum of what they send: a scatter-add. Chapter 1.
 *
 * <p>To try it: {@code ./learn check 1.3}. If you are stuck: {@code ./learn hint 1.3}.
 */
public final class MyLookupGradient implements LookupGradient {

  /**
   * The gradient of the table.
   *
   * <p>Example: ids [[1 1 3] [2 1 2]], V = 4 and a dX (3,2,1) of 1 at step 0, 10 at step 1 and 100
   * at step 2 give [[0] [21] [101] [100]]. Token 1 stood at step 0 once and at step 1 twice.
   *
   * @param ids the tokens, sentence first (N,T), N and T at least 1; not changed
   * @param dX the gradient of each vector, time first (T,N,D), D at least 1; not changed
   * @param vocabularySize V, at least 1
   * @return (V,D), a new array; 0 for a token that is not in the batch. {@code <pad>}, id 0, is a
   *     token like any other: that padding sends no gradient is for the loss to see to
   * @throws IllegalArgumentException if an id is not from 0 to V-1, or dX has not T steps of N
   *     vectors
   */
  @Override
  public double[][] gradient(int[][] ids, double[][][] dX, int vocabularySize) {
    throw new Todo("1.3");
  }
}
