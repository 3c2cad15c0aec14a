package seq2seq.starters.ch09;

import seq2seq.engine.Tensor;
import seq2seq.graded.ch09.OutputRecurrence;
import seq2seq.grading.Todo;

/**
 * Exercise 9.2, 3 points, extend: teach a network whose only memory is its output.
 *
 * <p>From one step to the next this network hands on nothing but the word it gave, as a one-hot
 * vector y (V'), 1 at the word and 0 elsewhere. The letters are those of the book: U, W and V are
 * the weights of the input, of what is fed back, and of the output; b and c are biases.
 *
 * <pre>
 * h_t = tanh(b + x_t·U + y_{t-1}·W)        o_t = c + h_t·V
 * </pre>
 *
 * <p>In training, teacher forcing puts the right word of step t-1 in the place of y_{t-1}, whatever
 * the network would have said. Then no step waits for another, and all logits can be computed at
 * once. Before step 0 there is no word: y_{-1} is a vector of zeros. Chapter 9; Goodfellow, Bengio
 * and Courville, Deep Learning (2016), 10.2.1 and figures 10.4 and 10.6.
 *
 * <p>To try it: {@code ./learn check 9.2}. If you are stuck: {@code ./learn hint 9.2}.
 */
public final class MyOutputRecurrence implements OutputRecurrence {

  /**
   * The logits of all steps, with teacher forcing.
   *
   * <p>All steps at once: of products it asks for three at most, one for each weight, however large
   * T is. A loop over the steps would ask for three at every step, and make a processor that could
   * work on all of them wait.
   *
   * <p>Example: D = H = 1, V' = 2, U = [[1]], W = [[1] [-1]], V = [[1 -1]], biases 0. For one
   * sentence with the inputs 0.5, 0.5 and the right words [1 0], h_0 = tanh(0.5) = 0.4621, and h_1
   * = tanh(0.5 - 1) = -0.4621, since word 1 stood before; so the logits are [0.4621 -0.4621] and
   * [-0.4621 0.4621].
   *
   * @param inputs x (T,N,D); not changed
   * @param targets the right words, ids from 0 to V'-1 (N,T); the last word of a sentence is not
   *     fed back to anything and may be any number; not changed
   * @param products what multiplies by a weight
   * @return o (T,N,V')
   * @throws IllegalArgumentException if a word that is fed back is not from 0 to V'-1
   */
  @Override
  public Tensor logits(Tensor inputs, int[][] targets, Weights weights, Products products) {
    throw new Todo("9.2");
  }
}
