package seq2seq.cli.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import seq2seq.cli.Home;
import seq2seq.cli.UsageError;
import seq2seq.cli.UserError;
import seq2seq.files.AtomicFile;
import seq2seq.files.TextFile;
import seq2seq.grading.Exercise;
import seq2seq.grading.Exercises;
import seq2seq.grading.Hints;
import seq2seq.grading.Specifications;
import seq2seq.grading.run.ScoreTable;
import seq2seq.language.Texts;
import seq2seq.notebook.markdown.Markdown;
import seq2seq.notebook.text.Ink;
import seq2seq.notebook.text.MarkdownText;

/** Scores and hints as lines: for {@code hint}, and for a walk that goes on meanwhile. */
public final class ExerciseHelp {
  static final Texts TEXTS = Texts.of(ExerciseHelp.class);

  private ExerciseHelp() {}

  /**
   * The exercises that a command line means: all (empty), those of a chapter, or one.
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

  /**
   * Scores what is asked for: a chapter's exercises, or one.
   *
   * @throws UsageError if there is no such exercise
   */
  public static List<String> check(String asked) {
    return ScoreTable.lines(new Scoring(Home.directory()).of(exercises(asked)));
  }

  /**
   * The next hint for one exercise, and before the first one what the exercise asks for where only
   * the javadoc says so in English, in lines of {@code width} columns; remembers in {@code
   * .learn/hints} how many were shown.
   *
   * @throws UsageError if that is no exercise
   * @throws UserError if it has no hints yet
   */
  public static List<String> hint(String asked, int width) {
    return hint(asked, width, false);
  }

  /** As above; with {@code restart} the first hint. */
  static List<String> hint(String asked, int width, boolean restart) {
    Exercise exercise = exercise(asked);
    List<String> hints = exercise.isHere() ? Hints.of(exercise) : List.of();
    if (hints.isEmpty()) {
      throw new UserError(TEXTS.get("not.here", exercise.label()));
    }
    Path file = Home.directory().resolve(".learn").resolve("hints").resolve(exercise.id());
    try {
      int next = Math.min(restart ? 0 : shown(file), hints.size() - 1);
      AtomicFile.write(file, next + 1 + "\n");
      List<String> lines = new ArrayList<>(next == 0 ? specification(exercise, width) : List.of());
      lines.add(TEXTS.get("hint.which", exercise.label(), next + 1, hints.size()));
      lines.add("");
      lines.addAll(MarkdownText.wrapped(hints.get(next), width));
      return lines;
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static List<String> specification(Exercise exercise, int width) {
    List<String> lines =
        new MarkdownText(width, new Ink(false)).render(Markdown.parse(Specifications.of(exercise)));
    return lines.isEmpty() ? lines : Stream.concat(lines.stream(), Stream.of("")).toList();
  }

  private static Exercise exercise(String asked) {
    Exercise first = exercises(asked).get(0);
    if (!first.id().equals(asked)) {
      throw new UsageError(TEXTS.get("hint.one", first.id()));
    }
    return first;
  }

  /** A file that somebody has spoilt counts as none. */
  private static int shown(Path file) {
    String text =
        Files.isRegularFile(file) ? TextFile.read(file, "how many hints were shown").strip() : "";
    return text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
  }
}
