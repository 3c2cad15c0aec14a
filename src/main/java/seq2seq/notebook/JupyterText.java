package seq2seq.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import seq2seq.notebook.markdown.Link;
import seq2seq.notebook.markdown.Markdown;

/**
 * Narrative as Jupyter and VS Code read it: formulas between dollar signs, links as seen from the
 * folder of the notebooks, no comments.
 */
final class JupyterText {
  private static final Pattern DISPLAYED = Pattern.compile("(?m)^```math\n((?s:.*?))\n```$");
  private static final Pattern INLINE = Pattern.compile("\\$`([^`]+)`\\$");

  private JupyterText() {}

  /** {@code text} for a notebook that lies one folder below the page. */
  static String of(Markdown text) {
    String moved = String.join("\n", relocated(text)).replaceAll("(?s)<!--.*?-->\n?", "").strip();
    String displayed = DISPLAYED.matcher(moved).replaceAll("\\$\\$\n$1\n\\$\\$");
    return INLINE.matcher(displayed).replaceAll("\\$$1\\$");
  }

  /** The lines, each relative link and picture one folder up; what only looks like one is left. */
  private static List<String> relocated(Markdown text) {
    List<String> lines = new ArrayList<>(text.lines());
    for (Link link : text.links()) {
      if (link.isRelative()) {
        relocate(lines, link, link.line() - text.line());
      }
    }
    return lines;
  }

  /** The target stands on the line where the link begins, or on one of the next. */
  private static void relocate(List<String> lines, Link link, int first) {
    Pattern target = Pattern.compile("(\\]\\(\\s*<?)(" + Pattern.quote(link.target()) + ")");
    for (int i = first; i < lines.size(); i++) {
      Matcher found = target.matcher(lines.get(i));
      if (found.find()) {
        String moved = lines.get(i).substring(0, found.start(2)) + "../";
        lines.set(i, moved + lines.get(i).substring(found.start(2)));
        return;
      }
    }
  }
}
