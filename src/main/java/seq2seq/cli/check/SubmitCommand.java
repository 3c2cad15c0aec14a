package seq2seq.cli.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import seq2seq.cli.Command;
import seq2seq.cli.CourseVersion;
import seq2seq.cli.ExitStatus;
import seq2seq.cli.Home;
import seq2seq.cli.UsageError;
import seq2seq.cli.UserError;
import seq2seq.data.Tables;
import seq2seq.files.AtomicFile;
import seq2seq.grading.Exercises;
import seq2seq.grading.report.ScoreBook;
import seq2seq.grading.submission.Archive;
import seq2seq.grading.submission.Piece;
import seq2seq.grading.submission.Submission;

/** Packs the learner's exercises for handing in. */
@CommandLine.Command(
    name = "submit",
    description = "Packs your exercises into one archive, to hand in.",
    footer = {
      "",
      "Only the exercises' own files are packed. The same files make the same archive.",
      "",
      "Example:",
      "  ./learn submit --name \"Ada Lovelace\""
    })
public final class SubmitCommand implements Command {
  private static final List<String> COLUMNS = List.of("id", "exercise", "file", "state");
  private static final int LONGEST_NAME = 100;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      defaultValue = "submission.zip",
      description = "The archive; submission.zip if not given.")
  private Path out;

  @Option(names = "--name", defaultValue = "", description = "Who hands in, for the manifest.")
  private String name;

  @Override
  public int place() {
    return 50;
  }

  /**
   * Packs.
   *
   * @throws UsageError if the archive's name does not end in .zip, or {@code --name} is no name
   * @throws UserError if there is nothing to pack
   */
  @Override
  public Integer call() throws IOException {
    checkOptions();
    Path starters = Home.directory().resolve("exercises").resolve("starters");
    Submission submission = Submission.read(starters, Exercises.all());
    List<Piece> packed = submission.pieces().stream().filter(Piece::isWell).toList();
    if (packed.isEmpty()) {
      throw new UserError("there is nothing to pack; " + submission.pieces().get(0).problem());
    }
    byte[] archive = Archive.of(submission, CourseVersion.get(), name);
    AtomicFile.write(out, archive);
    tell(submission, packed, archive.length);
    return ExitStatus.DONE;
  }

  private void checkOptions() {
    if (!out.toString().toLowerCase(Locale.ROOT).endsWith(".zip")) {
      throw new UsageError("--out: the archive's name ends in .zip; got " + out);
    }
    if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
      throw new UsageError(
          "--name: a name has at most " + LONGEST_NAME + " characters and is one line");
    }
  }

  private void tell(Submission submission, List<Piece> packed, int bytes) {
    Map<String, ScoreBook.Kept> scores = new ScoreBook(Home.directory()).read();
    List<List<String>> rows = new ArrayList<>();
    submission.pieces().forEach(piece -> rows.add(row(piece, scores.get(piece.exercise().id()))));
    System.out.print(Tables.text(Tables.of("submission", COLUMNS, rows)));
    System.out.println();
    submission.pieces().stream()
        .filter(piece -> !piece.isWell())
        .forEach(piece -> System.out.println("left out: " + piece.problem()));
    long waiting = packed.stream().filter(Piece::isWaiting).count();
    System.out.println(
        packed.size() + " of " + rows.size() + " files packed, " + waiting + " still waiting");
    System.out.println(out.toAbsolutePath().normalize() + "  (" + ((bytes + 1023) >> 10) + " KB)");
  }

  private static List<String> row(Piece piece, ScoreBook.Kept kept) {
    String file = piece.exercise().starterFile().replaceFirst(".*/(ch\\d+/)", "$1");
    return List.of(piece.exercise().id(), piece.exercise().title(), file, state(piece, kept));
  }

  private static String state(Piece piece, ScoreBook.Kept kept) {
    if (!piece.isWell()) {
      return "left out";
    }
    if (piece.isWaiting()) {
      return "waiting";
    }
    return kept != null && kept.sha256().equals(piece.sha256())
        ? kept.earned() + " of " + piece.exercise().points()
        : "not checked";
  }
}
