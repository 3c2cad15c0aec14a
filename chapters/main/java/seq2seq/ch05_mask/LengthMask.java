package seq2seq.ch05_mask;

import seq2seq.engine.ShapeException;
import seq2seq.engine.Tensor;

/**
 * The mask of a padded batch: 1 = real token, 0 = padding. A sentence of valid length 0 has a row
 * of zeros.
 */
public final class LengthMask {
  private LengthMask() {}

  /** The positions 0, 1, ..., T-1 as a row (1,T). */
  public static Tensor positions(int steps) {
    return Tensor.arange(steps).reshape(1, steps);
  }

  /**
   * Valid lengths as a column (N,1).
   *
   * @param lengths (N)
   */
  public static Tensor column(int[] lengths) {
    return Tensor.ofInts(lengths).reshape(lengths.length, 1);
  }

  /**
   * positions &lt; lengths, broadcast.
   *
   * @param lengths real tokens of each sentence (N), from 0 to T
   * @param steps T
   * @return (N,T), 1 = real token, 0 = padding
   * @throws ShapeException if a length is below 0 or above T, or N or T is 0
   */
  public static Tensor of(int[] lengths, int steps) {
    check(lengths, steps);
    return positions(steps).lessThan(column(lengths));
  }

  /**
   * The same mask with time first, to stand beside (T,N) losses.
   *
   * @return (T,N)
   */
  public static Tensor timeMajor(int[] lengths, int steps) {
    return of(lengths, steps).transpose();
  }

  private static void check(int[] lengths, int steps) {
    if (lengths.length < 1 || steps < 1) {
      throw new ShapeException(
          "mask",
          "needs at least one sentence and one step; got N = " + lengths.length + ", T = " + steps);
    }
    for (int i = 0; i < lengths.length; i++) {
      if (lengths[i] < 0 || lengths[i] > steps) {
        throw new ShapeException(
            "mask",
            "sentence "
                + i
                + " has valid length "
                + lengths[i]
                + "; it must be from 0 to "
                + steps
                + ", the number of steps");
      }
    }
  }
}
