package seq2seq.ch05_mask;

import seq2seq.engine.Tensor;

/**
 * The comparison behind the mask, copy by copy.
 *
 * <p>positions &lt; lengths compares a row with a column. Neither is a rectangle, so each is copied
 * until it is: the row down, once for each sentence, the column to the right, once for each step.
 * Then the comparison runs cell by cell.
 *
 * @param positions 0..T-1 copied down (N,T)
 * @param lengths the valid lengths copied to the right (N,T)
 * @param mask 1 where position &lt; length (N,T)
 */
public record BroadcastCopies(float[][] positions, float[][] lengths, float[][] mask) {

  /**
   * The copies for a batch.
   *
   * @param lengths real tokens of each sentence (N), from 0 to T
   * @param steps T
   * @throws seq2seq.engine.ShapeException if a length is below 0 or above T
   */
  public static BroadcastCopies of(int[] lengths, int steps) {
    Tensor mask = LengthMask.of(lengths, steps);
    int[] sizes = mask.shape().toArray();
    return new BroadcastCopies(
        LengthMask.positions(steps).broadcastTo(sizes).toRows(),
        LengthMask.column(lengths).broadcastTo(sizes).toRows(),
        mask.toRows());
  }

  /** The three rectangles side by side, T for true and F for false: one line a sentence. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int n = 0; n < mask.length; n++) {
      boolean middle = n == (mask.length - 1) / 2;
      text.append(numbers(positions[n])).append(middle ? "  <  " : "     ");
      text.append(numbers(lengths[n])).append(middle ? "  =  " : "     ");
      text.append(answers(mask[n])).append('\n');
    }
    return text.toString();
  }

  private String numbers(float[] row) {
    int width = Integer.toString(row.length).length();
    StringBuilder text = new StringBuilder("[");
    for (float value : row) {
      String number = Integer.toString((int) value);
      text.append(text.length() > 1 ? " " : "");
      text.append(" ".repeat(width - number.length())).append(number);
    }
    return text.append(']').toString();
  }

  private static String answers(float[] row) {
    StringBuilder text = new StringBuilder("[");
    for (float value : row) {
      text.append(text.length() > 1 ? " " : "").append(value == 1 ? 'T' : 'F');
    }
    return text.append(']').toString();
  }
}
