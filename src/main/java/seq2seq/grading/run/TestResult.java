package seq2seq.grading.run;

/**
 * How one graded test ended.
 *
 * @param method its name
 * @param points what it is worth
 * @param status how it ended
 * @param message why, in one line; empty if it passed
 */
public record TestResult(String method, int points, Status status, String message) {

  /** How a test can end. */
  public enum Status {
    /** It earns its points. */
    PASSED,
    /** The starter is not written yet. */
    WAITING,
    /** It earns nothing. */
    FAILED
  }

  /** What it earned. */
  public int earned() {
    return status == Status.PASSED ? points : 0;
  }
}
