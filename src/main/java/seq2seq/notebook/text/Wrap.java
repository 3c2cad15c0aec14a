package seq2seq.notebook.text;

import java.util.ArrayList;
import java.util.List;
import seq2seq.language.Width;

/** Breaks a paragraph into lines: at blanks, and between Chinese characters. */
final class Wrap {
  private Wrap() {}

  /** What stays on one line, and whether a blank parts it from the piece before. */
  private record Piece(String text, boolean isApart) {}

  /**
   * {@code text} in lines of at most {@code width} columns; the first starts with {@code first},
   * the others with {@code next}. A piece that is longer than a line is cut. A no-break space does
   * not break and is shown as a blank.
   */
  static List<String> lines(String text, int width, String first, String next) {
    List<String> lines = new ArrayList<>();
    String line = first;
    boolean empty = true;
    for (Piece piece : pieces(text)) {
      String gap = piece.isApart() && !empty ? " " : "";
      if (!empty && Width.of(line + gap + piece.text()) > width) {
        lines.add(line);
        line = next;
        gap = "";
      }
      String rest = line + gap + piece.text();
      while (Width.of(rest) > width && Width.of(line) < width) {
        int cut = Math.max(next.length() + 1, Width.fitting(rest, width));
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

  private static List<Piece> pieces(String text) {
    List<Piece> pieces = new ArrayList<>();
    for (String word : text.strip().split("[ \\t\\n]+")) {
      int start = 0;
      for (int end : LineBreaks.in(word)) {
        pieces.add(new Piece(word.substring(start, end), start == 0));
        start = end;
      }
      pieces.add(new Piece(word.substring(start), start == 0));
    }
    return pieces;
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
