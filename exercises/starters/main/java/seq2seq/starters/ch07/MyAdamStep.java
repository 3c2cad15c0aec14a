package seq2seq.starters.ch07;

import seq2seq.graded.ch07.AdamStep;
import seq2seq.grading.Todo;

/**
 * Exercise 7.3, one Adam step: {@link AdamStep} says what to write.
 *
 * <p>To try it: {@code ./learn check 7.3}. If you are stuck: {@code ./learn hint 7.3}.
 */
public final class MyAdamStep implements AdamStep {

  @Override
  public Updated step(
      double[] parameters,
      double[] gradient,
      double[] mean,
      double[] square,
      int update,
      double rate) {
    throw new Todo("7.3");
  }
}
