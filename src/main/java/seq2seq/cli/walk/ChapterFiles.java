package seq2seq.cli.walk;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import seq2seq.cli.Home;
import seq2seq.cli.UsageError;
import seq2seq.cli.UserError;
import seq2seq.language.Language;
import seq2seq.language.Texts;
import seq2seq.notebook.ChapterPages;

/** The chapters of the course on disk, in one language. */
final class ChapterFiles {
  private static final Texts TEXTS = Texts.of(ChapterFiles.class);

  private final Path english;
  private final Path folder;

  /** The chapters of this checkout in {@code language}. */
  ChapterFiles(Language language) {
    english = Home.directory().resolve("chapters");
    folder = language.choose(english, english.resolve("zh"));
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
    List<Path> files = ChapterPages.in(folder);
    if (files.isEmpty()) {
      throw new UserError(TEXTS.get("chapters.none", folder));
    }
    return files;
  }

  /**
   * Chapter {@code number}; the English page where there is none in the language.
   *
   * @throws UsageError if there is no such chapter; it says which there are
   */
  Path chapter(int number) {
    return find(ChapterPages.in(folder), number)
        .or(() -> find(ChapterPages.in(english), number))
        .orElseThrow(() -> new UsageError(missing(number)));
  }

  private static Optional<Path> find(List<Path> files, int number) {
    String start = String.format(Locale.ROOT, "ch%02d_", number);
    return files.stream()
        .filter(file -> file.getFileName().toString().startsWith(start))
        .findFirst();
  }

  private String missing(int number) {
    List<String> numbers =
        all().stream()
            .map(f -> f.getFileName().toString().substring(2, 4).replaceFirst("^0", ""))
            .toList();
    return TEXTS.get("chapter.missing", number, String.join(", ", numbers));
  }
}
