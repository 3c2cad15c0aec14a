package seq2seq.grading.wire;

/** How an exception of the subject crosses: the few kinds that mean something, and the others. */
public enum Thrown {
  /** The starter is not written yet. */
  TODO,
  /** An {@link IllegalArgumentException}. */
  REFUSAL,
  /** A {@link StackOverflowError}. */
  ENDLESS,
  /** A failure that a callback threw, passed on. */
  FROM_CALLBACK,
  /** Anything else. */
  OTHER;

  private static final Thrown[] ALL = values();

  /** The kind of this ordinal; {@link #OTHER} for a number that has none. */
  public static Thrown of(int ordinal) {
    return ordinal < 0 || ordinal >= ALL.length ? OTHER : ALL[ordinal];
  }
}
