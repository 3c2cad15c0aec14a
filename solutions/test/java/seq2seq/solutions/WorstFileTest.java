package seq2seq.solutions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seq2seq.grading.Exercise;
import seq2seq.grading.Exercises;
import seq2seq.grading.remote.Sandbox;
import seq2seq.grading.run.ExerciseScore;
import seq2seq.grading.run.Grader;
import seq2seq.grading.run.Limits;
import seq2seq.grading.run.TestResult;

/** A file that uses up every limit costs the grader half a minute, and its own exercise. */
@Tag("slow")
class WorstFileTest {
  private static final Exercise BEFORE = Exercises.find("0.1");

  /** Of those with the most tests. */
  private static final Exercise ENDLESS = Exercises.find("2.2");

  @TempDir private Path course;

  @AfterEach
  void noProcessIsLeftBehind() {
    assertThat(ProcessHandle.current().descendants()).isEmpty();
  }

  private void write(Exercise exercise, String first) throws IOException {
    Path file = Rooms.writeStarter(exercise, course);
    String text =
        Rooms.solution(exercise)
            .replace("package seq2seq.solutions.", "package seq2seq.starters.")
            .replaceFirst("(@Override[^{]*\\{)", "$1 " + first);
    Files.writeString(file, text);
  }

  @Test
  void onlyOneOfItsTestsWaitsForALoopWithoutEndUntilTheLimit() throws IOException {
    write(BEFORE, "");
    write(ENDLESS, "for (int n = 0; n >= 0; n = n + 1 & 1023) {}");
    Grader grader = new Grader(course, Limits.USUAL);
    try (Sandbox sandbox = Sandbox.of(Limits.USUAL)) {
      assertThat(grader.grade(BEFORE, sandbox).isFull()).isTrue();
      ExerciseScore score = grader.grade(ENDLESS, sandbox);
      assertThat(score.earned()).isZero();
      assertThat(score.results()).hasSizeGreaterThanOrEqualTo(4);
      assertThat(score.results().get(0).message()).contains("within 5 s of processor time");
      assertThat(score.results().subList(1, score.results().size()))
          .extracting(TestResult::message)
          .allMatch(message -> message.contains("within 1 s of processor time"));
    }
  }
}
