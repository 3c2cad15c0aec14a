package seq2seq.ch10_attention;

import seq2seq.engine.ShapeException;
import seq2seq.engine.Tensor;

/**
 * Softmax over the real positions only. The mask comes before the softmax: padding gets the score
 * -∞, whose exponential is exactly 0, however low the other scores are. (A large negative number
 * would not do: where all scores are lower still, padding would win.)
 *
 * <p>A row without any real position would be -∞ throughout, and its softmax 0/0: its weights are
 * 0.
 */
public final class MaskedSoftmax {
  private MaskedSoftmax() {}

  /**
   * The weights.
   *
   * @param scores (N,T), finite
   * @param mask (N,T), 1 = real token, 0 = padding
   * @return (N,T): each row adds up to 1 over its real positions and is exactly 0 at padding; a row
   *     without any real position is all 0
   * @throws ShapeException if the shapes differ
   */
  public static Tensor of(Tensor scores, Tensor mask) {
    if (!scores.shape().equals(mask.shape())) {
      throw new ShapeException(
          "masked softmax",
          "scores and mask need the same shape; got " + scores.shape() + " and " + mask.shape());
    }
    return scores.softmax(mask);
  }
}
