package seq2seq.starters.ch07;

import seq2seq.graded.ch07.NormClip;
import seq2seq.grading.Todo;

/**
 * Exercise 7.2, clipping by the global norm: {@link NormClip} says what to write.
 *
 * <p>To try it: {@code ./learn check 7.2}. If you are stuck: {@code ./learn hint 7.2}.
 */
public final class MyNormClip implements NormClip {

  @Override
  public Clipped clip(double[][] weight, double[] bias, double limit) {
    throw new Todo("7.2");
  }
}
