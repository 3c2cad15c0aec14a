package seq2seq.notebook;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a maintainer does to chapters: check them, and accept the outputs that their cells print.
 *
 * <p>{@code java -cp CLASSPATH seq2seq.notebook.Chapters check|accept FILE.md...}
 */
public final class Chapters {
  private final PrintStream out;

  /** Reports go to {@code out}. */
  public Chapters(PrintStream out) {
    this.out = out;
  }

  /** Exits 0 when all is well, 1 when something must be mended, 2 on wrong usage. */
  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.exit(new Chapters(out).run(List.of(args)));
  }

  private int run(List<String> args) {
    if (args.size() < 2 || !List.of("check", "accept").contains(args.get(0))) {
      out.println("usage: seq2seq.notebook.Chapters check|accept FILE.md...");
      return 2;
    }
    List<Path> files = args.stream().skip(1).map(Path::of).toList();
    boolean well = true;
    for (Path file : files) {
      well &= args.get(0).equals("check") ? check(file) : accept(file);
    }
    return well ? 0 : 1;
  }

  /** Runs the chapter and reports each difference; whether there is none. Writes nothing. */
  public boolean check(Path file) {
    try {
      Path scratch = Files.createTempDirectory("seq2seq-pictures");
      Notebook notebook = Notebook.read(file);
      return report(notebook, Checker.check(notebook, scratch).findings());
    } catch (NotebookException e) {
      out.println(e.getMessage());
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Runs the chapter, writes the outputs into its Markdown and its pictures beside it; whether
   * nothing is left that a person must mend.
   */
  public boolean accept(Path file) {
    try {
      Notebook notebook = Notebook.read(file);
      Checker run = Checker.check(notebook, file.toAbsolutePath().getParent());
      String markdown = Accept.rewrite(notebook, run.outcomes());
      boolean changed = !markdown.equals(notebook.markdown());
      if (changed) {
        Files.writeString(file, markdown, StandardCharsets.UTF_8);
      }
      out.println(file.getFileName() + ": outputs " + (changed ? "rewritten" : "unchanged"));
      List<Finding> left = new ArrayList<>(run.findings());
      left.removeIf(Finding::isMendedByAccept);
      return report(notebook, left);
    } catch (NotebookException e) {
      out.println(e.getMessage());
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean report(Notebook notebook, List<Finding> findings) {
    findings.forEach(out::println);
    int cells = notebook.cells().size();
    String verdict = findings.isEmpty() ? "all well" : findings.size() + " to mend";
    out.println(notebook.file() + ": " + cells + " cells, " + verdict);
    return findings.isEmpty();
  }
}
