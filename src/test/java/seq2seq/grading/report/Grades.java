package seq2seq.grading.report;

import java.util.List;
import seq2seq.grading.Exercise;
import seq2seq.grading.run.ExerciseScore;
import seq2seq.grading.run.TestResult;
import seq2seq.grading.run.TestResult.Status;

/** Grades for tests: one of each state, and names and messages that mean harm. */
final class Grades {
  /** Markup, quotes, separators, a formula, control characters, half a character, a turned line. */
  static final String HOSTILE =
      "=HYPERLINK(\"x\")<script>alert('a')</script>, ;|]]>&amp;\u0000\u0007\u001b[31m"
          + "\ud800\u202egpj.exe\r\nnext\tline \u2028 \ufffe é 学";

  private static final Exercise MASK =
      new Exercise("5.1", 3, Exercise.Kind.REBUILD, "length mask", "LengthMask");
  private static final Exercise LOSS =
      new Exercise("6.2", 5, Exercise.Kind.REBUILD, "masked cross-entropy", "MaskedCrossEntropy");
  private static final Exercise CLIP =
      new Exercise("7.2", 3, Exercise.Kind.REBUILD, "clip by global norm", "GlobalClip");
  private static final Exercise LATER =
      new Exercise("8.1", 3, Exercise.Kind.REBUILD, "greedy decoding", "");

  private Grades() {}

  /** Of a class whose sections are not known. */
  static ClassReport report(List<Grade> grades) {
    return new ClassReport(grades, student -> "");
  }

  /** Full points for 5.1, 3 of 5 for 6.2 with this message, 7.2 waiting, 8.1 not here. */
  static Grade mixed(String student, String message) {
    return grade(
        student,
        ExerciseGrade.of(score(MASK, test("works", 3, Status.PASSED, ""))),
        ExerciseGrade.of(
            score(
                LOSS,
                test("isTheMean", 3, Status.PASSED, ""),
                test("refusesNothing", 2, Status.FAILED, message))),
        ExerciseGrade.of(score(CLIP, test("clips", 3, Status.WAITING, "waits"))),
        ExerciseGrade.nothing(LATER, "not here yet", ""));
  }

  /** Nothing compiles. */
  static Grade broken(String student, String message) {
    return grade(
        student,
        ExerciseGrade.of(new ExerciseScore(MASK, List.of(), List.of(message, message))),
        ExerciseGrade.nothing(LOSS, "not handed in", message),
        ExerciseGrade.of(score(CLIP, test("clips", 3, Status.FAILED, message))),
        ExerciseGrade.nothing(LATER, "not here yet", ""));
  }

  static Grade grade(String student, ExerciseGrade... exercises) {
    return new Grade(
        Sanitizer.name(student),
        "sha",
        "kit",
        List.of(exercises),
        List.of("a note"),
        LatePenalty.NOT,
        1.5);
  }

  private static ExerciseScore score(Exercise exercise, TestResult... tests) {
    return new ExerciseScore(exercise, List.of(tests), List.of());
  }

  private static TestResult test(String name, int points, Status status, String message) {
    return new TestResult(name, points, status, message);
  }
}
