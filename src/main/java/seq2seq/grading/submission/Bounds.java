package seq2seq.grading.submission;

/** How much of a submission is read at most: far more than anybody needs. */
final class Bounds {
  /** Bytes of one file. */
  static final int FILE = 256 * 1024;

  /** Bytes of an archive. */
  static final int ARCHIVE = 32 * 1024 * 1024;

  /** Files and folders. */
  static final int ENTRIES = 20_000;

  /** Folders in folders. */
  static final int DEPTH = 24;

  private Bounds() {}
}
