package seq2seq.cli.check;

import java.util.List;
import seq2seq.cli.UsageError;
import seq2seq.grading.Exercise;
import seq2seq.grading.Exercises;

/** Which exercises a command line means. */
final class ExerciseSelection {
  private ExerciseSelection() {}

  /**
   * All (empty), those of a chapter, or one.
   *
   * @throws UsageError if there is no such exercise
   */
  static List<Exercise> exercises(String asked) {
    try {
      return Exercises.asked(asked);
    } catch (IllegalArgumentException unknown) {
      throw new UsageError(unknown.getMessage());
    }
  }
}
