package seq2seq.starters.ch09;

import seq2seq.engine.Tensor;
import seq2seq.graded.ch09.OutputRecurrence;
import seq2seq.grading.Todo;

/**
 * Exercise 9.2, teacher forcing for the output-recurrent network: {@link OutputRecurrence} says
 * what to write.
 *
 * <p>To try it: {@code ./learn check 9.2}. If you are stuck: {@code ./learn hint 9.2}.
 */
public final class MyOutputRecurrence implements OutputRecurrence {

  @Override
  public Tensor logits(Tensor inputs, int[][] targets, Weights weights) {
    throw new Todo("9.2");
  }
}
