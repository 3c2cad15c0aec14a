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
}
