package seq2seq.grading.report;

import java.time.Instant;
import seq2seq.grading.terms.CourseTerms;
import seq2seq.grading.terms.LateRule;

/** What being late costs where each exercise has its own date. */
public final class Deadlines {
  private static final int ALL = 100;

  private Deadlines() {}

  /**
   * What {@code grade} loses that was handed in at {@code submitted}: of each exercise that is late
   * a share of its points, but no more than it earned. The sum is rounded down to whole points. The
   * days are those of the exercise that is latest.
   */
  public static LatePenalty late(CourseTerms terms, Grade grade, Instant submitted) {
    LateRule rule = terms.late();
    long hundredths = 0;
    int latest = 0;
    for (ExerciseGrade exercise : grade.exercises()) {
      Instant due = terms.due().get(exercise.id());
      if (due != null && exercise.earned() > 0) {
        int days = rule.days(due, submitted);
        long loss = (long) exercise.points() * rule.percent(days);
        hundredths += Math.min((long) ALL * exercise.earned(), loss);
        latest = Math.max(latest, days);
      }
    }
    return new LatePenalty(latest, (int) (hundredths / ALL));
  }
}
