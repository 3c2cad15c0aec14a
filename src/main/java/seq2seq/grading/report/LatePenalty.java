package seq2seq.grading.report;

/**
 * What being late costs one submission.
 *
 * @param days begun since the work was due; 0 if it was in time
 * @param points taken off for them
 */
public record LatePenalty(int days, int points) {
  /** In time, or nobody asks. */
  public static final LatePenalty NOT = new LatePenalty(0, 0);
}
