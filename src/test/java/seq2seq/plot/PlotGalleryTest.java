package seq2seq.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlotGalleryTest {
  private static final double[] X = {1, 2, 3};
  private static final SmallMultiples PANELS =
      SmallMultiples.of("t", "x", "y").with("a", X, X).with("b", X, new double[] {9, 9, 9});

  static Stream<String> names() {
    return PlotGallery.all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void nothing_is_cut_at_the_edge(String name) {
    assertThat(Pixels.hasWhiteEdge(PlotGallery.all().get(name).toImage())).isTrue();
  }

  @Test
  void a_reference_line_is_drawn_and_widens_the_axis_where_it_must() {
    Color red = Theme.HIGHLIGHT;
    LinePlot plot = LinePlot.of("t", "x", "y").with("a", X, X);
    assertThat(Pixels.count(plot.toImage(), red)).isZero();
    assertThat(Pixels.count(plot.withReference(20, "far").toImage(), red)).isGreaterThan(500);
    BarPlot bars = BarPlot.of("t", "x", "y", "p", "q").with("s", new double[] {1, 2});
    assertThat(Pixels.count(bars.withReference(5, "far").toImage(), red)).isGreaterThan(500);
    assertThat(Pixels.count(PANELS.withReference(2, "r").toImage(), red)).isGreaterThan(500);
    assertThatThrownBy(() -> plot.withReference(Double.NaN, "r"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void groups_colour_the_bars_by_what_they_say() {
    BarPlot bars = BarPlot.of("t", "x", "y", "p", "q").with("s", new double[] {1, 2});
    BufferedImage grouped = bars.withGroups("right", "wrong").toImage();
    assertThat(Pixels.count(grouped, Theme.group(0))).isGreaterThan(5000);
    assertThat(Pixels.count(grouped, Theme.group(1))).isGreaterThan(5000);
    assertThat(Pixels.count(grouped, Theme.series(0))).isZero();
    assertThatThrownBy(() -> bars.withGroups("right"))
        .hasMessage("bar plot: groups and categories differ in length: 1 ≠ 2");
    BarPlot two = bars.with("s2", new double[] {1, 2}).withGroups("right", "wrong");
    assertThatThrownBy(two::toImage).hasMessageContaining("groups colour the bars of one series");
  }

  @Test
  void small_multiples_share_their_axes() {
    BufferedImage alone = SmallMultiples.of("t", "x", "y").with("a", X, X).toImage();
    BufferedImage beside = PANELS.toImage();
    // The line of "a" is as steep alone as the frame is high; beside "b" it is flatter.
    assertThat(Pixels.count(beside, Theme.series(0)))
        .isNotEqualTo(Pixels.count(alone, Theme.series(0)));
    assertThat(Pixels.same(PANELS.toImage(), beside)).isTrue();
    assertThatThrownBy(() -> SmallMultiples.of("t", "x", "y").toImage())
        .hasMessage("small multiples t: there is no plot; add one with with(...)");
  }

  @Test
  void a_long_name_of_a_small_plot_is_not_cut() {
    SmallMultiples third = PANELS.with("10.10 one case throughout", X, X);
    assertThat(Pixels.hasWhiteEdge(third.toImage())).isTrue();
    String longer = "10.10 one case throughout, and some more words than will ever fit here";
    assertThat(Pixels.hasWhiteEdge(PANELS.with(longer, X, X).toImage())).isTrue();
  }

  @Test
  void names_at_the_lines_take_the_legends_place() {
    LinePlot plot = LinePlot.of("t", "x", "y").with("a", X, X).with("b", X, X);
    assertThat(Pixels.same(plot.toImage(), plot.withNamesAtLines().toImage())).isFalse();
    assertThat(Pixels.count(plot.withNamesAtLines().toImage(), Theme.series(0))).isPositive();
  }
}
