package seq2seq.ch06_loss;

import seq2seq.ch05_mask.LengthMask;
import seq2seq.engine.Tensor;

/**
 * The example of chapter 6: two sentences of at most three words, right answers [A, B, C] and [D,
 * pad, pad]. The model's losses at the two padded places are large, and mean nothing.
 */
public final class NotesExample {
  private NotesExample() {}

  /** The loss of each position, sentence first (N,T) = (2,3), nats. */
  public static Tensor losses() {
    return Tensor.of(new float[][] {{0.1f, 0.1f, 2.5f}, {0.1f, 5.0f, 6.2f}});
  }

  /** Valid lengths (N): 3 and 1. */
  public static int[] lengths() {
    return new int[] {3, 1};
  }

  /** The mask (N,T): [[1 1 1] [1 0 0]]. */
  public static Tensor mask() {
    return LengthMask.of(lengths(), 3);
  }
}
