package seq2seq.data;

/** Whose rule for the space before {@code ! ? ; :} a detokenized sentence follows. */
public enum Spacing {
  /** No space: {@code Where is she?} */
  ENGLISH(""),
  /** A space, and one inside guillemets: {@code Où est-elle ?} */
  FRENCH("!?;:»");

  private final String spacedMarks;

  Spacing(String spacedMarks) {
    this.spacedMarks = spacedMarks;
  }

  /** Whether a space stands before this punctuation mark. */
  boolean putsSpaceBefore(String mark) {
    return spacedMarks.contains(mark);
  }
}
