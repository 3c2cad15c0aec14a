package seq2seq.grading;

/**
 * Something went wrong on the grader's side: a full disk, a process that was killed, a machine that
 * was too busy. It says nothing about the subject, and is never a score.
 *
 * <p>An error, so that no graded test takes it for an exception of the subject's.
 */
public final class GraderTrouble extends Error {
  private static final long serialVersionUID = 1;

  /** With the reason, in one line. */
  public GraderTrouble(String why) {
    super(why);
  }

  /** With the reason, in one line, and what it comes from. */
  public GraderTrouble(String why, Throwable cause) {
    super(why, cause);
  }

  /** This failure as trouble; what is trouble already stays as it is. */
  public static GraderTrouble of(Throwable failure) {
    return failure instanceof GraderTrouble trouble
        ? trouble
        : new GraderTrouble(failure.toString(), failure);
  }
}
