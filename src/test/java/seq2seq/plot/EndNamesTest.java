package seq2seq.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndNamesTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
  void aNameCanBeReadInTheColourOfEveryLine(int index) {
    Color name = EndNames.legible(Theme.series(index));
    assertThat(EndNames.contrastToWhite(name)).isGreaterThanOrEqualTo(4.5);
  }

  @Test
  void aColourChangesOnlyWhereItIsTooPaleAndNoMoreThanItMust() {
    assertThat(EndNames.legible(Theme.series(0))).isEqualTo(Theme.series(0));
    assertThat(EndNames.legible(Theme.HIGHLIGHT)).isEqualTo(Theme.HIGHLIGHT);
    assertThat(EndNames.contrastToWhite(EndNames.legible(Theme.series(5)))).isLessThan(4.7);
  }

  @Test
  void theContrastIsThatOfTheStandard() {
    assertThat(EndNames.contrastToWhite(Color.BLACK)).isEqualTo(21, within(1e-9));
    assertThat(EndNames.contrastToWhite(Color.WHITE)).isEqualTo(1, within(1e-9));
    assertThat(EndNames.contrastToWhite(new Color(0x767676))).isEqualTo(4.54, within(0.005));
  }

  @Test
  void theNamesAtTheLinesAreDrawnSo() {
    double[] x = {1, 2, 3};
    LinePlot plot = LinePlot.of("t", "x", "y").with("a", x, x).with("b", x, x);
    Color vermilion = EndNames.legible(Theme.series(1));
    assertThat(Pixels.count(plot.toImage(), vermilion)).isZero();
    assertThat(Pixels.count(plot.withNamesAtLines().toImage(), vermilion)).isPositive();
  }
}
