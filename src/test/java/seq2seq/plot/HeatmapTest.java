package seq2seq.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeatmapTest {
  private static final float[][] VALUES = {{0, 0.5f, 1}, {1, Float.NaN, 0}};
  private static final String[] ONE = {"je"};
  private static final String[] ROWS = {"je", "suis"};
  private static final String[] COLUMNS = {"I", "am", "<eos>"};

  private static HeatmapLayout layout(float[][] values) {
    return new HeatmapLayout(values, List.of(ROWS), List.of(COLUMNS), Heatmap.Look.USUAL);
  }

  @Test
  void rows_run_downwards_and_columns_to_the_right() {
    BufferedImage image = Heatmap.of(VALUES, ROWS, COLUMNS).toImage();
    HeatmapLayout at = layout(VALUES);
    assertThat(at.cell(0, 1).x).isEqualTo(at.cell(0, 0).x + at.cellWidth);
    assertThat(at.cell(1, 0).y).isEqualTo(at.cell(0, 0).y + at.cellHeight);
    assertThat(at.cell(0, 1).y).isEqualTo(at.cell(0, 0).y);
    Color least = Palette.SEQUENTIAL.at(0);
    Color most = Palette.SEQUENTIAL.at(1);
    assertThat(Pixels.corner(image, at.cell(0, 0))).isEqualTo(least);
    assertThat(Pixels.corner(image, at.cell(0, 1))).isEqualTo(Palette.SEQUENTIAL.at(0.5));
    assertThat(Pixels.corner(image, at.cell(0, 2))).isEqualTo(most);
    assertThat(Pixels.corner(image, at.cell(1, 0))).isEqualTo(most);
    assertThat(Pixels.corner(image, at.cell(1, 2))).isEqualTo(least);
  }

  @Test
  void a_cell_without_a_value_has_no_color_of_the_scale() {
    BufferedImage image = Heatmap.of(VALUES, ROWS, COLUMNS).toImage();
    Color hatched = Pixels.corner(image, layout(VALUES).cell(1, 1));
    assertThat(hatched.getRed()).isEqualTo(hatched.getGreen()).isEqualTo(hatched.getBlue());
    assertThat(hatched).isNotEqualTo(Color.WHITE);
  }

  @Test
  void the_scale_beside_it_shows_every_color() {
    BufferedImage image = Heatmap.of(new float[][] {{0, 1}}, ONE).toImage();
    assertThat(Pixels.distinctColors(image)).isGreaterThan(130);
  }

  @Test
  void signed_values_are_symmetric_about_zero() {
    float[][] signed = {{-1, 0, 4}, {4, 0, -4}};
    BufferedImage image = Heatmap.of(signed, ROWS, COLUMNS).withSigns().toImage();
    HeatmapLayout at = layout(signed);
    assertThat(Pixels.corner(image, at.cell(0, 1))).isEqualTo(Palette.DIVERGING.at(0.5));
    assertThat(Pixels.corner(image, at.cell(0, 0))).isEqualTo(Palette.DIVERGING.at(0.375));
    assertThat(Pixels.corner(image, at.cell(1, 2))).isEqualTo(Palette.DIVERGING.at(0));
  }

  @Test
  void a_fixed_range_makes_two_heatmaps_comparable_and_clips() {
    BufferedImage image =
        Heatmap.of(new float[][] {{0.5f, 0, 3}, {0, 0, 0}}, ROWS, COLUMNS)
            .withRange(0, 1)
            .toImage();
    HeatmapLayout at = layout(VALUES);
    assertThat(Pixels.corner(image, at.cell(0, 0))).isEqualTo(Palette.SEQUENTIAL.at(0.5));
    assertThat(Pixels.corner(image, at.cell(0, 2))).isEqualTo(Palette.SEQUENTIAL.at(1));
  }

  @Test
  void brightness_falls_all_along_the_sequential_palette() {
    double before = 256;
    for (int i = 0; i <= 100; i++) {
      Color c = Palette.SEQUENTIAL.at(i / 100.0);
      double brightness = 0.299 * c.getRed() + 0.587 * c.getGreen() + 0.114 * c.getBlue();
      assertThat(brightness).isLessThan(before);
      before = brightness;
    }
  }

  @Test
  void long_names_and_titles_are_not_cut() {
    String[] names = {"w".repeat(39), "un mot très très long que voilà"};
    String[] columns = {"a rather long column name", "b", "and one at the very right edge"};
    Heatmap map =
        Heatmap.of(VALUES, names, columns)
            .withTitle("A title that is much wider than such a small matrix would ever need")
            .withAxes("target tokens, from top to bottom, one for each", "source tokens")
            .withScale("attention weight, a fraction from 0 to 1, per target token")
            .withValues(9);
    assertThat(Pixels.hasWhiteEdge(map.toImage())).isTrue();
  }

  @Test
  void names_past_40_characters_are_shortened_and_control_characters_are_spaces() {
    assertThat(Check.label("x".repeat(41))).hasSize(40).endsWith("x…");
    assertThat(Check.label("a\nb\u0007")).isEqualTo("a b ");
    assertThat(Check.label("𝔸".repeat(41))).isEqualTo("𝔸".repeat(39) + "…");
  }

  @Test
  void a_wide_matrix_whose_columns_have_no_names_becomes_a_picture_of_moderate_size() {
    BufferedImage image = Heatmap.of(new float[2][300], ROWS).toImage();
    assertThat(image.getWidth()).isBetween(1800, 2200);
  }

  @Test
  void later_changes_of_the_array_change_nothing() {
    float[][] mine = {{0, 1}};
    Heatmap map = Heatmap.of(mine, ONE);
    BufferedImage before = map.toImage();
    mine[0][0] = 1;
    assertThat(Pixels.same(map.toImage(), before)).isTrue();
  }

  @Test
  void wrong_data_are_refused_by_place() {
    assertRefused(() -> Heatmap.of(new float[0][], ONE), "there is no cell to draw");
    assertRefused(() -> Heatmap.of(new float[2][0], ROWS), "there is no cell to draw");
    assertRefused(
        () -> Heatmap.of(new float[][] {{1, 2}, {1}}, ROWS),
        "row 1 and row 0 differ in length: 1 ≠ 2");
    assertRefused(
        () -> Heatmap.of(new float[][] {{1, Float.NEGATIVE_INFINITY}}, ONE),
        "row 0, column 1 is infinite");
    assertRefused(() -> Heatmap.of(new float[][] {{Float.NaN}}, ONE), "every value is NaN");
    assertRefused(
        () -> Heatmap.of(VALUES, COLUMNS, ROWS), "row names and rows differ in length: 3 ≠ 2");
    assertRefused(
        () -> Heatmap.of(VALUES, ROWS, ROWS), "column names and columns differ in length: 2 ≠ 3");
    assertRefused(
        () -> Heatmap.of(new float[1][2001], ONE), "at most 2000 rows and columns; got (1×2001)");
  }

  private static void assertRefused(Runnable call, String message) {
    assertThatThrownBy(call::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
