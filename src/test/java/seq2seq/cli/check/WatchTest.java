package seq2seq.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import seq2seq.grading.Exercise;
import seq2seq.grading.Exercises;
import seq2seq.grading.run.ExerciseScore;
import seq2seq.grading.run.TestResult;
import seq2seq.grading.run.TestResult.Status;
import seq2seq.notebook.text.Ink;

class WatchTest {
  private static final int ALL = Exercises.points();

  private static final Exercise A =
      new Exercise("5.1", 3, Exercise.Kind.REBUILD, "length mask", "LengthMask");
  private static final Exercise B =
      new Exercise("6.1", 4, Exercise.Kind.REBUILD, "log-softmax", "LogSoftmax");
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-01-01T12:00:00Z"), ZoneOffset.UTC);

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final List<List<Exercise>> scored = new ArrayList<>();
  private final Queue<WatchEvent> events = new ArrayDeque<>();
  private String error = "MyLengthMask.java:15: ';' expected";

  private Watch watch(Screen screen) {
    return new Watch(
        this::score,
        id -> List.of("a hint for " + id),
        new NextStep(Path.of(""), List.of(A, B)),
        () -> events.isEmpty() ? WatchEvent.saved(List.of()) : events.remove(),
        screen,
        new Ink(false),
        NOON);
  }

  private static Screen to(OutputStream out) {
    return new Screen.Pipe(new PrintStream(out, true, StandardCharsets.UTF_8));
  }

  private void press(String keys) {
    keys.chars().forEach(key -> events.add(WatchEvent.key((char) key)));
  }

  /** A does not compile until it was saved; B is right. */
  private List<ExerciseScore> score(List<Exercise> exercises) {
    scored.add(exercises);
    return exercises.stream().map(this::score).toList();
  }

  private ExerciseScore score(Exercise exercise) {
    if (exercise == A && scored.size() < 3) {
      return new ExerciseScore(A, List.of(), List.of(error));
    }
    TestResult passed = new TestResult("works", exercise.points(), Status.PASSED, "");
    return new ExerciseScore(exercise, List.of(passed), List.of());
  }

  private List<String> lines() {
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void onlyWhatWasSavedIsScoredAgainAndAllIsShown() {
    events.add(WatchEvent.saved(List.of(B)));
    events.add(WatchEvent.saved(List.of(A)));
    boolean full = watch(to(bytes)).run(List.of(A, B));
    assertThat(scored).containsExactly(List.of(A, B), List.of(B), List.of(A));
    assertThat(full).isTrue();
    assertThat(lines())
        .contains("12:00:00  saved: MyLogSoftmax.java", "12:00:00  saved: MyLengthMask.java")
        .contains("Watching 2 files. Save one to score it again; Ctrl-C ends.");
    assertThat(lines().stream().filter(line -> line.startsWith("total ")))
        .containsExactly("total 4 of " + ALL, "total 4 of " + ALL, "total 7 of " + ALL);
    assertThat(lines().stream().filter(error::equals)).hasSize(2);
  }

  @Test
  void keysGiveAHintGoOnListAndQuit() {
    press("hLnq");
    events.add(WatchEvent.saved(List.of(A)));
    assertThat(watch(to(bytes)).run(List.of(A, B))).isFalse();
    assertThat(scored).as("quit before the save").hasSize(1);
    assertThat(lines()).contains("a hint for 5.1", "its file: " + A.starterFile());
    assertThat(lines().stream().filter(line -> line.startsWith("total "))).hasSize(3);
  }

  @Test
  void afterFullPointsTheNextExerciseIsNamed() {
    scored.addAll(List.of(List.of(), List.of()));
    events.add(WatchEvent.saved(List.of(A)));
    assertThat(watch(to(bytes)).run(List.of(A))).isTrue();
    assertThat(lines()).contains("Next: 6.1 log-softmax, ./learn check 6.1 --watch");
  }

  @Test
  void whatIsNotFullAtLastIsSaid() {
    assertThat(watch(to(bytes)).run(List.of(A, B))).isFalse();
    assertThat(lines()).contains(error);
  }

  /** As in {@code ./learn check --watch | head}. */
  @Test
  void aPipeWhoseReaderHasGoneEndsIt() {
    events.add(WatchEvent.saved(List.of(A)));
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    watch(to(closed)).run(List.of(A, B));
    assertThat(scored).as("nothing is scored for nobody").hasSize(1);
  }
}
