package seq2seq.starters.ch04;

import seq2seq.engine.Tensor;
import seq2seq.graded.ch04.StateBridge;
import seq2seq.grading.Todo;

/**
 * Exercise 4.3, 3 points, extend: from the encoder's state to a decoder of another size.
 *
 * <p>For each layer of the decoder a weight, a bias, and tanh behind them, so that the result lies
 * between -1 and 1 like any hidden state. Beyond the chapter, whose bridge wants as many layers on
 * both sides: here the decoder may have fewer. It then starts from the topmost layers of the
 * encoder, which are nearest to what the encoder has to say. Chapter 4.
 *
 * <p>To try it: {@code ./learn check 4.3}. If you are stuck: {@code ./learn hint 4.3}.
 */
public final class MyStateBridge implements StateBridge {

  /**
   * The decoder's first state.
   *
   * <p>With k = L_enc - L_dec, layer l of the result is tanh(state_{l+k}·weights_l + biases_l). The
   * weights are used always, also where H_enc happens to be H_dec.
   *
   * <p>Example: state [[[1 2]]], weights [[[0.5] [0.25]]] and biases [[-0.5]] give [[[0.4621]]],
   * which is tanh(0.5).
   *
   * @param state the encoder's state, bottom layer first (L_enc,N,H_enc)
   * @param weights one matrix for each layer of the decoder, bottom first (L_dec,H_enc,H_dec)
   * @param biases one row for each layer of the decoder (L_dec,H_dec)
   * @return (L_dec,N,H_dec)
   * @throws IllegalArgumentException if the decoder has more layers than the encoder
   */
  @Override
  public Tensor bridge(Tensor state, Tensor weights, Tensor biases) {
    throw new Todo("4.3");
  }
}
