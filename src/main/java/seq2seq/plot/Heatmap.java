package seq2seq.plot;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;

/**
 * A matrix as coloured cells: rows top to bottom and columns left to right, as it is printed.
 *
 * <pre>{@code
 * Heatmap.of(weights, targetTokens, sourceTokens)     // weights (T',T)
 *     .withTitle("Attention")
 *     .withAxes("target tokens", "source tokens")
 *     .withRange(0, 1)
 *     .withScale("attention weight")
 *     .withValues(2)
 *     .save(Path.of("attention.png"));
 * }</pre>
 *
 * <p>A cell that is NaN has no value (a masked position, say): it is hatched. The picture grows
 * with the matrix; cells shrink only where the labels are mere indices. Immutable: each {@code
 * with} returns a changed copy.
 */
public final class Heatmap implements Picture {
  private static final int MOST_CELLS = 2000;

  /** Everything but the matrix; range null: as the data; places -1: no values in the cells. */
  record Look(
      String title,
      String rowAxis,
      String columnAxis,
      String scale,
      Palette palette,
      double[] range,
      int places) {
    static final Look USUAL = new Look("", "", "", "", Palette.SEQUENTIAL, null, -1);

    Look withTitle(String title) {
      return new Look(title, rowAxis, columnAxis, scale, palette, range, places);
    }

    Look withAxes(String rowAxis, String columnAxis) {
      return new Look(title, rowAxis, columnAxis, scale, palette, range, places);
    }

    Look withScale(String scale) {
      return new Look(title, rowAxis, columnAxis, scale, palette, range, places);
    }

    Look withRange(double min, double max) {
      double[] range = {min, max};
      return new Look(title, rowAxis, columnAxis, scale, palette, range, places);
    }

    Look withPalette(Palette palette) {
      return new Look(title, rowAxis, columnAxis, scale, palette, range, places);
    }

    Look withPlaces(int places) {
      return new Look(title, rowAxis, columnAxis, scale, palette, range, places);
    }
  }

  private final float[][] values;
  private final List<String> rows;
  private final List<String> columns;
  private final Look look;

  private Heatmap(float[][] values, List<String> rows, List<String> columns, Look look) {
    this.values = values;
    this.rows = rows;
    this.columns = columns;
    this.look = look;
  }

  /**
   * A heatmap whose rows and columns have names.
   *
   * @param values (R,C); NaN for a cell without a value
   * @param rows R names; past 40 characters they are shortened
   * @param columns C names
   * @throws IllegalArgumentException if the matrix is empty, ragged, larger than 2000 in a
   *     direction or infinite somewhere, has no number at all, or the names are not as many as it
   *     has rows and columns
   */
  public static Heatmap of(float[][] values, String[] rows, String[] columns) {
    checkShape(values);
    Check.sameLength("heatmap", "row names", rows.length, "rows", values.length);
    Check.sameLength("heatmap", "column names", columns.length, "columns", values[0].length);
    return new Heatmap(copy(values), labels(rows), labels(columns), Look.USUAL);
  }

  /** This heatmap with named rows only; the columns are numbered from 0: units, time steps. */
  public static Heatmap of(float[][] values, String[] rows) {
    checkShape(values);
    Check.sameLength("heatmap", "row names", rows.length, "rows", values.length);
    return new Heatmap(copy(values), labels(rows), null, Look.USUAL);
  }

  private static void checkShape(float[][] values) {
    if (values.length == 0 || values[0].length == 0) {
      throw Check.error("heatmap", "there is no cell to draw");
    }
    if (Math.max(values.length, values[0].length) > MOST_CELLS) {
      throw Check.error(
          "heatmap",
          "at most 2000 rows and columns; got (" + values.length + "×" + values[0].length + ")");
    }
    for (int r = 0; r < values.length; r++) {
      Check.sameLength("heatmap", "row " + r, values[r].length, "row 0", values[0].length);
    }
    checkNumbers(values);
  }

  private static void checkNumbers(float[][] values) {
    boolean some = false;
    for (int r = 0; r < values.length; r++) {
      for (int c = 0; c < values[r].length; c++) {
        if (Float.isInfinite(values[r][c])) {
          throw Check.error("heatmap", "the value in row " + r + ", column " + c + " is infinite");
        }
        some |= !Float.isNaN(values[r][c]);
      }
    }
    if (!some) {
      throw Check.error("heatmap", "every value is NaN");
    }
  }

  private static float[][] copy(float[][] values) {
    return Arrays.stream(values).map(float[]::clone).toArray(float[][]::new);
  }

  private static List<String> labels(String[] names) {
    return Arrays.stream(names).map(Check::label).toList();
  }

  /** This heatmap with a title. */
  public Heatmap withTitle(String title) {
    return with(look.withTitle(Words.given(title)));
  }

  /** This heatmap with axis labels: what a row is, and what a column is. */
  public Heatmap withAxes(String rowAxis, String columnAxis) {
    return with(look.withAxes(Words.given(rowAxis), Words.given(columnAxis)));
  }

  /** This heatmap with a label, with unit, for what the colours say. */
  public Heatmap withScale(String scale) {
    return with(look.withScale(Words.given(scale)));
  }

  /**
   * This heatmap with the colours reaching from {@code min} to {@code max}; values beyond take the
   * end's colour. Without it they reach from the smallest to the largest value.
   *
   * @throws IllegalArgumentException unless {@code min < max} and both are finite
   */
  public Heatmap withRange(double min, double max) {
    Check.range("heatmap", min, max);
    return with(look.withRange(min, max));
  }

  /**
   * This heatmap with blue for negative values, near white for 0 and red for positive ones. Without
   * {@link #withRange} the scale is symmetric: the same strength means the same size.
   */
  public Heatmap withSigns() {
    return with(look.withPalette(Palette.DIVERGING));
  }

  /**
   * This heatmap with each value printed in its cell, to so many decimals.
   *
   * @throws IllegalArgumentException if {@code decimals} is not from 0 to 9
   */
  public Heatmap withValues(int decimals) {
    Check.decimals("heatmap", decimals);
    return with(look.withPlaces(decimals));
  }

  private Heatmap with(Look other) {
    return new Heatmap(values, rows, columns, other);
  }

  @Override
  public BufferedImage toImage() {
    HeatmapLayout layout = new HeatmapLayout(values, rows, columns, look);
    return Canvas.draw(
        layout.width(), layout.height(), g -> new HeatmapDrawing(g, values, look, layout).draw());
  }
}
