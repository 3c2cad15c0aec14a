package seq2seq.notebook;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import seq2seq.files.AtomicFile;
import seq2seq.files.TemporaryFolder;
import seq2seq.files.TextFile;

/** What a maintainer does to chapters: check them, accept what their cells print, export them. */
public final class Chapters {
  private final PrintStream out;

  /** Reports go to {@code out}. */
  public Chapters(PrintStream out) {
    this.out = out;
  }

  /** Runs the chapter and reports each difference; whether there is none. Writes nothing. */
  public boolean check(Path file) {
    try (TemporaryFolder pictures = new TemporaryFolder("seq2seq-pictures")) {
      Notebook notebook = Notebook.read(file);
      return report(notebook, Checker.check(notebook, pictures.path()).findings());
    } catch (NotebookException e) {
      out.println(e.getMessage());
      return false;
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
        AtomicFile.write(file, markdown);
      }
      out.println(notebook.file() + ": outputs " + (changed ? "rewritten" : "unchanged"));
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

  /**
   * Writes the chapter's script and notebook into the folders {@code jshell} and {@code notebooks}
   * beside it; whether it could be read.
   */
  public boolean export(Path file) {
    try {
      for (Map.Entry<Path, String> entry : exports(file).entrySet()) {
        boolean changed = !isFresh(entry.getKey(), entry.getValue());
        if (changed) {
          AtomicFile.write(entry.getKey(), entry.getValue());
        }
        out.println(entry.getKey().getFileName() + (changed ? ": written" : ": unchanged"));
      }
      return true;
    } catch (NotebookException e) {
      out.println(e.getMessage());
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What is generated from the chapter, as it should be on disk.
   *
   * @throws NotebookException if the chapter is no notebook
   */
  public static Map<Path, String> exports(Path file) {
    Notebook notebook = Notebook.read(file);
    return notebook.language().speaking(() -> exports(file, notebook));
  }

  private static Map<Path, String> exports(Path file, Notebook notebook) {
    Map<Path, String> exports = new LinkedHashMap<>();
    try (JshExporter jsh = new JshExporter()) {
      exports.put(script(file), jsh.export(notebook));
    }
    exports.put(ipynb(file), new IpynbExporter().export(notebook));
    return exports;
  }

  /** Where the script of the chapter {@code file} lies. */
  static Path script(Path file) {
    return beside(file, "jshell", ".jsh");
  }

  /** Where the notebook of the chapter {@code file} lies. */
  static Path ipynb(Path file) {
    return beside(file, "notebooks", ".ipynb");
  }

  private static Path beside(Path file, String folder, String ending) {
    Path chapter = file.toAbsolutePath();
    String name = chapter.getFileName().toString().replaceFirst("[.]md$", ending);
    return chapter.resolveSibling(folder).resolve(name);
  }

  /** Whether {@code file} holds exactly {@code text}. */
  static boolean isFresh(Path file, String text) {
    return Files.exists(file) && TextFile.read(file, "an export").equals(text);
  }

  private boolean report(Notebook notebook, List<Finding> findings) {
    findings.forEach(out::println);
    int cells = notebook.cells().size();
    String verdict = findings.isEmpty() ? "all well" : findings.size() + " to mend";
    out.println(notebook.file() + ": " + cells + " cells, " + verdict);
    return findings.isEmpty();
  }
}
