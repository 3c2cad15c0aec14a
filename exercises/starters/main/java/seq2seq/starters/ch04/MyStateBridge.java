package seq2seq.starters.ch04;

import seq2seq.engine.Tensor;
import seq2seq.graded.ch04.StateBridge;
import seq2seq.grading.Todo;

/**
 * Exercise 4.3, a bridge from H_enc to H_dec: {@link StateBridge} says what to write.
 *
 * <p>To try it: {@code ./learn check 4.3}. If you are stuck: {@code ./learn hint 4.3}.
 */
public final class MyStateBridge implements StateBridge {

  @Override
  public Tensor bridge(Tensor state, Tensor weights, Tensor biases) {
    throw new Todo("4.3");
  }
}
