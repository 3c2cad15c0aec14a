package seq2seq.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import seq2seq.engine.Tensor;

class GradientClipTest {
  @Test
  void theNormIsThatOfAllGradientsAsOneVector() {
    assertThat(GradientClip.globalNorm(List.of(Gradients.at("a", 2, 3), Gradients.at("b", 6))))
        .isEqualTo(7);
  }

  @Test
  void aParameterWithoutAGradientCountsAsZeros() {
    Parameter untouched = Parameter.of("b", Tensor.ones(3));
    List<Parameter> parameters = List.of(Gradients.at("a", 3, 4), untouched);
    assertThat(GradientClip.byGlobalNorm(parameters, 1)).isEqualTo(5);
    assertThat(untouched.value().hasGrad()).isFalse();
  }

  @Test
  void aLongGradientIsShortenedToTheLimitAndTheNormBeforeIsReturned() {
    Parameter a = Gradients.at("a", 3);
    Parameter b = Gradients.at("b", 0, -4);
    assertThat(GradientClip.byGlobalNorm(List.of(a, b), 2.5)).isEqualTo(5);
    assertThat(a.value().grad().toArray()).containsExactly(1.5f);
    assertThat(b.value().grad().toArray()).containsExactly(0, -2);
  }

  @Test
  void clippingKeepsTheDirection() {
    float[] before = {0.3f, -7.1f, 2.9f, 0.004f, -55f};
    Parameter p = Gradients.at("a", before);
    double norm = GradientClip.byGlobalNorm(List.of(p), 1);
    float[] after = p.value().liveGrad();
    for (int i = 0; i < before.length; i++) {
      double expected = before[i] / norm;
      assertThat((double) after[i]).isCloseTo(expected, within(2e-7 * Math.abs(expected)));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {5, 5.0001, 1e9, Double.POSITIVE_INFINITY})
  void aNormUpToTheLimitLeavesEveryBit(double limit) {
    Parameter p = Gradients.at("a", 3, 4);
    assertThat(GradientClip.byGlobalNorm(List.of(p), limit)).isEqualTo(5);
    assertThat(p.value().grad().toArray()).containsExactly(3, 4);
  }

  /** The square of 1e20 is no float, nor is that of 1e-30. */
  @ParameterizedTest
  @ValueSource(floats = {1e20f, Float.MAX_VALUE, 1e-30f})
  void theNormOfVeryLargeAndVerySmallGradientsIsRight(float size) {
    Parameter p = Gradients.at("a", 3 * (size / 8), -4 * (size / 8));
    double expected = 5 * (double) (size / 8);
    assertThat(GradientClip.globalNorm(List.of(p))).isCloseTo(expected, within(1e-6 * expected));
    GradientClip.byGlobalNorm(List.of(p), expected / 5);
    assertThat((double) p.value().grad().get(0))
        .isCloseTo(0.6 * expected / 5, within(1e-6 * expected));
  }

  @Test
  void zeroGradientsStayZeroAndDoNotBecomeNaN() {
    Parameter p = Gradients.at("a", 0, 0);
    assertThat(GradientClip.byGlobalNorm(List.of(p), 1e-30)).isZero();
    assertThat(p.value().grad().toArray()).containsExactly(0, 0);
  }

  @Test
  void valuesAreNotTouched() {
    Parameter p = Parameter.of("a", Tensor.of(5, 6));
    Gradients.send(p, 300, 400);
    GradientClip.byGlobalNorm(List.of(p), 1);
    assertThat(p.value().toArray()).containsExactly(5, 6);
  }

  @Test
  void aNormThatIsNotANumberIsReturnedForTheCallerToSee() {
    assertThat(GradientClip.byGlobalNorm(List.of(Gradients.at("a", Float.NaN, 1)), 1)).isNaN();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN})
  void aLimitThatIsNotAbove0IsRefused(double limit) {
    assertThatThrownBy(() -> GradientClip.byGlobalNorm(List.of(), limit))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be above 0");
  }
}
