package seq2seq.notebook;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import seq2seq.files.TemporaryFolder;
import seq2seq.files.TextFile;

/**
 * What a test asks about the chapters: do the cells print what the pages show, and were the scripts
 * and notebooks generated from the pages as they are.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> everyCellPrintsWhatThePageShows() {
 *   return ChapterCheck.in(Path.of(".")).stream()
 *       .map(c -> dynamicTest(c.toString(), () -> assertThat(c.outputs()).isEmpty()));
 * }
 * }</pre>
 */
public final class ChapterCheck {
  private final Path file;

  private ChapterCheck(Path file) {
    this.file = file;
  }

  /** The chapters {@code chNN_name.md} in {@code folder}, in order of their numbers. */
  public static List<ChapterCheck> in(Path folder) {
    return ChapterPages.in(folder).stream().map(ChapterCheck::new).toList();
  }

  /**
   * Scripts and notebooks below {@code folder} that no chapter in it generates any more, a line
   * each; empty if there are none.
   */
  public static List<String> orphans(Path folder) {
    List<Path> wanted = new ArrayList<>();
    ChapterPages.in(folder)
        .forEach(file -> wanted.addAll(List.of(Chapters.script(file), Chapters.ipynb(file))));
    List<String> orphans = new ArrayList<>();
    for (String name : List.of("jshell", "notebooks")) {
      for (Path file : ChapterPages.files(folder.toAbsolutePath().resolve(name))) {
        String generated = file.getFileName().toString();
        if (generated.matches("ch.*\\.(jsh|ipynb)") && !wanted.contains(file)) {
          orphans.add(generated + ": no chapter generates it; delete it");
        }
      }
    }
    return orphans;
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
