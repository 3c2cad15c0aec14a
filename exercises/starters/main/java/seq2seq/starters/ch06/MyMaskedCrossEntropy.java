package seq2seq.starters.ch06;

import seq2seq.graded.ch06.MaskedCrossEntropy;
import seq2seq.grading.Todo;

/**
 * Exercise 6.2, 5 points, rebuild: the loss of a padded batch.
 *
 * <p>The cost of one place is minus the log-probability of its right word; the loss is the mean of
 * the costs over the real tokens of the batch: Σ cost·mask / Σ mask. Chapter 6; Goodfellow, Bengio
 * and Courville, Deep Learning (2016), section 6.2.2.3, for the cost of one place.
 *
 * <p>Use StrictMath for exp and log.
 *
 * <p>To try it: {@code ./learn check 6.2}. If you are stuck: {@code ./learn hint 6.2}.
 */
public final class MyMaskedCrossEntropy implements MaskedCrossEntropy {

  /**
   * The mean cost of the real tokens.
   *
   * <p>Example: costs [0.1 0.1 2.5] and [0.1 5.0 6.2] of two sentences with valid lengths 3 and 1
   * have the mean 0.7.
   *
   * @param logits (T',N,V'), finite at real tokens; at padding they may be anything, NaN too; not
   *     changed
   * @param words the right words, ids from 0 to V'-1 (N,T'); at padding they may be any number; not
   *     changed
   * @param lengths the number of real tokens of each sentence (N), each from 0 to T'; not changed
   * @return the loss, nats per real token; a sentence of valid length 0 adds nothing
   * @throws IllegalArgumentException if no token of the batch is real
   */
  @Override
  public double loss(double[][][] logits, int[][] words, int[] lengths) {
    throw new Todo("6.2");
  }
}
