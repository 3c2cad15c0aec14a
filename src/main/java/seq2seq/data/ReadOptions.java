package seq2seq.data;

/**
 * How {@link ParallelCorpus#read} reads a file.
 *
 * @param limit at most this many pairs are taken, the first of the file; at least 1
 * @param skipBadLines true to count bad lines and go on, false to stop at the first
 */
public record ReadOptions(int limit, boolean skipBadLines) {

  /**
   * Checks the limit.
   *
   * @throws IllegalArgumentException if {@code limit} is less than 1
   */
  public ReadOptions {
    if (limit < 1) {
      throw new IllegalArgumentException("read: the limit must be at least 1 pair; got " + limit);
    }
  }

  /** The whole file, and no bad line in it. */
  public static ReadOptions whole() {
    return new ReadOptions(Integer.MAX_VALUE, false);
  }

  /** The same, but at most the first {@code pairs} pairs. */
  public ReadOptions withLimit(int pairs) {
    return new ReadOptions(pairs, skipBadLines);
  }

  /** The same, but bad lines are counted and left out. */
  public ReadOptions skippingBadLines() {
    return new ReadOptions(limit, true);
  }
}
