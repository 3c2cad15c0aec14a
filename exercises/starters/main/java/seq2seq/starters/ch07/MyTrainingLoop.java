package seq2seq.starters.ch07;

import seq2seq.graded.ch07.TrainingLoop;
import seq2seq.grading.Todo;

/**
 * Exercise 7.4, the eight steps in the right order: {@link TrainingLoop} says what to write.
 *
 * <p>To try it: {@code ./learn check 7.4}. If you are stuck: {@code ./learn hint 7.4}.
 */
public final class MyTrainingLoop implements TrainingLoop {

  @Override
  public void train(Steps steps, int epochs) {
    throw new Todo("7.4");
  }
}
