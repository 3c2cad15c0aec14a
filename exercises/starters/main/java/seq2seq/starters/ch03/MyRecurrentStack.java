package seq2seq.starters.ch03;

import seq2seq.engine.Tensor;
import seq2seq.graded.ch03.RecurrentStack;
import seq2seq.grading.Todo;

/**
 * Exercise 3.1, L layers over T steps: {@link RecurrentStack} says what to write.
 *
 * <p>To try it: {@code ./learn check 3.1}. If you are stuck: {@code ./learn hint 3.1}.
 */
public final class MyRecurrentStack implements RecurrentStack {

  @Override
  public Run run(Tensor inputs, Tensor first, Cells cells) {
    throw new Todo("3.1");
  }
}
