package seq2seq.solutions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import seq2seq.grading.Exercise;
import seq2seq.grading.Exercises;
import seq2seq.grading.run.ExerciseScore;
import seq2seq.grading.run.Grader;
import seq2seq.grading.run.Limits;

/** A class that is handed a model of the test's (exercise 8.1) cannot make it an accomplice. */
@Tag("slow")
class CallbackAttackTest {
  private static final Exercise EXERCISE = Exercises.find("8.1");
  private static final Limits LIMITS =
      new Limits(
          Duration.ofSeconds(120),
          Duration.ofSeconds(60),
          Duration.ofSeconds(20),
          Duration.ofSeconds(120),
          64,
          64);

  @TempDir private Path course;

  @AfterEach
  void noProcessIsLeftBehind() {
    assertThat(ProcessHandle.current().descendants()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          while (true) model.step(bos, start); | called what it was given more than 20000 times
          while (true) try { model.step(-1, null); } catch (Throwable all) {} | called what it was given more than 20000 times
          model.step(0, null); | threw
          model.step(0, new double[1 << 20]); | returned more than the grader takes
          if (Kept.model == null) Kept.model = model; else Kept.model.step(bos, start); | threw IllegalStateException: the call that this callback belongs to is over
          if (!model.equals(model)) return null; start[0] = 1; | changed its input number 1
          if (model.toString().contains("ScriptedModel")) return new int[0]; return null; | returned null
          """)
  void itCostsTheExercise(String statement, String said) throws IOException {
    write(statement);
    ExerciseScore score = new Grader(course, LIMITS).grade(EXERCISE);
    assertThat(String.join("\n", score.reasons())).contains(said);
    assertThat(score.earned()).isZero();
  }

  private void write(String statement) throws IOException {
    Path file = Rooms.writeStarter(EXERCISE, course);
    String text =
        Rooms.solution(EXERCISE).replace("package seq2seq.solutions.", "package seq2seq.starters.");
    String first = "if (maxSteps < 1)";
    assertThat(text).contains(first);
    Files.writeString(
        file,
        text.replace(first, "if (maxSteps > 0) { " + statement + " } " + first)
            + "\nfinal class Kept { static seq2seq.graded.ch08.GreedyDecoding.Model model; }\n");
  }
}
