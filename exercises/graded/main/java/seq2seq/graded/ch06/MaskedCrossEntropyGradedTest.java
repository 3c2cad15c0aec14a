package seq2seq.graded.ch06;

import seq2seq.engine.Generator;
import seq2seq.grading.Graded;
import seq2seq.grading.Outcome;
import seq2seq.grading.Situation;

class MaskedCrossEntropyGradedTest {
  private static final double NEAR = 1e-9;

  @Graded(exercise = "6.2", points = 3)
  void isTheMeanOverTheRealTokens(MaskedCrossEntropy subject, Generator random) {
    compare(subject, LossInputs.ofTheNotes());
    compare(subject, LossInputs.random(5, 4, 6, random));
    compare(subject, LossInputs.random(4, 4, 3, random));
  }

  @Graded(exercise = "6.2", points = 1)
  void doesNotLookAtPadding(MaskedCrossEntropy subject, Generator random) {
    LossInputs clean = LossInputs.random(4, 3, 5, random);
    LossInputs batch = clean.withRubbishAtPadding();
    call(subject, batch, batch.inWords() + " with NaN and infinities at the padding")
        .or(Double.NaN, "0 times NaN is NaN; leave padding out instead of multiplying it away")
        .or(sum(clean, true) / clean.places(), overAll(clean))
        .is(right(clean), NEAR);
  }

  @Graded(exercise = "6.2", points = 1)
  void refusesABatchWithoutARealToken(MaskedCrossEntropy subject, Generator random) {
    LossInputs empty = LossInputs.random(3, 2, 4, random).withoutRealTokens();
    Situation.of("6.2", empty.inWords())
        .rejects(
            () -> subject.loss(empty.logits(), empty.words(), empty.lengths()),
            "a batch without one real word has no mean loss");
  }

  private static void compare(MaskedCrossEntropy subject, LossInputs batch) {
    String places = "all " + batch.places() + " positions; only " + batch.real();
    call(subject, batch, batch.inWords())
        .or(
            sum(batch, false) / batch.places(),
            "this is the mean over " + places + " are real tokens")
        .or(sum(batch, true) / batch.places(), overAll(batch))
        .or(
            sum(batch, true) / batch.steps() / batch.real(),
            "this is divided twice, by the steps and by the real tokens")
        .or(
            sentenceMeans(batch),
            "this is the mean of the sentences' means; each word counts alike")
        .or(sum(batch, true), "this is the sum; divide it by the number of real tokens")
        .or(-right(batch), "the sign is wrong; a cost is MINUS a log-probability")
        .is(right(batch), NEAR);
  }

  private static Outcome call(MaskedCrossEntropy subject, LossInputs batch, String words) {
    return Situation.of("6.2", words, batch.logits(), batch.words(), batch.lengths())
        .call(() -> subject.loss(batch.logits(), batch.words(), batch.lengths()));
  }

  private static double right(LossInputs batch) {
    return sum(batch, true) / batch.real();
  }

  private static String overAll(LossInputs batch) {
    return "the padding was left out of the sum, but the division is by all "
        + batch.places()
        + " positions instead of the "
        + batch.real()
        + " real tokens";
  }

  private static double sum(LossInputs batch, boolean masked) {
    double sum = 0;
    for (int n = 0; n < batch.sentences(); n++) {
      sum += batch.firstCosts(n, masked ? batch.lengths()[n] : batch.steps());
    }
    return sum;
  }

  /** Of the sentences that have a real token. */
  private static double sentenceMeans(LossInputs batch) {
    double sum = 0;
    int sentences = 0;
    for (int n = 0; n < batch.sentences(); n++) {
      int length = batch.lengths()[n];
      sum += length == 0 ? 0 : batch.firstCosts(n, length) / length;
      sentences += length == 0 ? 0 : 1;
    }
    return sum / sentences;
  }
}
