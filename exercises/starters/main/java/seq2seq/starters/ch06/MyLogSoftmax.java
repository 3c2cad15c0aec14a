package seq2seq.starters.ch06;

import seq2seq.graded.ch06.LogSoftmax;
import seq2seq.grading.Todo;

/**
 * Exercise 6.1, 4 points, rebuild: the logarithm of the softmax, without overflow.
 *
 * <p>For the logits o of one row, log softmax(o)_k = o_k - log Σ_j exp(o_j). Computed as it stands
 * this fails for a logit of 1000; computed in the right order it never does. Chapter 6; Goodfellow,
 * Bengio and Courville, Deep Learning (2016), 4.1.
 *
 * <p>Use StrictMath for exp and log.
 *
 * <p>To try it: {@code ./learn check 6.1}. If you are stuck: {@code ./learn hint 6.1}.
 */
public final class MyLogSoftmax implements LogSoftmax {

  /**
   * The log-probabilities of each row.
   *
   * <p>Example: [[2 0 1]] gives [[-0.4076 -2.4076 -1.4076]], and so does [[1002 1000 1001]].
   *
   * @param logits (N,V), finite; not changed
   * @return (N,V), a new array, nats, at most 0; finite wherever the true value is
   */
  @Override
  public double[][] logSoftmax(double[][] logits) {
    throw new Todo("6.1");
  }
}
