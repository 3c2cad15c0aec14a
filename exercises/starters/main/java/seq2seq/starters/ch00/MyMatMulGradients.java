package seq2seq.starters.ch00;

import seq2seq.graded.ch00.MatMulGradients;
import seq2seq.grading.Todo;

/**
 * Exercise 0.3, the two gradients of a matrix product: {@link MatMulGradients} says what to write.
 *
 * <p>To try it: {@code ./learn check 0.3}. If you are stuck: {@code ./learn hint 0.3}.
 */
public final class MyMatMulGradients implements MatMulGradients {

  @Override
  public Gradients gradients(double[][] a, double[][] b, double[][] dC) {
    throw new Todo("0.3");
  }
}
