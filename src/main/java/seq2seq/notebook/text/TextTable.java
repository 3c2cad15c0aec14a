package seq2seq.notebook.text;

import java.util.ArrayList;
import java.util.List;
import seq2seq.language.Width;

/** A Markdown table as aligned columns; as a list of rows where the terminal is too narrow. */
final class TextTable {
  private static final int LEAST = 8;
  private final List<List<String>> rows;
  private final int width;
  private final Ink ink;

  /** {@code rows} hold text already rendered; the first is the head. */
  TextTable(List<List<String>> rows, int width, Ink ink) {
    this.rows = rows;
    this.width = width;
    this.ink = ink;
  }

  List<String> lines() {
    int[] widths = widths();
    return widths == null ? list() : columns(widths);
  }

  /** Column widths that fit, the widest columns shrunk first; null if none do. */
  private int[] widths() {
    int columns = rows.get(0).size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int j = 0; j < Math.min(columns, row.size()); j++) {
        widths[j] = Math.max(widths[j], Width.of(row.get(j)));
      }
    }
    int room = width - 2 * (columns - 1);
    int total = java.util.Arrays.stream(widths).sum();
    for (; total > room; total--) {
      int widest = 0;
      for (int j = 1; j < columns; j++) {
        widest = widths[j] > widths[widest] ? j : widest;
      }
      if (widths[widest] <= LEAST) {
        return null;
      }
      widths[widest]--;
    }
    return widths;
  }

  private List<String> columns(int[] widths) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      lines.addAll(row(rows.get(i), widths, i == 0));
      if (i == 0) {
        StringBuilder rule = new StringBuilder();
        for (int w : widths) {
          rule.append(rule.length() == 0 ? "" : "  ").append("─".repeat(w));
        }
        lines.add(rule.toString());
      }
    }
    return lines;
  }

  private List<String> row(List<String> row, int[] widths, boolean head) {
    List<List<String>> cells = new ArrayList<>();
    int height = 1;
    for (int j = 0; j < widths.length; j++) {
      String text = j < row.size() ? row.get(j) : "";
      cells.add(Wrap.lines(head ? ink.bold(text) : text, Math.max(1, widths[j]), "", ""));
      height = Math.max(height, cells.get(j).size());
    }
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < height; i++) {
      StringBuilder line = new StringBuilder();
      for (int j = 0; j < widths.length; j++) {
        String part = i < cells.get(j).size() ? cells.get(j).get(i) : "";
        line.append(j == 0 ? "" : "  ").append(Width.padded(part, widths[j]));
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  private List<String> list() {
    List<String> lines = new ArrayList<>();
    List<String> head = rows.get(0);
    for (List<String> row : rows.subList(1, rows.size())) {
      for (int j = 0; j < Math.min(head.size(), row.size()); j++) {
        String label = head.get(j).isEmpty() ? "" : head.get(j) + ": ";
        String first = j == 0 ? "• " : "  ";
        lines.addAll(Wrap.lines(label + row.get(j), width, first, "    "));
      }
    }
    return lines;
  }
}
