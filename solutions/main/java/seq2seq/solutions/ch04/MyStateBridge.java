package seq2seq.solutions.ch04;

import seq2seq.engine.Tensor;
import seq2seq.graded.ch04.StateBridge;

/**
 * Exercise 4.3, a bridge from H_enc to H_dec: {@link StateBridge} says what to write.
 *
 * <p>To try it: {@code ./learn check 4.3}. If you are stuck: {@code ./learn hint 4.3}.
 */
public final class MyStateBridge implements StateBridge {
  // BEGIN SOLUTION
  // Why it is right: each layer has something of its own to say, so each crosses by a weight of its
  // own, and the last layers meet: top with top. Behind tanh the result is a hidden state like any
  // other, whatever the weights are.
  //
  // Usual mistakes: cutting the state off or filling it up with zeros, which throws away what the
  // encoder said or leaves units that say nothing; one weight for all layers; no tanh; with fewer
  // layers, starting from the bottom.
  // END SOLUTION

  @Override
  public Tensor bridge(Tensor state, Tensor weights, Tensor biases) {
    // BEGIN SOLUTION
    int fewer = state.dim(0) - weights.dim(0);
    if (fewer < 0) {
      throw new IllegalArgumentException(
          "bridge: a decoder of "
              + weights.dim(0)
              + " layers cannot start from an encoder of "
              + state.dim(0));
    }
    Tensor[] first = new Tensor[weights.dim(0)];
    for (int l = 0; l < first.length; l++) {
      first[l] = state.at(l + fewer).matmul(weights.at(l)).plus(biases.at(l)).tanh();
    }
    return Tensor.stack(first);
    // END SOLUTION
  }
}
