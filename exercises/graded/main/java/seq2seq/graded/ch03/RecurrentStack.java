package seq2seq.graded.ch03;

import seq2seq.engine.Tensor;

/**
 * Exercise 3.1, 5 points, extend: L layers over T steps.
 *
 * <p>The bottom layer reads the inputs, every other layer reads the hidden states of the layer
 * below it, and each layer goes on from its own state of the step before. The cells are given; what
 * is asked for is who reads what. Beyond the chapter's three layers from zeros: any number of
 * layers, and a first state that need not be zero, so that a run can be continued. Chapter 3.
 */
public interface RecurrentStack {

  /** The cells of all layers. */
  @FunctionalInterface
  interface Cells {

    /**
     * One step of one layer.
     *
     * @param layer its number, from 0 at the bottom to L-1 at the top
     * @param input what it reads: (N,D) at the bottom, (N,H) above
     * @param before its state before the step (N,H)
     * @return its state after the step (N,H)
     */
    Tensor next(int layer, Tensor input, Tensor before);
  }

  /**
   * What comes out.
   *
   * @param output the top layer's hidden state after every step (T,N,H)
   * @param state every layer's hidden state after the last step, bottom first (L,N,H)
   */
  record Run(Tensor output, Tensor state) {}

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
  Run run(Tensor inputs, Tensor first, Cells cells);
}
