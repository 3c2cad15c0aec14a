package seq2seq.starters.ch06;

import seq2seq.graded.ch06.LossGradient;
import seq2seq.grading.Todo;

/**
 * Exercise 6.3, 3 points, rebuild: the gradient of exercise 6.2's loss with respect to the logits.
 *
 * <p>At a real place it is (softmax - one-hot of the right word) / Σ mask, at padding it is 0.
 * Chapter 6; Goodfellow, Bengio and Courville, Deep Learning (2016), 10.2.2, equation 10.18.
 *
 * <p>Use StrictMath for exp.
 *
 * <p>To try it: {@code ./learn check 6.3}. If you are stuck: {@code ./learn hint 6.3}.
 */
public final class MyLossGradient implements LossGradient {

  /**
   * The derivative of the loss with respect to each logit.
   *
   * <p>Example: T' = N = 1, logits [2 0 1], right word 0, valid length 1 give [-0.3348 0.0900
   * 0.2447].
   *
   * @param logits (T',N,V'), finite at real tokens; at padding they may be anything, NaN too; not
   *     changed
   * @param words the right words, ids from 0 to V'-1 (N,T'); at padding they may be any number; not
   *     changed
   * @param lengths the number of real tokens of each sentence (N), each from 0 to T'; not changed
   * @return (T',N,V'), a new array, nats per unit of logit; exactly 0 at padding
   * @throws IllegalArgumentException if no token of the batch is real
   */
  @Override
  public double[][][] gradient(double[][][] logits, int[][] words, int[] lengths) {
    throw new Todo("6.3");
  }
}
