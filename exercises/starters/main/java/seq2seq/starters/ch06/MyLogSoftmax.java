package seq2seq.starters.ch06;

import seq2seq.graded.ch06.LogSoftmax;
import seq2seq.grading.Todo;

/**
 * Exercise 6.1, a stable log-softmax: {@link LogSoftmax} says what to write.
 *
 * <p>To try it: {@code ./learn check 6.1}. If you are stuck: {@code ./learn hint 6.1}.
 */
public final class MyLogSoftmax implements LogSoftmax {

  @Override
  public double[][] logSoftmax(double[][] logits) {
    throw new Todo("6.1");
  }
}
