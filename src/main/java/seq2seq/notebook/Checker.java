package seq2seq.notebook;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import seq2seq.notebook.Expected.Varies;
import seq2seq.notebook.markdown.Link;

/**
 * Runs a chapter from top to bottom and compares what each cell prints with what the page shows.
 *
 * <p>Stops at the first cell that fails unexpectedly, because what follows would fail for that
 * reason alone; differences of output do not stop it.
 */
public final class Checker {
  private final Notebook notebook;
  private final Path pictures;
  private final Splitter splitter = new Splitter();
  private final List<Finding> findings = new ArrayList<>();
  private final Map<CodeCell, CellOutcome> outcomes = new LinkedHashMap<>();

  private Checker(Notebook notebook, Path pictures) {
    this.notebook = notebook;
    this.pictures = pictures;
  }

  /**
   * Runs and checks {@code notebook}.
   *
   * @param pictures the folder below which its cells save their pictures
   */
  public static Checker check(Notebook notebook, Path pictures) {
    Checker checker = new Checker(notebook, pictures);
    return notebook
        .language()
        .speaking(
            () -> {
              checker.run();
              return checker;
            });
  }

  /** What is wrong, in reading order; empty when every output matches. */
  public List<Finding> findings() {
    return List.copyOf(findings);
  }

  /** What each cell gave, in order, up to the first that failed unexpectedly. */
  public Map<CodeCell, CellOutcome> outcomes() {
    return outcomes;
  }

  private void run() {
    notebook.cells().forEach(cell -> findings.addAll(CellStyle.check(notebook, cell)));
    try (splitter;
        Session session =
            Session.start(notebook.settings(), OutputStream.nullOutputStream(), pictures)) {
      for (Block block : notebook.blocks()) {
        if (block instanceof Prose prose) {
          checkPictures(prose);
        } else if (block instanceof CodeCell cell && !run(session, cell)) {
          return;
        }
      }
    } catch (IllegalArgumentException e) {
      add(1, e.getMessage());
    }
  }

  /** Runs one cell and judges it; whether it makes sense to go on. */
  private boolean run(Session session, CodeCell cell) {
    CellOutcome outcome = session.run(notebook, cell);
    boolean failed = outcome.failure().isPresent();
    if (failed && !cell.fails()) {
      addFailure(cell, outcome.failure().get());
      return false;
    }
    outcomes.put(cell, outcome);
    if (!failed && cell.fails()) {
      add(cell.line(), "cell " + cell.number() + " is marked `error` but ran to its end");
    }
    if (failed && !outcome.reachedEnd()) {
      add(cell.line(), "only the last statement of an `error` cell may fail");
    }
    if (!failed && outcome.value().isEmpty() && endsInValue(cell)) {
      int line = cell.closingLine() - 1;
      add(line, "end a statement with `;`: this one has no value to show");
    }
    compare(cell, outcome.shown());
    return true;
  }

  private boolean endsInValue(CodeCell cell) {
    List<Splitter.Piece> pieces = splitter.split(cell.source());
    return !pieces.isEmpty() && pieces.get(pieces.size() - 1).kind() == Splitter.Kind.VALUE;
  }

  private void addFailure(CodeCell cell, CellFailure why) {
    String at = why.place().replaceFirst("^.*?:(\\d+).*$", "$1");
    List<String> lines = new ArrayList<>(why.lines());
    String first = lines.remove(0);
    String problem = "cell " + cell.number() + " failed: " + first;
    findings.add(new Finding(notebook.file(), Integer.parseInt(at), problem, lines, false));
  }

  private void compare(CodeCell cell, List<String> actual) {
    if (cell.expected().isEmpty()) {
      if (!actual.isEmpty()) {
        String problem = "cell " + cell.number() + " prints, but no `text` fence follows it";
        addStale(cell.closingLine(), problem, "  actual:   " + actual.get(0));
      }
      return;
    }
    Expected page = cell.expected().get();
    boolean varies = page.varies() != Varies.NOTHING;
    if (varies && page.lines().stream().noneMatch(line -> line.contains("…"))) {
      add(page.line(), "marked `output:` but without a `…`: remove the mark-up");
    }
    List<String> expected = Output.trimmed(page.lines());
    int i = Output.firstDifference(expected, actual, varies);
    if (i >= 0) {
      String problem = "cell " + cell.number() + " printed something else";
      String is = "  actual:   " + (i < actual.size() ? actual.get(i) : "(nothing more)");
      String was = "  expected: " + (i < expected.size() ? expected.get(i) : "(nothing more)");
      addStale(page.textLine() + i, problem, was, is);
    }
  }

  /** A picture that the page shows must have been saved by a cell above it. */
  private void checkPictures(Prose prose) {
    for (Link picture : prose.text().links()) {
      boolean isCells = picture.isPicture() && picture.target().startsWith("images/");
      if (isCells && !Files.exists(pictures.resolve(picture.target()))) {
        add(picture.line(), "no cell above saves " + picture.target());
      }
    }
  }

  private void add(int line, String problem) {
    findings.add(Finding.of(notebook.file(), line, problem));
  }

  private void addStale(int line, String problem, String... detail) {
    findings.add(new Finding(notebook.file(), line, problem, List.of(detail), true));
  }
}
