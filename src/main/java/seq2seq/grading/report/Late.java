package seq2seq.grading.report;

/**
 * What being late costs one submission.
 *
 * @param days begun since the work was due; 0 if it was in time
 * @param points taken off for them
 */
public record Late(int days, int points) {
  /** In time, or nobody asks. */
  public static final Late NOT = new Late(0, 0);
}
