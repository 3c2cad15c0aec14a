package seq2seq.grading.report;

import java.time.Instant;
import seq2seq.grading.terms.LateRule;

/**
 * What being late costs.
 *
 * @param pointsPerDay for each day begun
 * @param due when the work was due
 */
public record LatePolicy(int pointsPerDay, Instant due) {

  /** What work costs that was handed in then; a second late begins the first day. */
  public LatePenalty at(Instant submitted) {
    int days = LateRule.NONE.days(due, submitted);
    return new LatePenalty(days, (int) Math.min(Integer.MAX_VALUE, (long) days * pointsPerDay));
  }
}
