package seq2seq.starters.ch09;

import seq2seq.engine.Tensor;
import seq2seq.graded.ch09.BidirectionalOutputs;
import seq2seq.grading.Todo;

/**
 * Exercise 9.1, 3 points, extend: read sentences of different length from both ends.
 *
 * <p>Two recurrent layers read the same batch. The forward one goes from the first token on, the
 * backward one from the last REAL token of each sentence back to the first; both start from a state
 * of zeros. Each step of either is h = tanh(x·W_x + h_before·W_h + b). The output at a real place t
 * is the forward state after reading x_t, and behind it the backward state after reading x_t: what
 * came before and what comes after. Chapter 9; Goodfellow, Bengio and Courville, Deep Learning
 * (2016), figure 10.11; Schuster and Paliwal (1997).
 *
 * <p>To try it: {@code ./learn check 9.1}. If you are stuck: {@code ./learn hint 9.1}.
 */
public final class MyBidirectionalOutputs implements BidirectionalOutputs {

  /**
   * The outputs of both layers.
   *
   * <p>Example: T = 3, D = H = 1, all weights 1, biases 0. For one sentence 0.5, -0.5 of length 2
   * the forward states are 0.4621, -0.0379, the backward ones 0.0379 (at the first token) and
   * -0.4621 (at the second, which it reads first); so the outputs are [0.4621 0.0379], [-0.0379
   * -0.4621] and, at the padding, [0 0].
   *
   * @param inputs x (T,N,D), finite at real tokens; at padding they may be anything, NaN too; not
   *     changed
   * @param lengths the number of real tokens of each sentence (N), each from 1 to T; not changed
   * @param forward of the layer that reads forwards
   * @param backward of the layer that reads backwards, of the same sizes
   * @return (T,N,2H): at a real place the forward state, then the backward state; exactly 0 at
   *     padding
   * @throws IllegalArgumentException if a length is below 1 or above T
   */
  @Override
  public Tensor outputs(Tensor inputs, int[] lengths, Weights forward, Weights backward) {
    throw new Todo("9.1");
  }
}
