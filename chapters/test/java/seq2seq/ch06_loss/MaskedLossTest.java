package seq2seq.ch06_loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import seq2seq.ch05_mask.LengthMask;
import seq2seq.engine.Generator;
import seq2seq.engine.Numbers;
import seq2seq.engine.Shape;
import seq2seq.engine.ShapeException;
import seq2seq.engine.Tensor;
import seq2seq.support.Bits;

class MaskedLossTest {

  @Test
  void theNotesExampleIs0Point7() {
    Tensor loss = MaskedLoss.mean(NotesExample.losses(), NotesExample.mask());
    assertThat(Numbers.fixed(loss.item(), 4)).isEqualTo("0.7000");
    assertThat(loss.item()).isCloseTo(0.7f, within(1e-7f));
  }

  @Test
  void logProbabilityOfAPairIsMinusTheSumOfItsRealLosses() {
    Tensor ofPairs =
        MaskedLoss.logProbability(
            NotesExample.losses().transpose(), NotesExample.mask().transpose());
    assertThat(ofPairs).hasToString("(2) [-2.7000 -0.1000]");
    assertThat(Numbers.fixed(ofPairs.mean().item(), 4)).isEqualTo("-1.4000");
  }

  /** Draws for a batch; ids and logits of padded positions are random too. */
  private record Draw(Tensor logits, int[][] words, int[] lengths) {
    static Draw of(int n, int steps, int vocabulary, long seed) {
      Generator g = Generator.seeded(seed);
      int[][] words = new int[n][steps];
      int[] lengths = new int[n];
      for (int i = 0; i < n; i++) {
        lengths[i] = i == 0 ? 1 + g.nextInt(steps) : g.nextInt(steps + 1);
        for (int t = 0; t < steps; t++) {
          words[i][t] = g.nextInt(vocabulary);
        }
      }
      return new Draw(Tensor.normal(Shape.of(steps, n, vocabulary), 3, g), words, lengths);
    }

    boolean isReal(int t, int i) {
      return t < lengths[i];
    }
  }

  @Property(tries = 60)
  void theLossIsThatOfPlainLoopsInDouble(
      @ForAll @IntRange(min = 1, max = 4) int n,
      @ForAll @IntRange(min = 1, max = 5) int steps,
      @ForAll @IntRange(min = 1, max = 7) int vocabulary,
      @ForAll long seed) {
    Draw draw = Draw.of(n, steps, vocabulary, seed);
    double sum = 0;
    int count = 0;
    double[] ofPairs = new double[n];
    for (int i = 0; i < n; i++) {
      for (int t = 0; t < draw.lengths[i]; t++) {
        double loss = loss(draw.logits.at(t).at(i).toArray(), draw.words[i][t]);
        ofPairs[i] -= loss;
        sum += loss;
        count++;
      }
    }
    float actual = MaskedLoss.of(draw.logits, draw.words, draw.lengths).item();
    assertThat((double) actual).isCloseTo(sum / count, within(1e-5));
    Tensor logP =
        MaskedLoss.logProbability(
            MaskedLoss.perToken(draw.logits, draw.words),
            LengthMask.timeMajor(draw.lengths, steps));
    for (int i = 0; i < n; i++) {
      assertThat((double) logP.get(i)).isCloseTo(ofPairs[i], within(1e-4));
    }
  }

  /** -log softmax(row)[word]. */
  private static double loss(float[] row, int word) {
    double total = 0;
    for (float logit : row) {
      total += StrictMath.exp(logit);
    }
    return StrictMath.log(total) - row[word];
  }

  @Property(tries = 60)
  void whatStandsAtPaddedPositionsChangesNoBitOfLossAndGradients(
      @ForAll @IntRange(min = 1, max = 4) int n,
      @ForAll @IntRange(min = 1, max = 6) int steps,
      @ForAll long seed,
      @ForAll @IntRange(min = 0, max = 3) int what) {
    Draw draw = Draw.of(n, steps, 5, seed);
    float strange = new float[] {0, 1e30f, Float.NaN, Float.POSITIVE_INFINITY}[what];
    float[] changed = draw.logits.toArray();
    int[][] words = new int[n][steps];
    for (int i = 0; i < n; i++) {
      for (int t = 0; t < steps; t++) {
        words[i][t] = draw.isReal(t, i) ? draw.words[i][t] : 4 - draw.words[i][t];
        if (!draw.isReal(t, i)) {
          java.util.Arrays.fill(changed, (t * n + i) * 5, (t * n + i + 1) * 5, strange);
        }
      }
    }
    Tensor one = draw.logits.withGrad();
    Tensor two = Tensor.of(draw.logits.shape(), changed).withGrad();
    Tensor lossOne = MaskedLoss.of(one, draw.words, draw.lengths);
    Tensor lossTwo = MaskedLoss.of(two, words, draw.lengths);
    Bits.assertEqual("loss", lossTwo, lossOne);
    lossOne.backward();
    lossTwo.backward();
    Bits.assertEqual("gradient", two.grad(), one.grad());
  }

  @Property(tries = 30)
  void paddedPositionsGetAGradientOf0AndRealOnesSoftmaxMinusOneHot(@ForAll long seed) {
    Draw draw = Draw.of(3, 4, 5, seed);
    Tensor logits = draw.logits.withGrad();
    MaskedLoss.of(logits, draw.words, draw.lengths).backward();
    float real = LengthMask.of(draw.lengths, 4).sum().item();
    Tensor softmax = draw.logits.softmax();
    for (int t = 0; t < 4; t++) {
      for (int i = 0; i < 3; i++) {
        for (int v = 0; v < 5; v++) {
          float oneHot = v == draw.words[i][t] ? 1 : 0;
          float expected = draw.isReal(t, i) ? (softmax.get(t, i, v) - oneHot) / real : 0;
          assertThat(logits.grad().get(t, i, v)).isCloseTo(expected, within(1e-6f));
        }
      }
    }
  }

  @Property(tries = 30)
  void permutingTheBatchPermutesTheProbabilitiesAndKeepsTheLoss(@ForAll long seed) {
    Draw draw = Draw.of(4, 3, 5, seed);
    int[] order = {0, 1, 2, 3};
    Generator.seeded(seed ^ 1).shuffle(order);
    Tensor[] steps = new Tensor[3];
    for (int t = 0; t < 3; t++) {
      steps[t] = draw.logits.at(t).gather(order);
    }
    int[][] words = new int[4][];
    int[] lengths = new int[4];
    for (int i = 0; i < 4; i++) {
      words[i] = draw.words[order[i]];
      lengths[i] = draw.lengths[order[i]];
    }
    Draw shuffled = new Draw(Tensor.stack(steps), words, lengths);
    Tensor straight = logProbability(draw);
    Tensor permuted = logProbability(shuffled);
    for (int i = 0; i < 4; i++) {
      assertThat(permuted.get(i)).isEqualTo(straight.get(order[i]));
    }
    assertThat(MaskedLoss.of(shuffled.logits, words, lengths).item())
        .isCloseTo(MaskedLoss.of(draw.logits, draw.words, draw.lengths).item(), within(1e-5f));
  }

  private static Tensor logProbability(Draw draw) {
    return MaskedLoss.logProbability(
        MaskedLoss.perToken(draw.logits, draw.words), LengthMask.timeMajor(draw.lengths, 3));
  }

  @Test
  void notANumberAtAPaddedPositionReachesNeitherTheLossNorTheGradients() {
    Tensor logits = Tensor.of(Shape.of(2, 1, 2), 1, 1, Float.NaN, 2).withGrad();
    Tensor loss = MaskedLoss.of(logits, new int[][] {{0, 0}}, new int[] {1});
    assertThat(loss.item()).isCloseTo((float) StrictMath.log(2), within(1e-6f));
    loss.backward();
    assertThat(logits.grad().toArray()).containsExactly(-0.5f, 0.5f, 0, 0);
  }

  @Test
  void notANumberAtARealPositionIsNotHidden() {
    Tensor logits = Tensor.of(Shape.of(2, 1, 2), 1, Float.NaN, 1, 2).withGrad();
    Tensor loss = MaskedLoss.of(logits, new int[][] {{0, 0}}, new int[] {1});
    assertThat(loss.item()).isNaN();
    loss.backward();
    assertThat(logits.grad().isFinite()).isFalse();
  }

  @Test
  void hugeLogitsGiveAFiniteLoss() {
    Tensor logits = Tensor.of(Shape.of(1, 2, 2), 1000, -1000, 1e30f, 0);
    assertThat(MaskedLoss.of(logits, new int[][] {{0}, {0}}, new int[] {1, 1}).item()).isZero();
    assertThat(MaskedLoss.of(logits, new int[][] {{1}, {0}}, new int[] {1, 1}).item())
        .isEqualTo(1000);
  }

  @Test
  void aSentenceOfValidLength0AmongOthersCountsForNothing() {
    Tensor mask = LengthMask.of(new int[] {0, 2}, 3);
    assertThat(MaskedLoss.mean(NotesExample.losses(), mask).item()).isCloseTo(2.55f, within(1e-6f));
    Tensor none = MaskedLoss.logProbability(NotesExample.losses().transpose(), mask.transpose());
    assertThat(none.get(0)).isZero();
  }

  @Test
  void aLossOverNoRealTokenIsAnErrorThatSaysSo() {
    assertThatThrownBy(() -> MaskedLoss.of(Tensor.zeros(3, 2, 4), new int[2][3], new int[] {0, 0}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "masked loss: the mask (3×2) marks no real token; there is nothing to average over");
  }

  @Test
  void whatDoesNotFitIsNamed() {
    Tensor logits = Tensor.zeros(3, 2, 4);
    fails(
        () -> MaskedLoss.mean(Tensor.zeros(2, 3), Tensor.zeros(3, 2)),
        "masked loss: losses (2×3) and mask (3×2) must have the same shape");
    fails(
        () -> MaskedLoss.logProbability(Tensor.zeros(2, 3), Tensor.ones(2, 1)),
        "masked loss: losses (2×3) and mask (2×1) must have the same shape");
    fails(
        () -> MaskedLoss.logProbability(Tensor.zeros(3), Tensor.ones(3)),
        "masked loss: log P(Y|X) needs losses (T',N); got (3)");
    fails(
        () -> MaskedLoss.of(logits, new int[2][3], new int[] {3}),
        "masked loss: losses (3×2) and mask (3×1) must have the same shape");
    fails(
        () -> MaskedLoss.of(logits, new int[2][3], new int[] {3, 4}),
        "mask: sentence 1 has valid length 4; it must be from 0 to 3, the number of steps");
    fails(
        () -> MaskedLoss.perToken(logits, new int[3][3]),
        "masked loss: logits (3×2×4) are (T',N,V'); the right words are (N,T') = (3×3)");
    fails(
        () -> MaskedLoss.perToken(logits, new int[3][2]),
        "masked loss: logits (3×2×4) are (T',N,V'); the right words are (N,T') = (3×2)");
    fails(
        () -> MaskedLoss.perToken(logits, new int[][] {{0, 0, 0}, {0, 9, 0}}),
        "crossEntropy: id 9 at position 3 is not in 0..3");
  }

  private static void fails(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(ShapeException.class).hasMessage(message);
  }
}
