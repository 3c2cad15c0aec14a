package seq2seq.cli.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
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
import seq2seq.grading.submission.Submission;
import seq2seq.grading.submission.SubmittedFile;
import seq2seq.language.Texts;

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
  private static final Texts TEXTS = Texts.of(SubmitCommand.class);
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
  public boolean speaksChinese() {
    return true;
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
    List<SubmittedFile> packed =
        submission.files().stream().filter(SubmittedFile::isAccepted).toList();
    if (packed.isEmpty()) {
      throw new UserError(TEXTS.get("submit.nothing", submission.files().get(0).problem()));
    }
    byte[] archive = Archive.of(submission, CourseVersion.get(), name);
    AtomicFile.write(out, archive);
    tell(submission, packed, archive.length);
    return ExitStatus.DONE;
  }

  private void checkOptions() {
    if (!out.toString().toLowerCase(Locale.ROOT).endsWith(".zip")) {
      throw new UsageError(TEXTS.get("submit.out", out));
    }
    if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
      throw new UsageError(TEXTS.get("submit.name", LONGEST_NAME));
    }
  }

  private void tell(Submission submission, List<SubmittedFile> packed, int bytes) {
    Map<String, ScoreBook.Kept> scores = new ScoreBook(Home.directory()).read();
    List<List<String>> rows = new ArrayList<>();
    submission
        .files()
        .forEach(submitted -> rows.add(row(submitted, scores.get(submitted.exercise().id()))));
    System.out.print(Tables.text(Tables.of("submission", columns(), rows)));
    System.out.println();
    submission.files().stream()
        .filter(submitted -> !submitted.isAccepted())
        .forEach(
            submitted -> System.out.println(TEXTS.get("submit.left.out", submitted.problem())));
    long waiting = packed.stream().filter(SubmittedFile::isUntouched).count();
    System.out.println(TEXTS.get("submit.packed", packed.size(), rows.size(), waiting));
    System.out.println(out.toAbsolutePath().normalize() + "  (" + ((bytes + 1023) >> 10) + " KB)");
  }

  private static List<String> columns() {
    List<String> columns = new ArrayList<>(List.of("id"));
    Stream.of("exercise", "file", "state").map(k -> TEXTS.get("submit." + k)).forEach(columns::add);
    return columns;
  }

  private static List<String> row(SubmittedFile submitted, ScoreBook.Kept kept) {
    String file = submitted.exercise().starterFile().replaceFirst(".*/(ch\\d+/)", "$1");
    return List.of(
        submitted.exercise().id(), submitted.exercise().title(), file, state(submitted, kept));
  }

  private static String state(SubmittedFile submitted, ScoreBook.Kept kept) {
    if (!submitted.isAccepted()) {
      return TEXTS.get("submit.left");
    }
    if (submitted.isUntouched()) {
      return TEXTS.get("submit.waiting");
    }
    return kept != null && kept.sha256().equals(submitted.sha256())
        ? TEXTS.get("submit.points", kept.earned(), submitted.exercise().points())
        : TEXTS.get("submit.not.checked");
  }
}
