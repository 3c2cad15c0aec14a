package seq2seq.cli.check;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import seq2seq.grading.Exercise;
import seq2seq.grading.run.ExerciseScore;
import seq2seq.grading.run.ScoreTable;
import seq2seq.notebook.text.Ink;

/** Scores exercises, and those whose file was saved again each time that happens. */
final class Watch {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  /** Where the changes come from; {@link Saves} outside tests. */
  interface Changes {
    /** The next ones; none when there will be no more. */
    List<Exercise> next() throws InterruptedException;
  }

  private final Function<List<Exercise>, List<ExerciseScore>> scoring;
  private final Changes changes;
  private final PrintStream out;
  private final Ink ink;
  private final Clock clock;
  private final Map<Exercise, ExerciseScore> scores = new LinkedHashMap<>();

  Watch(
      Function<List<Exercise>, List<ExerciseScore>> scoring,
      Changes changes,
      PrintStream out,
      Ink ink,
      Clock clock) {
    this.scoring = scoring;
    this.changes = changes;
    this.out = out;
    this.ink = ink;
    this.clock = clock;
  }

  /**
   * Scores {@code exercises}, then goes on until there are no more changes, the reader of the
   * output has gone or the thread is interrupted.
   *
   * @return true if all had full points at last
   */
  boolean run(List<Exercise> exercises) {
    score(exercises);
    try {
      while (isRead()) {
        out.println();
        out.println("Watching " + files(exercises) + ". Save one to score it again; Ctrl-C ends.");
        List<Exercise> changed = changes.next();
        if (changed.isEmpty() || !isRead()) {
          break;
        }
        out.println();
        out.println(ink.bold(LocalTime.now(clock).format(TIME) + "  saved: " + names(changed)));
        score(changed);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return scores.values().stream().allMatch(ExerciseScore::isFull);
  }

  /** Shows all scores, so that the last lines on the screen are always the whole story. */
  private void score(List<Exercise> exercises) {
    scoring.apply(exercises).forEach(score -> scores.put(score.exercise(), score));
    ScoreTable.lines(List.copyOf(scores.values())).forEach(out::println);
  }

  /** False once a pipe has lost its reader. */
  private boolean isRead() {
    return !out.checkError();
  }

  private static String files(List<Exercise> exercises) {
    long here = exercises.stream().filter(Exercise::isHere).count();
    return here == 1 ? "1 file" : here + " files";
  }

  private static String names(List<Exercise> changed) {
    return changed.stream()
        .map(exercise -> Path.of(exercise.starterFile()).getFileName().toString())
        .collect(Collectors.joining(", "));
  }
}
