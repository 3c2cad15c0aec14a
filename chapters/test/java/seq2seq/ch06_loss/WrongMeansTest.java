package seq2seq.ch06_loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import seq2seq.engine.Numbers;
import seq2seq.engine.ShapeException;
import seq2seq.engine.Tensor;

class WrongMeansTest {
  private static final Tensor LOSSES = NotesExample.losses();
  private static final Tensor MASK = NotesExample.mask();

  private static String digits(float value) {
    return Numbers.fixed(value, 4);
  }

  @Test
  void theNotesNumbersToTheDigit() {
    assertThat(digits(LOSSES.mean().item())).isEqualTo("2.3333");
    assertThat(digits(WrongMeans.withoutMask(LOSSES))).isEqualTo("2.3333");
    assertThat(digits(WrongMeans.overAllPositions(LOSSES, MASK))).isEqualTo("0.4667");
    assertThat(digits(WrongMeans.maskAfterAveraging(LOSSES, MASK))).isEqualTo("2.3333");
    assertThat(digits(WrongMeans.dividedTwice(LOSSES, MASK))).isEqualTo("0.2333");
    assertThat(digits(WrongMeans.meanOfSentenceMeans(LOSSES, MASK))).isEqualTo("0.5000");
  }

  @Test
  void aMaskMultipliedOntoAnAverageDoesNothingWhateverItMasks() {
    float average = WrongMeans.withoutMask(LOSSES);
    Tensor other = Tensor.of(new float[][] {{1, 0, 0}, {1, 1, 0}});
    for (Tensor mask : List.of(MASK, other, Tensor.ones(2, 3))) {
      assertThat(WrongMeans.maskAfterAveraging(LOSSES, mask)).isEqualTo(average);
    }
  }

  @Test
  void withoutPaddingMostMistakesDoNotShow() {
    Tensor ones = Tensor.ones(2, 3);
    float right = MaskedLoss.mean(LOSSES, ones).item();
    assertThat(WrongMeans.overAllPositions(LOSSES, ones)).isEqualTo(right);
    assertThat(WrongMeans.maskAfterAveraging(LOSSES, ones)).isEqualTo(right);
    assertThat(WrongMeans.dividedTwice(LOSSES, ones)).isLessThan(right);
  }

  @Test
  void theTableHoldsTheRightMeanFirst() {
    assertThat(WrongMeans.all(LOSSES, MASK))
        .extracting(row -> digits(row.value()))
        .containsExactly("0.7000", "2.3333", "0.4667", "2.3333", "0.2333", "0.5000");
    assertThat(WrongMeans.all(LOSSES, MASK).get(0))
        .hasToString("0.7000  right: Σ loss·mask / Σ mask");
  }

  @Test
  void theTrueMeanIsNoneOfTheWrongOnes() {
    float right = MaskedLoss.mean(LOSSES, MASK).item();
    assertThat(WrongMeans.all(LOSSES, MASK).stream().skip(1))
        .noneMatch(row -> Math.abs(row.value() - right) < 0.1);
  }

  @Test
  void lossesAndMaskMustHaveOneShape() {
    assertThatThrownBy(() -> WrongMeans.overAllPositions(LOSSES, Tensor.ones(2, 1)))
        .isInstanceOf(ShapeException.class)
        .hasMessage("wrong means: losses and mask are both (N,T); got (2×3) and (2×1)");
    assertThatThrownBy(() -> WrongMeans.maskAfterAveraging(LOSSES, Tensor.ones(3)))
        .hasMessageContaining("got (2×3) and (3)");
  }
}
