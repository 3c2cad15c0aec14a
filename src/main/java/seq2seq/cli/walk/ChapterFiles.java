package seq2seq.cli.walk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import seq2seq.cli.Home;
import seq2seq.cli.UsageError;
import seq2seq.cli.UserError;

/** The chapters of the course on disk. */
final class ChapterFiles {
  private final Path folder;

  /** The chapters of this checkout. */
  ChapterFiles() {
    this(Home.directory().resolve("chapters"));
  }

  ChapterFiles(Path folder) {
    this.folder = folder;
  }

  /** The folder that holds the chapters. */
  Path folder() {
    return folder;
  }

  /**
   * All of them, by number.
   *
   * @throws UserError if there are none
   */
  List<Path> all() {
    List<Path> files = list();
    if (files.isEmpty()) {
      throw new UserError("no chapters in " + folder + ": start ./learn from its own checkout");
    }
    return files;
  }

  /**
   * Chapter {@code number}.
   *
   * @throws UsageError if there is no such chapter; it says which there are
   */
  Path chapter(int number) {
    String start = String.format(Locale.ROOT, "ch%02d_", number);
    return all().stream()
        .filter(file -> file.getFileName().toString().startsWith(start))
        .findFirst()
        .orElseThrow(() -> new UsageError(missing(number)));
  }

  private String missing(int number) {
    List<String> numbers =
        all().stream()
            .map(f -> f.getFileName().toString().substring(2, 4).replaceFirst("^0", ""))
            .toList();
    return "there is no chapter " + number + "; there are " + String.join(", ", numbers);
  }

  private List<Path> list() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(f -> f.getFileName().toString().matches("ch\\d\\d_\\w+\\.md"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
