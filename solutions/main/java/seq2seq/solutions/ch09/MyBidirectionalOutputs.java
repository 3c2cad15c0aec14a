package seq2seq.solutions.ch09;

import seq2seq.engine.Tensor;
import seq2seq.graded.ch09.BidirectionalOutputs;

/**
 * Exercise 9.1, bidirectional outputs: {@link BidirectionalOutputs} says what to write.
 *
 * <p>To try it: {@code ./learn check 9.1}. If you are stuck: {@code ./learn hint 9.1}.
 */
public final class MyBidirectionalOutputs implements BidirectionalOutputs {
  // BEGIN SOLUTION
  // Why it is right: at padding the state is set back to zeros. So going from the end of the batch,
  // each sentence still has its state of zeros when its last real token comes: only the real part
  // is turned round, without turning anything. Each state is kept at its own step, so both
  // directions line up, and the zeros at padding are those that are asked for.
  //
  // Usual mistakes: the whole padded row read backwards, so that the layer is full of padding when
  // it meets the first word; backward states left in the order of reading, so that the output at
  // the first token knows the last one's; a mask multiplied on, which lets NaN through.
  // END SOLUTION

  @Override
  public Tensor outputs(Tensor inputs, int[] lengths, Weights forward, Weights backward) {
    // BEGIN SOLUTION
    int steps = inputs.dim(0);
    check(lengths, steps);
    Tensor[] outputs = new Tensor[steps];
    Tensor state = Tensor.zeros(lengths.length, forward.bias().size());
    for (int t = 0; t < steps; t++) {
      state = step(inputs, t, lengths, forward, state);
      outputs[t] = state;
    }
    state = Tensor.zeros(lengths.length, backward.bias().size());
    for (int t = steps - 1; t >= 0; t--) {
      state = step(inputs, t, lengths, backward, state);
      outputs[t] = Tensor.concat(1, outputs[t], state);
    }
    return Tensor.stack(outputs);
    // END SOLUTION
  }

  // BEGIN SOLUTION
  /** The states (N,H) after step t: zeros where it is padding. */
  private static Tensor step(Tensor inputs, int t, int[] lengths, Weights weights, Tensor before) {
    Tensor after =
        inputs
            .at(t)
            .affine(weights.input(), weights.bias())
            .plus(before.matmul(weights.state()))
            .tanh();
    Tensor isReal = Tensor.scalar(t).lessThan(Tensor.ofInts(lengths).reshape(lengths.length, 1));
    return isReal.where(after, Tensor.scalar(0));
  }

  private static void check(int[] lengths, int steps) {
    for (int length : lengths) {
      if (length < 1 || length > steps) {
        throw new IllegalArgumentException(
            "bidirectional: a valid length must be from 1 to " + steps + "; got " + length);
      }
    }
  }
  // END SOLUTION
}
