package seq2seq.graded.ch06;

import java.util.Arrays;
import seq2seq.engine.Generator;
import seq2seq.grading.Graded;
import seq2seq.grading.Outcome;
import seq2seq.grading.Situation;

class LossGradientGradedTest {
  private static final double NEAR = 1e-9;

  @Graded(exercise = "6.3", points = 2)
  void isSoftmaxMinusOneHotOverTheRealTokens(LossGradient subject, Generator random) {
    compare(subject, LossInputs.ofTheNotes());
    compare(subject, LossInputs.random(5, 4, 6, random));
    compare(subject, LossInputs.random(4, 4, 3, random));
    compare(subject, LossInputs.random(3, 3, 2, random).shifted(1000));
  }

  @Graded(exercise = "6.3", points = 1)
  void isZeroAtPaddingAndRefusesABatchOfNothingElse(LossGradient subject, Generator random) {
    LossInputs clean = LossInputs.random(4, 3, 5, random);
    LossInputs batch = clean.withRubbishAtPadding();
    call(subject, batch, batch.inWords() + " with NaN and infinities at the padding")
        .is(gradient(clean, 1.0 / clean.real(), 1, true), NEAR);
    LossInputs empty = clean.withoutRealTokens();
    Situation.of("6.3", empty.inWords())
        .rejects(
            () -> subject.gradient(empty.logits(), empty.words(), empty.lengths()),
            "a batch without one real word has no mean loss");
  }

  private static void compare(LossGradient subject, LossInputs batch) {
    double each = 1.0 / batch.real();
    double all = 1.0 / batch.places();
    call(subject, batch, batch.inWords())
        .or(gradient(batch, all, 1, false), "this is the gradient of the mean over all positions")
        .or(
            gradient(batch, all, 1, true),
            "this is divided by all " + batch.places() + " positions, not by the real tokens")
        .or(gradient(batch, each, 1, false), "padding has a gradient here; it must be 0")
        .or(
            gradient(batch, 1, 1, true),
            "this is not divided by the " + batch.real() + " real tokens")
        .or(
            gradient(batch, each, 0, true),
            "this is the softmax; the 1 of the right word is missing")
        .or(gradient(batch, -each, 1, true), "the sign is wrong: softmax MINUS one-hot")
        .is(gradient(batch, each, 1, true), NEAR);
  }

  private static Outcome call(LossGradient subject, LossInputs batch, String words) {
    return Situation.of("6.3", words, batch.logits(), batch.words(), batch.lengths())
        .call(() -> subject.gradient(batch.logits(), batch.words(), batch.lengths()));
  }

  /** factor · (softmax - oneHot · one-hot), at real places or at all. */
  private static double[][][] gradient(
      LossInputs batch, double factor, double oneHot, boolean masked) {
    double[][][] gradient = new double[batch.steps()][batch.sentences()][];
    for (int t = 0; t < batch.steps(); t++) {
      for (int n = 0; n < batch.sentences(); n++) {
        double[] place = new double[batch.logits()[t][n].length];
        if (!masked || batch.isReal(t, n)) {
          place = batch.probabilities(t, n);
          place[batch.words()[n][t]] -= oneHot;
        }
        gradient[t][n] = Arrays.stream(place).map(x -> x * factor).toArray();
      }
    }
    return gradient;
  }
}
