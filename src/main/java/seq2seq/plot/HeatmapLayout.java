package seq2seq.plot;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import seq2seq.engine.Numbers;

/**
 * Where everything in a heatmap stands, in pixels. Computed from the size of the texts, so that
 * none is cut and the picture is as large as it must be.
 */
final class HeatmapLayout {
  static final Font LABEL = Theme.TEXT;
  static final int EDGE = 18;
  static final int SCALE_WIDTH = 22;
  private static final int TITLE = 36;
  private static final int AXIS = 30;
  private static final int SMALLEST_NAMED = 24;
  private static final int SMALLEST = 3;
  private static final int LARGEST = 64;
  private static final int SMALLEST_PICTURE = 320;
  private static final int SHORTEST_SCALE = 140;

  private final Heatmap.Look look;
  private final FontMetrics label = metrics(LABEL);
  private final FontMetrics axis = metrics(Theme.AXIS);

  final Scale scale;
  final List<String> rows;
  final List<String> columns;
  final int cellWidth;
  final int cellHeight;

  /** A column's label is shown where {@code column % columnStride == 0}. */
  final int columnStride;

  /** Whether column names are turned by 45 degrees, because one is wider than a cell. */
  final boolean rising;

  final int left;
  final int top;
  final int scaleLeft;

  /** Height of the colour scale: as the cells', but never too small to be read. */
  final int scaleHeight;

  /** {@code columnNames} null: columns are numbered. */
  HeatmapLayout(float[][] values, List<String> rows, List<String> columnNames, Heatmap.Look look) {
    this.look = look;
    this.rows = rows;
    scale = Scale.of(values, look);
    columns = columnNames != null ? columnNames : indices(values[0].length);
    boolean printed = look.places() >= 0;
    cellWidth = cell(columns.size(), 620, columnNames != null, printed ? widest(values) + 12 : 0);
    cellHeight = cell(rows.size(), 400, true, printed ? SMALLEST_NAMED + 4 : 0);
    int widest = Text.widest(label, columns);
    columnStride = columnNames != null ? 1 : stride(widest + 10, cellWidth);
    rising = columnNames != null && widest + 8 > cellWidth;
    left = EDGE + (look.rowAxis().isEmpty() ? 0 : AXIS + 2) + Text.widest(label, rows) + 10;
    top = columnAxisTop() + axisHeight() + (rising ? diagonal(widest) + 22 : 28);
    scaleLeft = Math.max(left + gridWidth() + 30, labelsRight() + 16);
    scaleHeight = Math.max(gridHeight(), SHORTEST_SCALE);
  }

  private static FontMetrics metrics(Font font) {
    Fonts.check();
    Graphics2D g = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
    FontMetrics metrics = g.getFontMetrics(font);
    g.dispose();
    return metrics;
  }

  private static List<String> indices(int count) {
    return IntStream.range(0, count).mapToObj(Integer::toString).toList();
  }

  /** A cell as large as {@code room} allows, within limits, and never too small for its texts. */
  private static int cell(int count, int room, boolean named, int textSize) {
    int smallest = Math.max(named ? SMALLEST_NAMED : SMALLEST, textSize);
    return Math.max(smallest, Math.min(LARGEST, room / count));
  }

  /** Every how many cells a number fits: 1, 2, 5, 10, 20, ... */
  private static int stride(int needed, int cell) {
    return Math.max(1, (int) StrictMath.rint(Ticks.step((double) needed / cell, 1)));
  }

  private int widest(float[][] values) {
    int widest = 0;
    for (float[] row : values) {
      for (float v : row) {
        int width = Float.isNaN(v) ? 0 : label.stringWidth(Numbers.fixed(v, look.places()));
        widest = Math.max(widest, width);
      }
    }
    return widest;
  }

  private static int diagonal(int length) {
    return (int) StrictMath.ceil(length * StrictMath.sqrt(0.5));
  }

  /** Where the rightmost name ends; a turned one starts in the middle of its column. */
  private int labelsRight() {
    int right = left + gridWidth();
    for (int c = 0; rising && c < columns.size(); c++) {
      int length = label.stringWidth(columns.get(c)) + label.getHeight();
      right = Math.max(right, (int) cell(0, c).getCenterX() + diagonal(length));
    }
    return right;
  }

  int columnAxisTop() {
    return EDGE + (look.title().isEmpty() ? 0 : TITLE);
  }

  private int axisHeight() {
    return look.columnAxis().isEmpty() ? 0 : AXIS;
  }

  /** The cell in this row and column. */
  Rectangle cell(int row, int column) {
    return new Rectangle(left + column * cellWidth, top + row * cellHeight, cellWidth, cellHeight);
  }

  int gridWidth() {
    return cellWidth * columns.size();
  }

  int gridHeight() {
    return cellHeight * rows.size();
  }

  /** About how many numbers stand beside the colour scale. */
  int tickCount() {
    return Math.min(6, Math.max(2, scaleHeight / 60));
  }

  /** Middle of the upward text that says what the colours mean. */
  int scaleTextX() {
    int widest = 0;
    for (double tick : scale.ticks(tickCount())) {
      widest = Math.max(widest, label.stringWidth(scale.label(tick, tickCount())));
    }
    return scaleLeft + SCALE_WIDTH + 10 + widest + 22;
  }

  int width() {
    int title = EDGE + metrics(Theme.TITLE).stringWidth(look.title()) + EDGE;
    int columnAxis = left + axis.stringWidth(look.columnAxis()) + EDGE;
    int needed = Math.max(Math.max(title, columnAxis), scaleTextX() + EDGE);
    return Math.max(needed, SMALLEST_PICTURE);
  }

  int height() {
    int texts = Math.max(axis.stringWidth(look.rowAxis()), axis.stringWidth(look.scale()));
    return top + Math.max(Math.max(gridHeight(), scaleHeight), texts) + EDGE;
  }
}
