package seq2seq.notebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import seq2seq.files.TemporaryFolder;
import seq2seq.files.TextFile;

/**
 * What a test asks about the chapters: do the cells print what the pages show, and were the scripts
 * and notebooks generated from the pages as they are.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> everyCellPrintsWhatThePageShows() {
 *   return ChapterCheck.in(Path.of(".")).chapters().stream()
 *       .map(c -> dynamicTest(c.toString(), () -> assertThat(c.outputs()).isEmpty()));
 * }
 * }</pre>
 */
public final class ChapterCheck {
  private final Path file;

  private ChapterCheck(Path file) {
    this.file = file;
  }

  /** A folder of chapters. */
  public record Folder(Path path) {
    /** The chapters {@code chNN_name.md} of the folder, in order of their numbers. */
    public List<ChapterCheck> chapters() {
      return ChapterPages.in(path).stream().map(ChapterCheck::new).toList();
    }

    /**
     * Scripts and notebooks that no chapter generates any more, a line each; empty if there are
     * none.
     */
    public List<String> orphans() {
      List<Path> wanted = new ArrayList<>();
      ChapterPages.in(path)
          .forEach(file -> wanted.addAll(List.of(Chapters.script(file), Chapters.ipynb(file))));
      List<String> orphans = new ArrayList<>();
      for (String name : List.of("jshell", "notebooks")) {
        for (Path file : list(path.toAbsolutePath().resolve(name))) {
          if (file.getFileName().toString().matches("ch.*\\.(jsh|ipynb)")
              && !wanted.contains(file)) {
            orphans.add(file.getFileName() + ": no chapter generates it; delete it");
          }
        }
      }
      return orphans;
    }
  }

  /** The chapters in {@code folder}. */
  public static Folder in(Path folder) {
    return new Folder(folder);
  }

  private static List<Path> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Runs every cell and compares every output: a line {@code file:line: what is wrong} for each
   * difference; empty when all match. Writes only into a temporary folder.
   *
   * @throws NotebookException if the chapter is no notebook
   */
  public List<String> outputs() {
    try (TemporaryFolder pictures = new TemporaryFolder("seq2seq-pictures")) {
      List<Finding> findings = Checker.check(Notebook.read(file), pictures.path()).findings();
      return findings.stream().map(Finding::toString).toList();
    }
  }

  /**
   * The generated files of this chapter that are missing or differ from what the chapter gives now,
   * a line each; empty when none do.
   *
   * @throws NotebookException if the chapter is no notebook
   */
  public List<String> drift() {
    List<String> drift = new ArrayList<>();
    for (Map.Entry<Path, String> entry : Chapters.exports(file).entrySet()) {
      String difference = difference(entry.getKey(), entry.getValue());
      if (!difference.isEmpty()) {
        drift.add(entry.getKey().getFileName() + difference + "; run `./learn export`");
      }
    }
    return drift;
  }

  private static String difference(Path file, String wanted) {
    if (!Files.exists(file)) {
      return ": missing";
    }
    List<String> is = List.of(TextFile.read(file, "an export").split("\n", -1));
    int line = Output.firstDifference(List.of(wanted.split("\n", -1)), is, false);
    return line < 0 ? "" : ":" + (line + 1) + ": not what the chapter generates";
  }

  /** The chapter's file name. */
  @Override
  public String toString() {
    return file.getFileName().toString();
  }
}
