package seq2seq.data;

/**
 * How a split is cut into batches.
 *
 * @param size N, pairs a batch; at least 1
 * @param steps the most ids a row may have, eos included; longer sentences are cut
 * @param fixedSteps true to pad every batch to {@code steps}, false to pad it to the longest of its
 *     rows, which trains the same and wastes less
 */
public record BatchOptions(int size, int steps, boolean fixedSteps) {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if {@code size} or {@code steps} is less than 1
   */
  public BatchOptions {
    if (size < 1) {
      throw new IllegalArgumentException("batches: a batch has at least 1 pair; got " + size);
    }
    if (steps < 1) {
      throw new IllegalArgumentException("batches: a row has at least 1 step; got " + steps);
    }
  }

  /** Batches of {@code size}, rows of at most {@code steps} ids, padded to the longest. */
  public static BatchOptions of(int size, int steps) {
    return new BatchOptions(size, steps, false);
  }

  /** The same, but every batch padded to {@code steps}. */
  public BatchOptions paddedToSteps() {
    return new BatchOptions(size, steps, true);
  }
}
