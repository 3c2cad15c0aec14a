package seq2seq.starters.ch00;

import seq2seq.graded.ch00.ScalarBackward;
import seq2seq.grading.Todo;

/**
 * Exercise 0.1, the backward pass over a graph of numbers: {@link ScalarBackward} says what to
 * write.
 *
 * <p>To try it: {@code ./learn check 0.1}. If you are stuck: {@code ./learn hint 0.1}.
 */
public final class MyScalarBackward implements ScalarBackward {

  @Override
  public double[] gradients(String[] ops, int[][] inputs, double[] values, int result) {
    throw new Todo("0.1");
  }
}
