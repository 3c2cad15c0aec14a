package seq2seq.solutions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import seq2seq.grading.Exercise;
import seq2seq.grading.Exercises;
import seq2seq.grading.run.ExerciseScore;
import seq2seq.grading.run.Grader;
import seq2seq.grading.run.Limits;

/** What a learner's class can do to its grader: cost its own exercise, and be told why. */
class GraderTest {
  private static final Limits SHORT =
      new Limits(
          Duration.ofSeconds(60),
          Duration.ofSeconds(30),
          Duration.ofSeconds(2),
          Duration.ofSeconds(60),
          64,
          64);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          while (true) {}                                                   | did not end within 2 s of processor time
          System.exit(0); return null;                                      | ended the JVM (exit status 0)
          java.util.List<int[]> l = new java.util.ArrayList<>(); while (true) l.add(new int[1 << 20]); | ran out of memory; the limit is 64 MB
          return mask(lengths, steps);                                      | calls itself without end
          return null;                                                      | returned null
          retrn null;                                                       | MyLengthMask.java:15:
          """)
  void aFaultIsNamedAndEarnsNothing(String body, String said, @TempDir Path course)
      throws IOException {
    Exercise exercise = Exercises.find("5.1");
    Path file = Rooms.writeStarter(exercise, course);
    String text = Files.readString(file);
    Files.writeString(file, text.replace("throw new Todo(\"5.1\");", body));
    ExerciseScore score = new Grader(course, SHORT).grade(exercise);
    assertThat(score.earned()).isZero();
    assertThat(String.join("\n", score.reasons())).contains(said);
  }
}
