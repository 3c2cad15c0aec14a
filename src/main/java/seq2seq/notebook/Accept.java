package seq2seq.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import seq2seq.notebook.Expected.Varies;

/**
 * Rewrites the outputs of a chapter to what its cells print now. Narrative and code stay as they
 * are, to the byte.
 */
final class Accept {
  private static final String NUMBER = "\\d[\\d,]*(?:\\.\\d+)?(?:[eE][+-]?\\d+)?";
  private static final String UNIT =
      "(?=\\s?(?:ns|µs|us|ms|s|seconds|minutes|GFLOP/s|(?:tokens|steps|pairs|sentences)/s)\\b)";

  private final Notebook notebook;
  private final Map<CodeCell, CellOutcome> outcomes;

  private Accept(Notebook notebook, Map<CodeCell, CellOutcome> outcomes) {
    this.notebook = notebook;
    this.outcomes = outcomes;
  }

  /** The Markdown of {@code notebook} with the outputs of the cells that were run. */
  static String rewrite(Notebook notebook, Map<CodeCell, CellOutcome> outcomes) {
    return new Accept(notebook, outcomes).markdown();
  }

  private String markdown() {
    List<String> lines = new ArrayList<>();
    int copied = 0;
    for (Map.Entry<CodeCell, CellOutcome> entry : outcomes.entrySet()) {
      CodeCell cell = entry.getKey();
      lines.addAll(notebook.lines().subList(copied, cell.closingLine()));
      copied = cell.closingLine();
      List<String> actual = entry.getValue().shown();
      if (cell.expected().isPresent()) {
        Expected page = cell.expected().get();
        if (!actual.isEmpty()) {
          lines.addAll(notebook.lines().subList(copied, page.line() - 1));
          lines.addAll(fenced(merged(page, actual)));
        }
        copied = page.closingLine();
      } else if (!actual.isEmpty()) {
        lines.add("");
        lines.addAll(fenced(actual));
      }
    }
    lines.addAll(notebook.lines().subList(copied, notebook.lines().size()));
    return String.join("\n", lines) + "\n";
  }

  private static List<String> fenced(List<String> output) {
    String ticks = "```";
    while (anyStartsWith(output, ticks)) {
      ticks += "`";
    }
    List<String> lines = new ArrayList<>(List.of(ticks + "text"));
    lines.addAll(output);
    lines.add(ticks);
    return lines;
  }

  private static boolean anyStartsWith(List<String> output, String ticks) {
    return output.stream().anyMatch(line -> line.stripLeading().startsWith(ticks));
  }

  /** The actual output; where the page may vary, lines that still match stay as written. */
  private static List<String> merged(Expected page, List<String> actual) {
    if (page.varies() == Varies.NOTHING) {
      return actual;
    }
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < actual.size(); i++) {
      String now = actual.get(i);
      String was = i < page.lines().size() ? page.lines().get(i) : "";
      lines.add(Output.same(was, now, true) ? was : masked(now, page.varies()));
    }
    return lines;
  }

  private static String masked(String line, Varies varies) {
    return varies == Varies.TIME
        ? line.replaceAll(NUMBER + UNIT, "…")
        : line.replaceAll("(?:[A-Za-z]:)?[/\\\\]\\S*[/\\\\]", "…/");
  }
}
