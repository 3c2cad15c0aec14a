package seq2seq.starters.ch10;

import seq2seq.graded.ch10.AdditiveAttention;
import seq2seq.grading.Todo;

/**
 * Exercise 10.1, additive scores and a masked softmax: {@link AdditiveAttention} says what to
 * write.
 *
 * <p>To try it: {@code ./learn check 10.1}. If you are stuck: {@code ./learn hint 10.1}.
 */
public final class MyAdditiveAttention implements AdditiveAttention {

  @Override
  public double[][] weights(double[][] queries, double[][][] keys, Weights weights, int[] lengths) {
    throw new Todo("10.1");
  }
}
