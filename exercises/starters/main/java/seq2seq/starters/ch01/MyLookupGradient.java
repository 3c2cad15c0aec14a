package seq2seq.starters.ch01;

import seq2seq.graded.ch01.LookupGradient;
import seq2seq.grading.Todo;

/**
 * Exercise 1.3, the gradient of the lookup: {@link LookupGradient} says what to write.
 *
 * <p>To try it: {@code ./learn check 1.3}. If you are stuck: {@code ./learn hint 1.3}.
 */
public final class MyLookupGradient implements LookupGradient {

  @Override
  public double[][] gradient(int[][] ids, double[][][] dX, int vocabularySize) {
    throw new Todo("1.3");
  }
}
