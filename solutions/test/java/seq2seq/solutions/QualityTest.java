package seq2seq.solutions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import seq2seq.data.Tables;
import seq2seq.grading.CourseFolder;
import seq2seq.grading.Exercise;
import seq2seq.grading.run.GradedRun;
import seq2seq.grading.run.GradedTests;
import seq2seq.grading.run.TestResult;
import seq2seq.grading.run.TestResult.Status;
import seq2seq.solutions.kit.Pool;
import seq2seq.solutions.kit.Right;
import seq2seq.solutions.kit.Wrong;

/** The graded tests are tested: what each known answer earns. */
class QualityTest {
  private static final int EVERYDAY_SEEDS = 5;
  private static final int ALL_SEEDS = 200;

  static List<Exercise> exercises() {
    return Rooms.here();
  }

  @ParameterizedTest
  @MethodSource("exercises")
  void eachKnownAnswerEarnsExactlyWhatItShould(Exercise exercise) {
    LongStream.rangeClosed(1, EVERYDAY_SEEDS).forEach(seed -> check(exercise, seed));
  }

  /** With {@code -Dseq2seq.quarter=0} to 3 a quarter of them, which .ci/run takes in turn. */
  @Tag("slow")
  @ParameterizedTest
  @MethodSource("exercises")
  void noSeedFlipsAResult(Exercise exercise) {
    Integer quarter = Integer.getInteger("seq2seq.quarter");
    LongStream.rangeClosed(1, ALL_SEEDS)
        .filter(seed -> quarter == null || seed % 4 == quarter)
        .forEach(seed -> check(exercise, seed));
  }

  private static void check(Exercise exercise, long seed) {
    assertThat(failed(exercise, exercise.solution(), seed)).as("the solution").isEmpty();
    for (Class<?> right : Pool.right(exercise)) {
      assertThat(failed(exercise, right.getName(), seed)).as(right.getName()).isEmpty();
    }
    for (Class<?> wrong : Pool.wrong(exercise)) {
      Set<String> must =
          new LinkedHashSet<>(Arrays.asList(wrong.getAnnotation(Wrong.class).fails()));
      assertThat(failed(exercise, wrong.getName(), seed))
          .as(wrong.getName() + ", seed " + seed)
          .isEqualTo(must);
    }
  }

  private static Set<String> failed(Exercise exercise, String subject, long seed) {
    return GradedRun.of(exercise, subject, seed).stream()
        .filter(result -> result.status() != Status.PASSED)
        .map(TestResult::method)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  @ParameterizedTest
  @MethodSource("exercises")
  void theFeedbackNamesTheMistake(Exercise exercise) {
    for (Class<?> wrong : Pool.wrong(exercise)) {
      String said =
          GradedRun.of(exercise, wrong.getName(), 1).stream()
              .map(TestResult::message)
              .collect(Collectors.joining("\n"));
      assertThat(said).contains(wrong.getAnnotation(Wrong.class).feedback());
      assertThat(said).contains(exercise.label() + ": ");
    }
  }

  @ParameterizedTest
  @MethodSource("exercises")
  void thePoolIsLargeEnough(Exercise exercise) {
    assertThat(Pool.wrong(exercise)).hasSizeGreaterThanOrEqualTo(3);
    assertThat(Pool.right(exercise)).isNotEmpty();
  }

  @Test
  void theTableInTheDocumentationIsThisOne() throws IOException {
    String table = page();
    System.out.println(table);
    Path file = CourseFolder.find().resolve("docs/quality.md");
    if (Rooms.WRITES) {
      Files.writeString(file, table);
    }
    assertThat(file).hasContent(table);
  }

  private static String page() {
    List<List<String>> rows = new ArrayList<>();
    exercises().forEach(exercise -> addRows(exercise, rows));
    return """
        # What the graded tests are worth

        Every graded test is itself tested: on known wrong answers, each of which must lose exactly
        the points of its row, and on right ones written in different ways, which must lose none.
        The build checks it over a few seeds of the random inputs, the long run over 200. This page
        is printed by `QualityTest` in `solutions/`; with `-Dseq2seq.write=true` it writes it anew.

        """
        + Tables.markdown(
            Tables.of("quality", List.of("exercise", "answer", "idea", "points"), rows));
  }

  private static void addRows(Exercise exercise, List<List<String>> rows) {
    rows.add(row(exercise, "solution", "the worked answer", exercise.solution()));
    for (Class<?> right : Pool.right(exercise)) {
      rows.add(row(exercise, "right", right.getAnnotation(Right.class).idea(), right.getName()));
    }
    for (Class<?> wrong : Pool.wrong(exercise)) {
      rows.add(row(exercise, "wrong", wrong.getAnnotation(Wrong.class).idea(), wrong.getName()));
    }
    Pool.endless(exercise).forEach(endless -> rows.add(endlessRow(exercise, endless)));
  }

  private static List<String> row(Exercise exercise, String kind, String idea, String subject) {
    int earned = GradedRun.of(exercise, subject, 1).stream().mapToInt(TestResult::earned).sum();
    return List.of(exercise.label(), kind, idea, earned + " of " + exercise.points());
  }

  /** What {@link RemotePoolTest} holds it to. */
  private static List<String> endlessRow(Exercise exercise, Class<?> answer) {
    Wrong wrong = answer.getAnnotation(Wrong.class);
    int lost =
        GradedTests.of(exercise).stream()
            .filter(test -> List.of(wrong.fails()).contains(test.name()))
            .mapToInt(GradedTests.GradedTest::points)
            .sum();
    String earned = exercise.points() - lost + " of " + exercise.points();
    return List.of(exercise.label(), "wrong", wrong.idea(), earned);
  }

  @ParameterizedTest
  @MethodSource("exercises")
  void theTestsOfAnExerciseShareItsPoints(Exercise exercise) {
    int points = GradedTests.of(exercise).stream().mapToInt(GradedTests.GradedTest::points).sum();
    assertThat(points).isEqualTo(exercise.points());
  }
}
