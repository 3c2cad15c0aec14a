package seq2seq.starters.ch10;

import seq2seq.graded.ch10.ContextVector;
import seq2seq.grading.Todo;

/**
 * Exercise 10.2, the context vector and its gradient: {@link ContextVector} says what to write.
 *
 * <p>To try it: {@code ./learn check 10.2}. If you are stuck: {@code ./learn hint 10.2}.
 */
public final class MyContextVector implements ContextVector {

  @Override
  public double[][] context(double[][] weights, double[][][] values, int[] lengths) {
    throw new Todo("10.2");
  }

  @Override
  public Gradients gradients(
      double[][] weights, double[][][] values, int[] lengths, double[][] contextGradient) {
    throw new Todo("10.2");
  }
}
