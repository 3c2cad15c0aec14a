package seq2seq.grading.report;

import java.time.Duration;
import java.time.Instant;

/**
 * What being late costs.
 *
 * @param pointsPerDay for each day begun
 * @param due when the work was due
 */
public record LatePolicy(int pointsPerDay, Instant due) {
  private static final long DAY = Duration.ofDays(1).toSeconds();

  /** What work costs that was handed in then; a second late begins the first day. */
  public LatePenalty at(Instant submitted) {
    long seconds = Duration.between(due, submitted).toSeconds();
    long days = seconds <= 0 ? 0 : (seconds + DAY - 1) / DAY;
    return new LatePenalty(bounded(days), bounded(days * pointsPerDay));
  }

  private static int bounded(long number) {
    return (int) Math.min(Integer.MAX_VALUE, number);
  }
}
