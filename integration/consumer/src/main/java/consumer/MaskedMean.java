package consumer;

import seq2seq.ch05_mask.LengthMask;
import seq2seq.engine.Tensor;

/** The example of the README: the lines between the markers stand there word for word. */
public final class MaskedMean {
  private MaskedMean() {}

  /** Prints the loss of two sentences with and without their padding, and the gradient. */
  public static void main(String[] args) {
    // README begins
    // The loss at each position of two sentences, 3 and 1 words long, padded to 3: (2×3).
    Tensor losses = Tensor.of(new float[][] {{0.1f, 0.1f, 2.5f}, {0.1f, 5.0f, 6.2f}}).withGrad();
    Tensor mask = LengthMask.of(new int[] {3, 1}, 3); // [[1 1 1] [1 0 0]]

    System.out.println(losses.mean()); // padding counted in: 2.3333
    Tensor masked = losses.times(mask).sum().dividedBy(mask.sum());
    System.out.println(masked); // real words only: 0.7

    masked.backward();
    System.out.println(losses.grad()); // padding receives no gradient
    // README ends
  }
}
