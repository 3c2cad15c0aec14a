package seq2seq.notebook.text;

import java.util.ArrayList;
import java.util.List;
import seq2seq.language.Width;

/**
 * A piece of a formula as a block of text, some lines high.
 *
 * @param lines top to bottom, all equally wide
 * @param base the index of the line that stands on the formula's own line
 */
record TextBlock(List<String> lines, int base) {
  static TextBlock of(String text) {
    return new TextBlock(List.of(text), 0);
  }

  int width() {
    return Width.of(lines.get(0));
  }

  boolean isFlat() {
    return lines.size() == 1;
  }

  /** This box with {@code right} beside it, on the same line. */
  TextBlock beside(TextBlock right) {
    int above = Math.max(base, right.base);
    int below = Math.max(lines.size() - base, right.lines.size() - right.base);
    List<String> joined = new ArrayList<>();
    for (int i = -above; i < below; i++) {
      joined.add(line(i) + right.line(i));
    }
    return new TextBlock(joined, above);
  }

  private String line(int fromBase) {
    int i = base + fromBase;
    return i >= 0 && i < lines.size() ? lines.get(i) : " ".repeat(width());
  }

  /** Rows of boxes as a table in brackets. */
  static TextBlock matrix(List<List<TextBlock>> rows, String delimiters) {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    int[] widths = new int[columns];
    for (List<TextBlock> row : rows) {
      for (int j = 0; j < row.size(); j++) {
        widths[j] = Math.max(widths[j], row.get(j).width());
      }
    }
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      lines.add(bracketed(row(rows.get(i), widths), i, rows.size(), delimiters));
    }
    return new TextBlock(lines, (lines.size() - 1) / 2);
  }

  private static String row(List<TextBlock> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int j = 0; j < widths.length; j++) {
      String entry = j < row.size() ? String.join(" ", row.get(j).lines) : "";
      line.append(j == 0 ? "" : "  ").append(Width.padded(entry, widths[j]));
    }
    return line.toString();
  }

  private static String bracketed(String row, int i, int count, String delimiters) {
    int part = count == 1 ? 3 : i == 0 ? 0 : i == count - 1 ? 2 : 1;
    return switch (delimiters) {
      case "(" -> "⎛⎜⎝(".charAt(part) + " " + row + " " + "⎞⎟⎠)".charAt(part);
      case "[" -> "⎡⎢⎣[".charAt(part) + " " + row + " " + "⎤⎥⎦]".charAt(part);
      case "{" -> "⎧⎨⎩{".charAt(part) + " " + row;
      default -> row;
    };
  }
}
