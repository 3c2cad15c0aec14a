package seq2seq.plot;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * Where everything in a heatmap stands, in pixels. Computed from the size of the texts, so that none
 * is cut and the picture is as large as it must be.
 *
 * @param rows the label of each row, shown where {@code r % rowStride == 0}
 * @param rising whether column labels are turned by 45 degrees, because they are wider than cells
 */
record HeatmapLayout(
    List<String> rows,
    List<String> columns,
    int rowStride,
    int columnStride,
    boolean rising,
    int cellWidth,
    int cellHeight,
    int left,
    int top,
    int scaleLeft,
    int width,
    int height) {

  static final Font LABEL = Theme.TEXT;
  static final int EDGE = 18;
  static final int SCALE_WIDTH = 22;
  private static final int SMALLEST_NAMED = 24;
  private static final int SMALLEST = 3;
  private static final int LARGEST = 64;
  private static final int SMALLEST_PICTURE = 320;

  static HeatmapLayout of(
      float[][] values, List<String> rowNames, List<String> columnNames, Heatmap.Look look) {
    Fonts.check();
    Graphics2D g = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
    FontMetrics label = g.getFontMetrics(LABEL);
    FontMetrics title = g.getFontMetrics(Theme.TITLE);
    FontMetrics axis = g.getFontMetrics(Theme.AXIS);
    g.dispose();

    List<String> rows = rowNames != null ? rowNames : indices(values.length);
    List<String> columns = columnNames != null ? columnNames : indices(values[0].length);
    int valueWidth = look.places() < 0 ? 0 : widestValue(label, values, look.places()) + 12;
    int valueHeight = look.places() < 0 ? 0 : SMALLEST_NAMED + 4;
    int cellWidth = cell(columns.size(), 620, columnNames != null, valueWidth);
    int cellHeight = cell(rows.size(), 400, rowNames != null, valueHeight);
    int columnStride = columnNames != null ? 1 : stride(Text.widest(label, columns) + 10, cellWidth);
    int rowStride = rowNames != null ? 1 : stride(SMALLEST_NAMED, cellHeight);
    int widest = Text.widest(label, columns);
    boolean rising = columnNames != null && widest + 8 > cellWidth;

    int titleHeight = look.title().isEmpty() ? 0 : 36;
    int axisHeight = look.columnAxis().isEmpty() ? 0 : 30;
    int labelHeight = rising ? diagonal(widest) + 22 : 28;
    int top = EDGE + titleHeight + axisHeight + labelHeight;
    int left =
        EDGE + (look.rowAxis().isEmpty() ? 0 : 32) + Text.widest(label, rows) + 10;

    int gridRight = left + cellWidth * columns.size();
    int labelsRight = rising ? risingRight(label, columns, left, cellWidth) : gridRight;
    int scaleLeft = Math.max(gridRight + 30, labelsRight + 16);
    int scaleText = 80 + (look.scale().isEmpty() ? 0 : 34);
    int gridBottom = top + cellHeight * rows.size();
    int needed = EDGE + Math.max(title.stringWidth(look.title()), 0) + EDGE;
    int width = Math.max(Math.max(scaleLeft + SCALE_WIDTH + scaleText, needed), SMALLEST_PICTURE);
    int rowAxisNeeds = axis.stringWidth(look.rowAxis());
    int scaleNeeds = axis.stringWidth(look.scale());
    int tallest = Math.max(rowAxisNeeds, scaleNeeds) + top;
    int height = Math.max(gridBottom, tallest) + EDGE;
    return new HeatmapLayout(
        rows, columns, rowStride, columnStride, rising, cellWidth, cellHeight, left, top,
        scaleLeft, width, height);
  }

  private static List<String> indices(int count) {
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      labels.add(Integer.toString(i));
    }
    return labels;
  }

  /** A cell as large as {@code room} allows, within limits, and never too small for its texts. */
  private static int cell(int count, int room, boolean named, int valueSize) {
    int smallest = Math.max(named ? SMALLEST_NAMED : SMALLEST, valueSize);
    return Math.max(smallest, Math.min(LARGEST, room / count));
  }

  /** Every how many cells a number fits: 1, 2, 5, 10, 20, ... */
  private static int stride(int needed, int cell) {
    int[] digits = {1, 2, 5};
    for (int decade = 1; ; decade *= 10) {
      for (int digit : digits) {
        if (digit * decade * cell >= needed) {
          return digit * decade;
        }
      }
    }
  }

  private static int widestValue(FontMetrics m, float[][] values, int places) {
    int widest = 0;
    for (float[] row : values) {
      for (float v : row) {
        widest = Math.max(widest, Float.isNaN(v) ? 0 : m.stringWidth(Numbers.fixed(v, places)));
      }
    }
    return widest;
  }

  private static int diagonal(int length) {
    return (int) StrictMath.ceil(length * StrictMath.sqrt(0.5));
  }

  private static int risingRight(FontMetrics m, List<String> columns, int left, int cellWidth) {
    int right = 0;
    for (int c = 0; c < columns.size(); c++) {
      int start = left + c * cellWidth + cellWidth / 2;
      right = Math.max(right, start + diagonal(m.stringWidth(columns.get(c)) + m.getHeight()));
    }
    return right;
  }

  /** The cell in this row and column. */
  Rectangle cell(int row, int column) {
    return new Rectangle(
        left + column * cellWidth, top + row * cellHeight, cellWidth, cellHeight);
  }

  int gridWidth() {
    return cellWidth * columns.size();
  }

  int gridHeight() {
    return cellHeight * rows.size();
  }

  /** Height of the colour scale: as the cells', but never too small to be read. */
  int scaleHeight() {
    return Math.min(Math.max(gridHeight(), 140), height - top - EDGE);
  }
}
