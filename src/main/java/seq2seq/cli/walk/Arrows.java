package seq2seq.cli.walk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import seq2seq.notebook.CodeCell;

/**
 * A graph that a page draws, as text for a terminal: for each node a line that says from which
 * others it is computed, {@code h2 ← x2·W_xh, h1·W_hh}. Mermaid's own text is made for a machine.
 */
final class Arrows {
  private static final String OPENING = "flowchart ";
  private static final Pattern ARROW =
      Pattern.compile("(\\w+) (-->|-\\.->)(?:\\|\"([^\"]*)\"\\|)? (\\w+)");
  private static final Pattern NODE = Pattern.compile("(\\w+)[\\[({]+\"([^\"]*)\"");

  private Arrows() {}

  /** Whether the page shows a graph below the cell. */
  static boolean areBelow(CodeCell cell) {
    return cell.expected()
        .filter(e -> !e.lines().isEmpty() && e.lines().get(0).startsWith(OPENING))
        .isPresent();
  }

  /** What a cell printed: a graph as arrows, anything else as it is. */
  static List<String> of(List<String> printed) {
    if (printed.isEmpty() || !printed.get(0).startsWith(OPENING)) {
      return printed;
    }
    String text = String.join("\n", printed);
    Map<String, String> names = new LinkedHashMap<>();
    Matcher node = NODE.matcher(text);
    while (node.find()) {
      names.putIfAbsent(node.group(1), node.group(2));
    }
    Map<String, List<String>> into = new LinkedHashMap<>();
    Matcher arrow = ARROW.matcher(text);
    while (arrow.find()) {
      String to = names.getOrDefault(arrow.group(4), arrow.group(4));
      into.computeIfAbsent(to, any -> new ArrayList<>()).add(from(arrow, names));
    }
    List<String> lines = new ArrayList<>(List.of("(on the page this is a picture; its arrows:)"));
    into.forEach((to, from) -> lines.add("  " + to + " ← " + String.join(", ", from)));
    return lines;
  }

  private static String from(Matcher arrow, Map<String, String> names) {
    String name = names.getOrDefault(arrow.group(1), arrow.group(1));
    String label = arrow.group(3) == null ? "" : arrow.group(3);
    if (arrow.group(2).equals("-.->")) {
      return "(" + label + ": " + name + ")";
    }
    return label.isEmpty() ? name : name + "·" + label;
  }
}
