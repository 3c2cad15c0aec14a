package seq2seq.ch10_attention;

import seq2seq.engine.ShapeException;
import seq2seq.engine.Tensor;

/**
 * Softmax over the real positions only. The mask comes before the softmax: padding gets the score
 * -∞, whose exponential is exactly 0, however low the other scores are. (A large negative number
 * would not do: where all scores are lower still, padding would win.)
 */
public final class MaskedSoftmax {
  private static final Tensor ZERO = Tensor.scalar(0);
  private static final Tensor LOWEST = Tensor.scalar(Float.NEGATIVE_INFINITY);

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
    Tensor atPadding = anyReal(mask).where(LOWEST, ZERO);
    Tensor weights = mask.where(scores, atPadding).softmax();
    return mask.where(weights, ZERO);
  }

  /**
   * 1 where a row has a real position, (N,1). A row that has none would be -∞ throughout, and its
   * softmax 0/0: it gets zeros instead, and its weights are set to 0 at the end.
   */
  private static Tensor anyReal(Tensor mask) {
    return mask.max(1).reshape(mask.dim(0), 1);
  }
}
