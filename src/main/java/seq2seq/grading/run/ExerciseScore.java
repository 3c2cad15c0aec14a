package seq2seq.grading.run;

import java.util.List;
import seq2seq.grading.Exercise;
import seq2seq.grading.run.TestResult.Status;

/**
 * What came of one exercise.
 *
 * @param exercise which
 * @param results one a graded test; none if it is not here yet, did not compile or uses what it may
 *     not
 * @param errors what javac says, one line each; none if it compiled
 * @param violations what the class uses and may not, one line each with file and line; then its
 *     tests do not run
 * @param printed the first lines that the class printed while its tests ran
 * @param trouble why it could not be graded, through no fault of the class; empty if it was
 */
public record ExerciseScore(
    Exercise exercise,
    List<TestResult> results,
    List<String> errors,
    List<String> violations,
    List<String> printed,
    String trouble) {

  /** Of a class that uses nothing that it may not, and printed nothing. */
  public ExerciseScore(Exercise exercise, List<TestResult> results, List<String> errors) {
    this(exercise, results, errors, List.of(), List.of(), "");
  }

  /** No score: the grader had trouble, and the exercise is to be graded again. */
  public static ExerciseScore notGraded(Exercise exercise, String why) {
    return new ExerciseScore(exercise, List.of(), List.of(), List.of(), List.of(), why);
  }

  /** True if this is a score; if not, it says nothing about the class. */
  public boolean isGraded() {
    return trouble.isEmpty();
  }

  /** The points it earned. */
  public int earned() {
    return earned(results, exercise.points());
  }

  /**
   * What these tests earn of {@code points}: their own points where the exercise is worth their
   * sum, else the same share of it, rounded down to whole points, so that only all of them earn
   * all.
   */
  public static int earned(List<TestResult> results, int points) {
    int all = results.stream().mapToInt(TestResult::points).sum();
    int earned = results.stream().mapToInt(TestResult::earned).sum();
    return all == 0 ? 0 : earned * points / all;
  }

  /** True if it has full points. */
  public boolean isFull() {
    return earned() == exercise.points();
  }

  /** In a word or two: how it stands. */
  public String state() {
    if (!isGraded()) {
      return "not graded";
    }
    if (!exercise.isHere()) {
      return "not here yet";
    }
    if (!errors.isEmpty()) {
      return "does not compile";
    }
    if (!violations.isEmpty()) {
      return "not allowed";
    }
    if (results.stream().allMatch(result -> result.status() == Status.WAITING)) {
      return "waiting";
    }
    return isFull() ? "done" : "tried";
  }

  /** Why points are missing, one line each; none while it is waiting. */
  public List<String> reasons() {
    if (!isGraded()) {
      return List.of(exercise.label() + ": " + trouble + ". Grade it again.");
    }
    if (!errors.isEmpty() || !violations.isEmpty()) {
      return errors.isEmpty() ? violations : errors;
    }
    return results.stream()
        .filter(result -> result.status() == Status.FAILED)
        .map(TestResult::message)
        .distinct()
        .toList();
  }
}
