package seq2seq.solutions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import seq2seq.grading.CourseFolder;
import seq2seq.grading.Exercise;
import seq2seq.grading.Subjects;
import seq2seq.grading.remote.CheckedStarter;
import seq2seq.grading.remote.RemoteExercise;
import seq2seq.grading.remote.Sandbox;
import seq2seq.grading.run.GradedRun;
import seq2seq.grading.run.Limits;
import seq2seq.grading.run.TestResult;
import seq2seq.grading.run.TestResult.Status;
import seq2seq.solutions.kit.StarterText;

/** What a starter is, before anybody edits it. */
class StartersTest {

  static List<Exercise> exercises() {
    return Rooms.here();
  }

  @ParameterizedTest
  @MethodSource("exercises")
  void aStarterCompilesAndWaits(Exercise exercise, @TempDir Path course) throws IOException {
    Rooms.writeStarter(exercise, course);
    CheckedStarter starter = CheckedStarter.of(exercise, Rooms.starter(exercise));
    assertThat(starter.errors()).isEmpty();
    assertThat(starter.isUntouched()).isTrue();
    try (RemoteExercise remote = RemoteExercise.of(exercise, Sandbox.of(Limits.USUAL), true)) {
      remote.use(exercise.starter(), starter.classes(), false);
      String choice = Subjects.lend(remote::newSubject);
      assertThat(GradedRun.of(exercise, choice, 1))
          .extracting(TestResult::status)
          .containsOnly(Status.WAITING);
      Subjects.takeBack(choice);
    }
  }

  @ParameterizedTest
  @MethodSource("exercises")
  void aStarterHoldsNoLineOfTheAnswer(Exercise exercise) throws IOException {
    String starter = Rooms.starter(exercise);
    assertThat(starter).doesNotContain("SOLUTION", "Usual mistakes");
    assertThat(starter.replaceAll("(?s)/\\*\\*.*?\\*/", "")).doesNotContain("return ");
    assertThat(starter).contains("throw new Todo(\"" + exercise.id() + "\");");
  }

  @ParameterizedTest
  @MethodSource("exercises")
  void aStarterCarriesItsSpecification(Exercise exercise) throws IOException {
    String starter = Rooms.starter(exercise);
    String kind = exercise.kind().name().toLowerCase(Locale.ROOT);
    assertThat(starter)
        .contains(
            " * Exercise " + exercise.id() + ", " + exercise.points() + " points, " + kind + ": ");
    assertThat(starter.split("  @Override").length - 1)
        .as("methods to write, each with its javadoc")
        .isEqualTo(starter.split("\n   \\*/\n  @Override").length - 1);
  }

  /** Left out of the everyday build, which a learner's edits must never break. */
  @Tag("slow")
  @ParameterizedTest
  @MethodSource("exercises")
  void theStarterOnDiskIsTheGeneratedOne(Exercise exercise) throws IOException {
    Path course = CourseFolder.find();
    if (Rooms.WRITES) {
      Rooms.writeStarter(exercise, course);
    }
    assertThat(Files.readString(course.resolve(exercise.starterFile())))
        .isEqualTo(Rooms.starter(exercise));
  }

  @ParameterizedTest
  @MethodSource("exercises")
  void anIdeFindsTheGradedTest(Exercise exercise) throws IOException {
    Path file = CourseFolder.find().resolve(exercise.ideTestFile());
    if (Rooms.WRITES) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, Rooms.ideTest(exercise));
    }
    assertThat(file).hasContent(Rooms.ideTest(exercise));
  }

  @Test
  void markersThatAreNoPairsAreRefused() {
    Exercise exercise = exercises().get(0);
    assertThatThrownBy(() -> StarterText.of(exercise, "// END SOLUTION\n", ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no pairs");
  }
}
