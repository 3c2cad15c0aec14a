package seq2seq.starters.ch02;

import seq2seq.graded.ch02.GruStep;
import seq2seq.grading.Todo;

/**
 * Exercise 2.2, one step of the GRU: {@link GruStep} says what to write.
 *
 * <p>To try it: {@code ./learn check 2.2}. If you are stuck: {@code ./learn hint 2.2}.
 */
public final class MyGruStep implements GruStep {

  @Override
  public double[][] step(
      double[][] input,
      double[][] before,
      double[][] inputWeight,
      double[][] stateWeight,
      double[] inputBias,
      double[] stateBias) {
    throw new Todo("2.2");
  }
}
