package seq2seq.cli.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import seq2seq.cli.Home;
import seq2seq.cli.UsageError;
import seq2seq.cli.UserError;
import seq2seq.files.AtomicFile;
import seq2seq.files.TextFile;
import seq2seq.grading.Exercise;
import seq2seq.grading.Hints;
import seq2seq.grading.run.ScoreTable;

/** Scores and hints as lines: for {@code hint}, and for a walk that goes on meanwhile. */
public final class ExerciseHelp {
  private final Path course;

  /** The help of this checkout. */
  public ExerciseHelp() {
    this(Home.directory());
  }

  ExerciseHelp(Path course) {
    this.course = course;
  }

  /**
   * Scores what is asked for: a chapter's exercises, or one.
   *
   * @throws UsageError if there is no such exercise
   */
  public List<String> check(String asked) {
    return ScoreTable.lines(new Scoring(course).of(ExerciseSelection.exercises(asked)));
  }

  /**
   * The next hint for one exercise; remembers in {@code .learn/hints} how many were shown.
   *
   * @throws UsageError if that is no exercise
   * @throws UserError if it has no hints yet
   */
  public List<String> hint(String asked) {
    return hint(asked, false);
  }

  /** As above; with {@code restart} the first hint. */
  List<String> hint(String asked, boolean restart) {
    Exercise exercise = exercise(asked);
    List<String> hints = exercise.isHere() ? Hints.of(exercise) : List.of();
    if (hints.isEmpty()) {
      throw new UserError("exercise " + exercise.label() + " is not here yet");
    }
    Path file = course.resolve(".learn").resolve("hints").resolve(exercise.id());
    try {
      int next = Math.min(restart ? 0 : shown(file), hints.size() - 1);
      remember(file, next + 1);
      String which = exercise.label() + ", hint " + (next + 1) + " of " + hints.size();
      return List.of(which, "", hints.get(next));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static Exercise exercise(String asked) {
    List<Exercise> exercises = ExerciseSelection.exercises(asked);
    if (!exercises.get(0).id().equals(asked)) {
      throw new UsageError("a hint is for one exercise, such as " + exercises.get(0).id());
    }
    return exercises.get(0);
  }

  /** A file that somebody has spoilt counts as none. */
  private static int shown(Path file) {
    String text =
        Files.isRegularFile(file) ? TextFile.read(file, "how many hints were shown").strip() : "";
    return text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
  }

  private static void remember(Path file, int shown) throws IOException {
    AtomicFile.write(file, shown + "\n");
  }
}
