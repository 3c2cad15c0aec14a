package seq2seq.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class MaskGridTest {
  private static final Color HATCH = new Color(0xEEEEEE);

  private static boolean isReal(BufferedImage image, MaskGrid grid, int n, int t) {
    Color corner = Pixels.corner(image, grid.cell(MaskGrid.MASK, n, t));
    if (!corner.equals(MaskGrid.REAL)) {
      assertThat(corner.getRed()).isEqualTo(corner.getGreen()).isEqualTo(corner.getBlue());
    }
    return corner.equals(MaskGrid.REAL);
  }

  @Test
  void the_example_of_the_notes_is_TFF_TTF() {
    MaskGrid grid = MaskGrid.of(3, new int[] {1, 2});
    BufferedImage image = grid.toImage();
    assertThat(grid.cell(MaskGrid.MASK, 0, 1).x).isGreaterThan(grid.cell(MaskGrid.MASK, 0, 0).x);
    assertThat(grid.cell(MaskGrid.MASK, 0, 1).y).isEqualTo(grid.cell(MaskGrid.MASK, 0, 0).y);
    boolean[][] expected = {{true, false, false}, {true, true, false}};
    for (int n = 0; n < 2; n++) {
      for (int t = 0; t < 3; t++) {
        assertThat(isReal(image, grid, n, t))
            .as("row %d, column %d", n, t)
            .isEqualTo(expected[n][t]);
      }
    }
    assertThat(Pixels.count(image, HATCH)).isPositive();
    assertThat(Pixels.hasWhiteEdge(image)).isTrue();
  }

  @Test
  void what_was_given_stands_out_from_its_copies() {
    MaskGrid grid = MaskGrid.of(3, new int[] {1, 2});
    BufferedImage image = grid.toImage();
    for (int n = 0; n < 2; n++) {
      for (int t = 0; t < 3; t++) {
        assertThat(Pixels.corner(image, grid.cell(MaskGrid.POSITIONS, n, t)))
            .isEqualTo(n == 0 ? MaskGrid.GIVEN : Color.WHITE);
        assertThat(Pixels.corner(image, grid.cell(MaskGrid.LENGTHS, n, t)))
            .isEqualTo(t == 0 ? MaskGrid.GIVEN : Color.WHITE);
      }
    }
  }

  @Test
  void length_zero_is_a_row_of_padding_and_a_long_one_is_all_real() {
    MaskGrid grid = MaskGrid.of(4, new int[] {0, 9});
    BufferedImage image = grid.toImage();
    for (int t = 0; t < 4; t++) {
      assertThat(isReal(image, grid, 0, t)).isFalse();
      assertThat(isReal(image, grid, 1, t)).isTrue();
    }
  }

  @Test
  void the_largest_grid_fits() {
    assertThat(Pixels.hasWhiteEdge(MaskGrid.of(40, new int[40]).toImage())).isTrue();
  }

  @Test
  void wrong_counts_and_negative_lengths_are_refused() {
    assertThatThrownBy(() -> MaskGrid.of(0, new int[] {1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("mask grid: 1 to 40 time steps can be drawn; got 0");
    assertThatThrownBy(() -> MaskGrid.of(3, new int[0])).hasMessageContaining("got 0");
    assertThatThrownBy(() -> MaskGrid.of(41, new int[1])).hasMessageContaining("got 41");
    assertThatThrownBy(() -> MaskGrid.of(3, new int[] {1, -2}))
        .hasMessage("mask grid: valid length[1] is negative: -2");
  }
}
