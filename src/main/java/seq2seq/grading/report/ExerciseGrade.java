package seq2seq.grading.report;

import java.util.List;
import seq2seq.grading.Exercise;
import seq2seq.grading.run.ExerciseScore;
import seq2seq.grading.run.TestResult;

/**
 * What one exercise of a submission earned.
 *
 * @param id its number
 * @param title a few words
 * @param specification the full name of its interface
 * @param points what it is worth
 * @param earned what it earned
 * @param state how it stands, in a word or two
 * @param tests one a graded test; none if none was run
 * @param reasons why points are missing, one line each
 */
public record ExerciseGrade(
    String id,
    String title,
    String specification,
    int points,
    int earned,
    String state,
    List<TestResult> tests,
    List<String> reasons) {
  static final String NOT_GRADED = "not graded";

  /** False if the grader had trouble: then it earned nothing yet, and says so. */
  public boolean isGraded() {
    return !state.equals(NOT_GRADED);
  }

  static ExerciseGrade of(ExerciseScore score) {
    Exercise exercise = score.exercise();
    return new ExerciseGrade(
        exercise.id(),
        exercise.title(),
        exercise.isHere() ? exercise.specification() : exercise.id(),
        exercise.points(),
        score.earned(),
        score.state(),
        score.results().stream().map(ExerciseGrade::cleaned).toList(),
        score.reasons().stream().map(Sanitizer::line).toList());
  }

  /** The same exercise where it is worth so many points. */
  ExerciseGrade worth(int other) {
    int share = ExerciseScore.earned(tests, other);
    return new ExerciseGrade(id, title, specification, other, share, state, tests, reasons);
  }

  /** Nothing, for the one {@code reason}. */
  static ExerciseGrade nothing(Exercise exercise, String state, String reason) {
    return new ExerciseGrade(
        exercise.id(),
        exercise.title(),
        exercise.isHere() ? exercise.specification() : exercise.id(),
        exercise.points(),
        0,
        state,
        List.of(),
        reason.isEmpty() ? List.of() : List.of(Sanitizer.line(reason)));
  }

  private static TestResult cleaned(TestResult test) {
    return new TestResult(
        test.method(), test.points(), test.status(), Sanitizer.line(test.message()));
  }

  /** True if it has full points. */
  public boolean isFull() {
    return earned == points;
  }

  /** What it earned, as {@code 2 of 3}. */
  public String pointsText() {
    return (isGraded() ? "" + earned : "?") + " of " + points;
  }

  /** Number and title. */
  public String label() {
    return id + " " + title;
  }

  /** The state, and behind it the reasons, one line each. */
  String feedback() {
    return reasons.isEmpty() ? state : state + "\n" + String.join("\n", reasons);
  }
}
