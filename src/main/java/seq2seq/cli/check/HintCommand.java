package seq2seq.cli.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import seq2seq.cli.Command;
import seq2seq.cli.ExitStatus;
import seq2seq.cli.Home;
import seq2seq.cli.UsageError;
import seq2seq.cli.UserError;
import seq2seq.files.AtomicFile;
import seq2seq.files.TextFile;
import seq2seq.grading.Exercise;
import seq2seq.grading.Hints;

/** Shows the next hint for an exercise. */
@CommandLine.Command(
    name = "hint",
    description = "Shows the next hint for an exercise.",
    footer = {"", "Example:", "  ./learn hint 6.2"})
public final class HintCommand implements Command {
  @Parameters(paramLabel = "N.M", description = "The number of the exercise.")
  private String asked;

  @Option(names = "--restart", description = "Starts again with the first hint.")
  private boolean restart;

  @Override
  public int place() {
    return 45;
  }

  /**
   * Shows one hint, and remembers in {@code .learn/hints} how many were shown.
   *
   * @throws UsageError if that is no exercise
   * @throws UserError if it has no hints yet
   */
  @Override
  public Integer call() throws IOException {
    Exercise exercise = exercise();
    List<String> hints = exercise.isHere() ? Hints.of(exercise) : List.of();
    if (hints.isEmpty()) {
      throw new UserError("exercise " + exercise.label() + " is not here yet");
    }
    Path file = Home.directory().resolve(".learn").resolve("hints").resolve(exercise.id());
    int next = Math.min(restart ? 0 : shown(file), hints.size() - 1);
    System.out.println(exercise.label() + ", hint " + (next + 1) + " of " + hints.size());
    System.out.println();
    System.out.println(hints.get(next));
    remember(file, next + 1);
    return ExitStatus.DONE;
  }

  private Exercise exercise() {
    List<Exercise> exercises = Asked.exercises(asked);
    if (!exercises.get(0).id().equals(asked)) {
      throw new UsageError("a hint is for one exercise, such as " + exercises.get(0).id());
    }
    return exercises.get(0);
  }

  /** A file that somebody has spoilt counts as none. */
  private static int shown(Path file) throws IOException {
    String text =
        Files.isRegularFile(file) ? TextFile.read(file, "how many hints were shown").strip() : "";
    return text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
  }

  private static void remember(Path file, int shown) throws IOException {
    AtomicFile.write(file, shown + "\n");
  }
}
