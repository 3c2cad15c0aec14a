package seq2seq.starters.ch06;

import seq2seq.graded.ch06.LossGradient;
import seq2seq.grading.Todo;

/**
 * Exercise 6.3, the gradient of the masked loss: {@link LossGradient} says what to write.
 *
 * <p>To try it: {@code ./learn check 6.3}. If you are stuck: {@code ./learn hint 6.3}.
 */
public final class MyLossGradient implements LossGradient {

  @Override
  public double[][][] gradient(double[][][] logits, int[][] words, int[] lengths) {
    throw new Todo("6.3");
  }
}
