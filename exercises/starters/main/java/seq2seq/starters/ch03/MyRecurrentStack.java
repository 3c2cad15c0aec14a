package seq2seq.starters.ch03;

import seq2seq.engine.Tensor;
import seq2seq.graded.ch03.RecurrentStack;
import seq2seq.grading.Todo;

/**
 * Exercise 3.1, 5 points, extend: L layers over T steps.
 *
 * <p>The bottom layer reads the inputs, every other layer reads the hidden states of the layer
 * below it, and each layer goes on from its own state of the step before. The cells are given; what
 * is asked for is who reads what. Beyond the chapter's three layers from zeros: any number of
 * layers, and a first state that need not be zero, so that a run can be continued. Chapter 3.
 *
 * <p>To try it: {@code ./learn check 3.1}. If you are stuck: {@code ./learn hint 3.1}.
 */
public final class MyRecurrentStack implements RecurrentStack {

  /**
   * Runs all layers over all steps.
   *
   * <p>Example: L = 2, T = 3, N = D = H = 1, cells that add input and state, inputs 1, 2, 3 and a
   * first state of zeros. The bottom layer's states are 1, 3, 6 and the top layer's 1, 4, 10, so
   * Output is 1, 4, 10 and State is 6, 10.
   *
   * @param inputs (T,N,D)
   * @param first every layer's state before the first step, bottom first (L,N,H)
   * @param cells the cells; the same arguments give the same result
   * @throws IllegalArgumentException if {@code first} is not for the N sentences of {@code inputs};
   *     a state of one row would otherwise be broadcast to all of them without a word
   */
  @Override
  public Run run(Tensor inputs, Tensor first, Cells cells) {
    throw new Todo("3.1");
  }
}
