package seq2seq.grading;

/**
 * A subject did what no answer may do, such as running without end or ending its JVM.
 *
 * <p>Only the grader makes one. It is no exception that a subject could have thrown.
 */
public final class SubjectFault extends AssertionError {
  private static final long serialVersionUID = 1;

  private final String what;
  private final String hint;

  /**
   * A fault of a subject of {@code exercise}.
   *
   * @param what it did, as in "did not end within 10 s"
   * @param hint what to look for; empty if there is nothing to say
   */
  public SubjectFault(Exercise exercise, String what, String hint) {
    super(exercise.label() + ": " + what + (hint.isEmpty() ? "." : ": " + hint + "."));
    this.what = what;
    this.hint = hint;
  }

  String what() {
    return what;
  }

  String hint() {
    return hint;
  }
}
