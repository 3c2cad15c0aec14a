package seq2seq.graded.ch05;

/**
 * Exercise 5.1, 3 points, rebuild: the mask of a padded batch.
 *
 * <p>Compare the positions 0, 1, ..., T-1, a row, with the valid lengths, a column, as broadcasting
 * does it: the row is copied down for each sentence, the column to the right for each step. Chapter
 * 5; Zhang, Lipton, Li and Smola, Dive into Deep Learning, the chapter on sequence-to-sequence
 * learning, where a mask of this kind clears the loss at padding.
 */
public interface LengthMask {

  /**
   * The mask of a batch.
   *
   * <p>Example: lengths [1, 2] and 3 steps give [[1 0 0] [1 1 0]].
   *
   * @param lengths the number of real tokens of each sentence (N), each from 0 to T; not changed
   * @param steps T, at least 1
   * @return (N,T), a new array: 1 = real token, 0 = padding; a sentence of valid length 0 has a row
   *     of zeros
   * @throws IllegalArgumentException if a length is below 0 or above T
   */
  int[][] mask(int[] lengths, int steps);
}
