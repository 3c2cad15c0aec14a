package seq2seq.notebook.text;

import java.util.ArrayList;
import java.util.List;

/** Breaks a paragraph into lines. */
final class Wrap {
  private Wrap() {}

  /**
   * {@code text} in lines of at most {@code width} columns, broken at blanks; the first starts with
   * {@code first}, the others with {@code next}. A word that is longer than a line is cut. A
   * no-break space does not break and is shown as a blank.
   */
  static List<String> lines(String text, int width, String first, String next) {
    List<String> lines = new ArrayList<>();
    String line = first;
    boolean empty = true;
    for (String word : text.strip().split("[ \\t\\n]+")) {
      if (!empty && Width.of(line) + 1 + Width.of(word) > width) {
        lines.add(line);
        line = next;
        empty = true;
      }
      String rest = empty ? line + word : line + " " + word;
      while (Width.of(rest) > width && Width.of(line) < width && Ink.without(rest).equals(rest)) {
        int cut = cut(rest, width);
        lines.add(rest.substring(0, cut));
        rest = next + rest.substring(cut);
        line = next;
      }
      line = rest;
      empty = false;
    }
    lines.add(line);
    return continued(lines).stream().map(l -> l.replace('\u00a0', ' ')).toList();
  }

  private static int cut(String text, int width) {
    int cut = 0;
    while (cut < text.length() && Width.of(text.substring(0, cut + 1)) <= width) {
      cut++;
    }
    return Math.max(1, cut);
  }

  /** Ends the ink at each line's end and takes it up on the next. */
  private static List<String> continued(List<String> lines) {
    List<String> done = new ArrayList<>();
    String open = "";
    for (String line : lines) {
      String text = open + line;
      int start = text.lastIndexOf("\u001b[");
      String last = start < 0 ? "" : text.substring(start, text.indexOf('m', start) + 1);
      open = last.equals("\u001b[0m") ? "" : last;
      done.add(open.isEmpty() ? text : text + "\u001b[0m");
    }
    return done;
  }
}
