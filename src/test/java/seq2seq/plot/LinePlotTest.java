package seq2seq.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LinePlotTest {
  private static final double[] X = {1, 2, 4, 8};
  private static final double[] EXPONENTS = {0, 1, 2, 3};
  private static final double[] Y = {0.5, 0.25, 0.125, 0.0625};

  private final LinePlot empty = LinePlot.of("Gradients", "time steps T", "gradient norm");

  @Test
  void every_series_is_drawn_in_its_own_color() {
    BufferedImage image = empty.with("RNN", X, Y).with("LSTM", X, X).toImage();
    assertThat(image.getWidth()).isEqualTo(1800);
    assertThat(image.getHeight()).isEqualTo(1080);
    assertThat(Pixels.count(image, Theme.series(0))).isGreaterThan(500);
    assertThat(Pixels.count(image, Theme.series(1))).isGreaterThan(500);
    assertThat(Pixels.count(image, Theme.series(2))).isZero();
    assertThat(Pixels.hasWhiteEdge(image)).isTrue();
  }

  @Test
  void a_missing_y_is_a_gap() {
    double[] gap = {1, Double.NaN, 1, 1};
    int whole =
        Pixels.count(empty.with("a", X, new double[] {1, 1, 1, 1}).toImage(), Theme.series(0));
    int broken = Pixels.count(empty.with("a", X, gap).toImage(), Theme.series(0));
    assertThat(broken).isGreaterThan(100).isLessThan(whole - 300);
  }

  @Test
  void a_logarithmic_axis_makes_an_exponential_straight() {
    BufferedImage image = empty.with("a", EXPONENTS, Y).withLogY().toImage();
    Rectangle middle = new Rectangle(405, 235, 55, 55);
    assertThat(Pixels.count(image, Theme.series(0), middle)).isPositive();
    BufferedImage bent = empty.with("a", EXPONENTS, Y).toImage();
    assertThat(Pixels.count(bent, Theme.series(0), middle)).isZero();
  }

  @Test
  void it_takes_more_series_than_colors() {
    LinePlot plot = empty;
    for (int i = 0; i < 12; i++) {
      plot = plot.with("series " + i, X, new double[] {i, i + 1, i, i + 2});
    }
    BufferedImage image = plot.toImage();
    assertThat(Pixels.hasWhiteEdge(image)).isTrue();
  }

  @Test
  void a_range_of_y_moves_the_curve() {
    LinePlot plot = empty.with("a", X, new double[] {0.9, 0.9, 0.9, 0.9});
    Rectangle top = new Rectangle(200, 50, 500, 100);
    assertThat(Pixels.count(plot.withYRange(0, 1).toImage(), Theme.series(0), top)).isPositive();
    assertThat(Pixels.count(plot.withYRange(0, 2).toImage(), Theme.series(0), top)).isZero();
  }

  @Test
  void later_changes_of_the_arrays_change_nothing() {
    double[] mine = Y.clone();
    LinePlot plot = empty.with("a", X, mine);
    BufferedImage before = plot.toImage();
    mine[0] = 100;
    assertThat(Pixels.same(plot.toImage(), before)).isTrue();
  }

  @Test
  void wrong_data_are_refused_by_name_and_value() {
    double[] bad = {1, 2, Double.POSITIVE_INFINITY, 4};
    assertRefused(() -> empty.with("RNN", X, bad), "line plot, series RNN: y[2] is infinite");
    assertRefused(
        () -> empty.with("RNN", new double[] {1, Double.NaN, 3, 4}, Y),
        "line plot, series RNN: x[1] is NaN");
    assertRefused(
        () -> empty.with("RNN", X, new double[3]),
        "line plot, series RNN: x and y differ in length: 4 ≠ 3");
    assertRefused(
        () -> empty.with("RNN", new double[0], new double[0]), "at least one value; got none");
    assertRefused(
        () -> empty.with("RNN", new double[] {1}, new double[] {Double.NaN}), "every value is NaN");
    assertRefused(() -> empty.with("a", X, Y).with("a", X, Y), "a series called a already");
    assertRefused(() -> empty.with(" ", X, Y), "needs a name");
    assertRefused(() -> empty.toImage(), "there is no line to draw");
    assertRefused(() -> empty.withYRange(1, 1), "from a number up to a larger one");
  }

  @Test
  void a_logarithmic_axis_refuses_zero_by_place_and_value() {
    LinePlot plot = empty.with("RNN", X, new double[] {1, 0, 1, 1}).withLogY();
    assertRefused(plot::toImage, "series RNN: y[1] = 0, but a logarithmic axis");
  }

  /** XChart rounds the distance of ticks to ten decimals; it must not go on by 0 for ever. */
  @Test
  @Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void values_that_xcharts_ticks_cannot_tell_apart_are_drawn() {
    for (double[] y : new double[][] {{1e-12, 2e-12, 3e-12, 0}, {1e9, 1e9 + 1e-6, 1e9, 1e9}}) {
      assertThat(Pixels.count(empty.with("a", X, y).toImage(), Theme.series(0))).isPositive();
      assertThat(Pixels.count(empty.with("a", y, X).toImage(), Theme.series(0))).isPositive();
    }
    assertThat(Pixels.hasWhiteEdge(empty.with("a", X, Y).withYRange(0, 1e-12).toImage())).isTrue();
    LinePlot small = empty.with("a", X, new double[] {1e-12, 1e-11, 1e-12, 1e-12}).withLogY();
    assertThat(Pixels.count(small.toImage(), Theme.series(0))).isPositive();
    BarPlot bars = BarPlot.of("t", "x", "y", "a").with("s", new double[] {1e-12});
    assertThat(Pixels.hasWhiteEdge(bars.toImage())).isTrue();
  }

  @Test
  void white_stays_white() {
    BufferedImage image = empty.with("a", X, Y).toImage();
    assertThat(Pixels.count(image, Color.WHITE)).isGreaterThan(1800 * 1080 * 3 / 4);
  }

  private static void assertRefused(Runnable call, String message) {
    assertThatThrownBy(call::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
