package seq2seq.starters.ch02;

import seq2seq.graded.ch02.RnnStep;
import seq2seq.grading.Todo;

/**
 * Exercise 2.1, one step of the plain cell: {@link RnnStep} says what to write.
 *
 * <p>To try it: {@code ./learn check 2.1}. If you are stuck: {@code ./learn hint 2.1}.
 */
public final class MyRnnStep implements RnnStep {

  @Override
  public double[][] step(
      double[][] input,
      double[][] before,
      double[][] inputWeight,
      double[][] stateWeight,
      double[] bias) {
    throw new Todo("2.1");
  }
}
