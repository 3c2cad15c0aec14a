package seq2seq.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Printed text as lines, and the comparison of what was printed with what the page shows. */
final class Output {
  private Output() {}

  /** {@code text} as lines, without blanks at line ends and without empty lines at the end. */
  static List<String> lines(String text) {
    return trimmed(text.replace("\r\n", "\n").lines().toList());
  }

  /** {@code lines} without blanks at line ends and without empty lines at the end. */
  static List<String> trimmed(List<String> lines) {
    List<String> trimmed = new ArrayList<>(lines.stream().map(String::stripTrailing).toList());
    while (!trimmed.isEmpty() && trimmed.get(trimmed.size() - 1).isEmpty()) {
      trimmed.remove(trimmed.size() - 1);
    }
    return trimmed;
  }

  /** The index of the first line that differs; -1 if none does. Ends count as lines. */
  static int firstDifference(List<String> expected, List<String> actual, boolean ellipsis) {
    for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
      if (i >= expected.size() || i >= actual.size()) {
        return i;
      }
      if (!same(expected.get(i), actual.get(i), ellipsis)) {
        return i;
      }
    }
    return -1;
  }

  /** Whether the lines agree; with {@code ellipsis}, a {@code …} stands for one or more of any. */
  static boolean same(String expected, String actual, boolean ellipsis) {
    if (!ellipsis || !expected.contains("…")) {
      return expected.equals(actual);
    }
    StringBuilder pattern = new StringBuilder();
    for (String part : expected.split("…", -1)) {
      pattern.append(pattern.length() == 0 ? "" : ".+").append(Pattern.quote(part));
    }
    return actual.matches(pattern.toString());
  }
}
