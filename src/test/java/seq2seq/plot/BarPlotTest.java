package seq2seq.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class BarPlotTest {
  private final BarPlot empty = BarPlot.of("Exact match", "cell", "fraction", "RNN", "GRU");

  @Test
  void the_area_of_a_series_is_proportional_to_its_values() {
    BufferedImage image =
        empty.with("low", new double[] {0.2, 0.2}).with("high", new double[] {0.8, 0.8}).toImage();
    double legend = 40 * 40;
    double low = Pixels.count(image, Theme.series(0)) - legend;
    double high = Pixels.count(image, Theme.series(1)) - legend;
    assertThat(high / low).isBetween(3.9, 4.1);
    assertThat(Pixels.hasWhiteEdge(image)).isTrue();
  }

  @Test
  void a_missing_value_leaves_its_place_empty() {
    int two =
        Pixels.count(
            empty.withValues(2).with("a", new double[] {0.5, 0.5}).toImage(), Theme.series(0));
    int one =
        Pixels.count(
            empty.withValues(2).with("a", new double[] {0.5, Double.NaN}).toImage(),
            Theme.series(0));
    assertThat(one).isBetween(two * 45 / 100, two * 55 / 100);
  }

  @Test
  void negative_values_hang_below_zero_and_all_zero_is_no_error() {
    assertThat(Pixels.hasWhiteEdge(empty.with("a", new double[] {-1, 2}).withValues(1).toImage()))
        .isTrue();
    assertThat(Pixels.count(empty.with("a", new double[] {0, 0}).toImage(), Theme.series(0)))
        .isBetween(36 * 36, 40 * 40);
  }

  @Test
  void values_are_printed_on_request() {
    BarPlot plot = empty.with("a", new double[] {0.25, 0.5});
    assertThat(Pixels.count(plot.withValues(6).toImage(), Theme.INK))
        .isGreaterThan(Pixels.count(plot.withValues(1).toImage(), Theme.INK) + 500);
  }

  @Test
  void wrong_data_are_refused() {
    assertThatThrownBy(() -> empty.with("a", new double[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("bar plot, series a: heights and categories differ in length: 3 ≠ 2");
    assertThatThrownBy(empty::toImage).hasMessageContaining("there are no bars");
    assertThatThrownBy(() -> BarPlot.of("t", "x", "y")).hasMessageContaining("no categories");
    assertThatThrownBy(() -> BarPlot.of("t", "x", "y", "a", "a"))
        .hasMessageContaining("category a stands twice");
    assertThatThrownBy(() -> empty.withValues(10)).hasMessageContaining("0 to 9 decimals; got 10");
  }
}
