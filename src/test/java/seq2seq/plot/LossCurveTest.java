package seq2seq.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class LossCurveTest {
  private static final double[] TRAIN = {4, 2.5, 1.5, 1, 0.7};
  private static final double[] VALID = {4.2, 3, 2.2, 2.3, 2.6};

  private final LossCurve both =
      LossCurve.of("phrases").with("train", TRAIN).with("validation", VALID);

  @Test
  void both_curves_are_drawn() {
    BufferedImage image = both.toImage();
    assertThat(image.getWidth()).isEqualTo(1800);
    assertThat(image.getHeight()).isEqualTo(1080);
    assertThat(Pixels.count(image, Theme.series(0))).isGreaterThan(1000);
    assertThat(Pixels.count(image, Theme.series(1))).isGreaterThan(1000);
    assertThat(Pixels.hasWhiteEdge(image)).isTrue();
  }

  @Test
  void the_best_epoch_is_the_lowest_of_the_named_curve() {
    BufferedImage marked = both.withBest("validation").toImage();
    assertThat(Pixels.same(marked, both.toImage())).isFalse();
    assertThat(Pixels.same(marked, both.withBest("train").toImage())).isFalse();
    LossCurve three = both.with("rising", new double[] {1, 2, 3, 4, 5});
    int first = columnOfStem(three.withBest("rising").toImage());
    int third = columnOfStem(three.withBest("validation").toImage());
    int fifth = columnOfStem(three.withBest("train").toImage());
    assertThat(fifth).isGreaterThan(first + 500);
    assertThat(third).isBetween((first + fifth) / 2 - 3, (first + fifth) / 2 + 3);
  }

  /** The x with the most pixels of the dashed stem's colour. */
  private static int columnOfStem(BufferedImage marked) {
    int best = 0;
    int most = 0;
    for (int x = 0; x < marked.getWidth(); x++) {
      int grey = 0;
      for (int y = 0; y < marked.getHeight(); y++) {
        grey += marked.getRGB(x, y) == Theme.QUIET.getRGB() ? 1 : 0;
      }
      best = grey > most ? x : best;
      most = Math.max(most, grey);
    }
    assertThat(most).isPositive();
    return best;
  }

  @Test
  void one_epoch_is_enough() {
    LossCurve one = LossCurve.of("short").with("train", new double[] {3}).withBest("train");
    assertThat(Pixels.count(one.toImage(), Theme.INK)).isGreaterThan(100);
  }

  @Test
  void a_validation_loss_measured_now_and_then_is_drawn_at_its_epochs() {
    BufferedImage image =
        LossCurve.of("phrases")
            .with("train", TRAIN)
            .with("validation", new double[] {Double.NaN, 3, Double.NaN, 2.3})
            .withBest("validation")
            .toImage();
    assertThat(Pixels.count(image, Theme.series(1))).isGreaterThan(500);
  }

  @Test
  void a_loss_that_is_infinite_is_refused_by_name_and_place() {
    assertThatThrownBy(
            () -> LossCurve.of("x").with("train", new double[] {1, Double.POSITIVE_INFINITY}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("loss curve, series train: y[1] is infinite, and cannot be drawn");
  }

  @Test
  void an_empty_picture_and_an_unknown_name_are_refused() {
    assertThatThrownBy(() -> LossCurve.of("x").toImage())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("there is no curve to draw");
    assertThatThrownBy(() -> both.withBest("test"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no series called test");
  }
}
