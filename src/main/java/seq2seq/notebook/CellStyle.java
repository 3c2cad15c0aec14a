package seq2seq.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The style in which stock jshell and the JShell API read a cell alike, checked line by line.
 *
 * <p>Stock jshell reads a file a line at a time and runs what is complete so far, so a line must
 * not end where Java could stop but the author goes on. That the last line has its {@code ;} unless
 * it shows a value is seen when the cell runs; see {@link Checker}.
 */
final class CellStyle {
  private static final int MOST_LINES = 20;
  private static final int MOST_COLUMNS = 100;
  private static final Pattern UNCUDDLED = Pattern.compile("\\s*(else|catch|finally)\\b.*");
  private static final Pattern ANNOTATION = Pattern.compile("\\s*@\\w[\\w.]*(\\([^()]*\\))?\\s*");

  private CellStyle() {}

  /** What breaks the style in {@code cell} of {@code notebook}; empty if nothing does. */
  static List<Finding> check(Notebook notebook, CodeCell cell) {
    List<Finding> findings = new ArrayList<>();
    List<String> code = cell.code();
    for (int i = 0; i < code.size(); i++) {
      String problem = problem(code, i);
      if (problem != null) {
        findings.add(Finding.of(notebook.file(), cell.codeLine() + i, problem));
      }
    }
    if (code.size() > MOST_LINES) {
      String problem = "a cell of " + code.size() + " lines; at most " + MOST_LINES;
      findings.add(Finding.of(notebook.file(), cell.line(), problem));
    }
    if (cell.source().isBlank()) {
      findings.add(Finding.of(notebook.file(), cell.line(), "an empty cell"));
    }
    return findings;
  }

  private static String problem(List<String> code, int i) {
    String line = code.get(i);
    if (line.stripLeading().startsWith(".")) {
      return "no line starts with `.`: end the line before with it";
    }
    if (UNCUDDLED.matcher(line).matches()) {
      return "keep `} " + line.strip().split("\\W")[0] + "` on one line";
    }
    if (ANNOTATION.matcher(line).matches()) {
      return "an annotation stands on the line of its declaration";
    }
    if (line.startsWith("/") && !line.startsWith("//") && !line.startsWith("/*")) {
      return "a line that starts with `/` is a jshell command";
    }
    if (line.length() > MOST_COLUMNS) {
      return "a line of " + line.length() + " characters; at most " + MOST_COLUMNS;
    }
    return null;
  }
}
