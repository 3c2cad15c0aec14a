package seq2seq.grading.submission;

/** A submission that cannot be read at all; the message says why, in one line. */
public final class SubmissionException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  /** Built by the readers of this package alone. */
  SubmissionException(String message) {
    super(message);
  }
}
