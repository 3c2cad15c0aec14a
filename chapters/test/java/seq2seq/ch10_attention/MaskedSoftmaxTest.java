package seq2seq.ch10_attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import seq2seq.ch05_mask.LengthMask;
import seq2seq.engine.Generator;
import seq2seq.engine.GradientCheck;
import seq2seq.engine.Shape;
import seq2seq.engine.ShapeException;
import seq2seq.engine.Tensor;

class MaskedSoftmaxTest {
  private static final int[] LENGTHS = {5, 2, 1, 3};
  private static final Tensor MASK = LengthMask.of(LENGTHS, 5);

  private static Tensor scores(float shift) {
    return Tensor.normal(Shape.of(4, 5), 2, Generator.seeded(3)).plus(shift);
  }

  /** Catches a mask after the softmax (rows add up to less than 1) and one that is left out. */
  @Test
  void eachRowIsTheSoftmaxOfItsRealScoresAlone() {
    Tensor scores = scores(0);
    float[][] weights = MaskedSoftmax.of(scores, MASK).toRows();
    for (int n = 0; n < 4; n++) {
      float[] real = Arrays.copyOf(scores.toRows()[n], LENGTHS[n]);
      float[] expected = Arrays.copyOf(Tensor.of(real).softmax().toArray(), 5);
      assertThat(weights[n]).containsExactly(expected, within(1e-6f));
    }
  }

  /** Catches a finite number in place of -∞: where all scores are lower, it wins. */
  @ParameterizedTest
  @ValueSource(floats = {0, 50, -1e4f, -1e6f, -1e9f, -1e30f, -3e38f})
  void paddingIsExactly0AndTheRestAddsUpTo1HoweverLowTheScoresAre(float shift) {
    float[][] weights = MaskedSoftmax.of(scores(shift), MASK).toRows();
    for (int n = 0; n < 4; n++) {
      double sum = 0;
      for (int t = 0; t < 5; t++) {
        sum += weights[n][t];
        if (t >= LENGTHS[n]) {
          assertThat(Float.floatToRawIntBits(weights[n][t])).isZero();
        }
      }
      assertThat(sum).isCloseTo(1, within(1e-5));
    }
  }

  /** Catches the softmax of a row that is -∞ throughout: 0/0, NaN forward and backward. */
  @Test
  void aRowOfValidLength0IsAll0AndSendsNoGradient() {
    Tensor scores = scores(0).withGrad();
    Tensor weights = MaskedSoftmax.of(scores, LengthMask.of(new int[] {0, 5, 0, 2}, 5));
    assertThat(weights.at(0).toArray()).containsOnly(0);
    assertThat(weights.at(2).toArray()).containsOnly(0);
    weights.times(Tensor.arange(5)).sum().backward();
    assertThat(scores.grad().isFinite()).isTrue();
    assertThat(scores.grad().at(0).toArray()).containsOnly(0);
    assertThat(scores.grad().at(1).pow(2).sum().item()).isGreaterThan(0.01f);
  }

  @Test
  void theGradientAgreesWithFiniteDifferencesAndIs0AtPadding() {
    GradientCheck.check("masked softmax", x -> MaskedSoftmax.of(x[0], MASK), 1e-3, scores(0));
    Tensor scores = scores(0).withGrad();
    MaskedSoftmax.of(scores, MASK).times(Tensor.arange(5)).sum().backward();
    assertThat(scores.grad().at(1).slice(0, 2, 5).toArray()).containsOnly(0);
  }

  @Test
  void scoresAndMaskMustFit() {
    assertThatThrownBy(() -> MaskedSoftmax.of(scores(0).transpose(), MASK))
        .isInstanceOf(ShapeException.class)
        .hasMessage("masked softmax: scores and mask need the same shape; got (5×4) and (4×5)");
  }
}
