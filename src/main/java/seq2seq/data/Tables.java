package seq2seq.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import seq2seq.engine.Numbers;
import seq2seq.language.Width;
import tech.tablesaw.api.NumberColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Tablesaw tables as text: aligned for a terminal, or Markdown.
 *
 * <p>Written here because Tablesaw's own Markdown and HTML writers fail, and because its number
 * format is not the same on every JDK. Whole numbers are printed as they are, others with a fixed
 * number of decimals; a missing cell is empty. Numbers are aligned to the right, text to the left.
 */
public final class Tables {
  private static final int DECIMALS = 4;

  private Tables() {}

  /**
   * A table of text cells, for what is not measured: a grade book, a table of contents.
   *
   * @param columns the names of the columns
   * @param rows the cells, each row as long as {@code columns}
   * @throws IllegalArgumentException if a row has another number of cells
   */
  public static Table of(String name, List<String> columns, List<List<String>> rows) {
    for (List<String> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "table: a row has " + row.size() + " cells, the header " + columns.size());
      }
    }
    return Table.create(
        name,
        IntStream.range(0, columns.size())
            .mapToObj(c -> StringColumn.create(columns.get(c), cells(rows, c))));
  }

  private static List<String> cells(List<List<String>> rows, int column) {
    return rows.stream().map(row -> row.get(column)).toList();
  }

  /** An aligned text table, 4 decimals; each line, the last too, ends with a line feed. */
  public static String text(Table table) {
    return render(table, "", "  ", "");
  }

  /** A Markdown (GitHub) table, 4 decimals. */
  public static String markdown(Table table) {
    return render(table, "| ", " | ", " |");
  }

  private static String render(Table table, String left, String gap, String right) {
    boolean markdown = !left.isEmpty();
    List<List<String>> columns = new ArrayList<>();
    for (Column<?> column : table.columns()) {
      columns.add(aligned(column, markdown));
    }
    int lines = table.rowCount() + 2;
    return IntStream.range(0, columns.isEmpty() ? 0 : lines)
        .mapToObj(i -> columns.stream().map(column -> column.get(i)))
        .map(cells -> (left + cells.collect(Collectors.joining(gap)) + right).stripTrailing())
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** The lines of one column: name, rule, cells, all of one width. */
  private static List<String> aligned(Column<?> column, boolean markdown) {
    boolean number = column instanceof NumberColumn;
    List<String> cells =
        Stream.concat(
                Stream.of(column.name()),
                IntStream.range(0, column.size()).mapToObj(row -> cell(column, row)))
            .map(cell -> markdown ? cell.replace("|", "\\|") : cell)
            .toList();
    int width = Math.max(3, cells.stream().mapToInt(Width::of).max().orElse(0));
    List<String> lines = new ArrayList<>();
    cells.forEach(cell -> lines.add(padded(cell, width, number)));
    lines.add(1, number && markdown ? "-".repeat(width - 1) + ":" : "-".repeat(width));
    return lines;
  }

  private static String cell(Column<?> column, int row) {
    if (column.isMissing(row)) {
      return "";
    }
    Object value = column.get(row);
    boolean fraction = value instanceof Double || value instanceof Float;
    return fraction ? Numbers.fixed(((Number) value).doubleValue(), DECIMALS) : value.toString();
  }

  private static String padded(String cell, int width, boolean right) {
    String space = " ".repeat(width - Width.of(cell));
    return right ? space + cell : cell + space;
  }
}
