package seq2seq.graded.ch10;

import java.util.Arrays;
import java.util.function.IntFunction;
import seq2seq.engine.Generator;
import seq2seq.engine.Numbers;
import seq2seq.graded.Matrices;
import seq2seq.grading.Graded;
import seq2seq.grading.Outcome;
import seq2seq.grading.Situation;

class AdditiveAttentionGradedTest {
  private static final double NEAR = 1e-9;
  private static final String OVERFLOW =
      "exp overflowed or underflowed; take the largest real score off first";

  @Graded(exercise = "10.1", points = 1)
  void weighsTheTokensOfFullSources(AdditiveAttention subject, Generator random) {
    compare(subject, AttentionInputs.random(4, new int[] {4, 4, 4}, random));
    compare(subject, AttentionInputs.random(3, new int[] {3, 3, 3}, random));
    compare(subject, AttentionInputs.random(5, new int[] {5, 5}, random));
  }

  @Graded(exercise = "10.1", points = 1)
  void sharesOneAmongTheRealTokensOnly(AdditiveAttention subject, Generator random) {
    compare(subject, AttentionInputs.example());
    compare(subject, AttentionInputs.random(4, new int[] {2, 4, 3}, random));
    AttentionInputs clean = AttentionInputs.random(5, new int[] {3, 5, 1, 0}, random);
    compare(subject, clean);
    AttentionInputs batch = clean.withRubbishAtPadding();
    call(subject, batch, batch.inWords() + " with NaN and infinities at the padding")
        .is(clean.right(), NEAR);
  }

  @Graded(exercise = "10.1", points = 1)
  void holdsForScoresOfAnySize(AdditiveAttention subject, Generator random) {
    AttentionInputs batch = AttentionInputs.random(4, new int[] {2, 4, 3}, random);
    for (double score : new double[] {-2e4, -2e9, -1e12, 1e12}) {
      AttentionInputs alike = batch.alikeWithScores(score);
      String near = ", all tokens of a sentence alike, scores ±" + Numbers.show(Math.abs(score));
      call(subject, alike, alike.inWords() + near)
          .or(nan(alike, n -> true), OVERFLOW)
          .or(cut(nan(alike, n -> true), alike.lengths()), OVERFLOW)
          .or(
              cut(nan(alike, n -> n % 2 == (score < 0 ? 0 : 1)), alike.lengths()),
              "one largest score was taken off for the whole batch; each sentence has its own")
          .or(
              onPadding(alike),
              "the padding got it all; any finite score for the padding may be too high")
          .or(
              AttentionInputs.softmax(alike.scores()),
              "the padding was given weight; without it the row adds up to 1")
          .is(alike.right(), NEAR);
    }
    for (int[] lengths : new int[][] {{2, -1, 3}, {2, 5, 3}}) {
      Situation.of("10.1", "T = 4, source lengths " + Arrays.toString(lengths))
          .rejects(
              () -> subject.weights(batch.queries(), batch.keys(), batch.weights(), lengths),
              "a length must be from 0 to T");
    }
  }

  private static void compare(AdditiveAttention subject, AttentionInputs batch) {
    double[][] scores = batch.scores();
    call(subject, batch, batch.inWords())
        .or(
            AttentionInputs.softmax(scores),
            "the padding was given weight; without it the row adds up to 1")
        .or(
            cut(AttentionInputs.softmax(scores), batch.lengths()),
            "the padding was cleared after the softmax, so the rest does not add up to 1")
        .or(
            zeroScores(scores, batch.lengths()),
            "the padding took part with the score 0, and exp(0) is 1")
        .or(
            nan(batch, n -> batch.lengths()[n] == 0),
            "0/0 for a source without a real token; its weights are all 0")
        .or(
            uniformWhereEmpty(batch),
            "a source without a real token was given weights; they are all 0")
        .or(scores, "these are the scores; the softmax is missing")
        .or(
            overSentences(scores),
            "this is normalised over the sentences of the batch; each sentence has its own sum")
        .or(withoutTanh(batch), "the tanh is missing")
        .or(Matrices.transposed(batch.right()), "this is time first, (T,N); asked for is (N,T)")
        .is(batch.right(), NEAR);
  }

  private static Outcome call(AdditiveAttention subject, AttentionInputs batch, String words) {
    AdditiveAttention.Weights w = batch.weights();
    return Situation.of(
            "10.1",
            words,
            batch.queries(),
            batch.keys(),
            batch.lengths(),
            w.query(),
            w.key(),
            w.score())
        .call(() -> subject.weights(batch.queries(), batch.keys(), w, batch.lengths()));
  }

  /** The right answer with NaN in some rows. */
  private static double[][] nan(AttentionInputs batch, IntFunction<Boolean> where) {
    double[][] alpha = batch.right();
    for (int n = 0; n < alpha.length; n++) {
      if (where.apply(n)) {
        Arrays.fill(alpha[n], Double.NaN);
      }
    }
    return alpha;
  }

  private static double[][] uniformWhereEmpty(AttentionInputs batch) {
    double[][] alpha = batch.right();
    for (int n = 0; n < alpha.length; n++) {
      if (batch.lengths()[n] == 0) {
        Arrays.fill(alpha[n], 1.0 / batch.steps());
      }
    }
    return alpha;
  }

  /** All weight on the padding, where there is any. */
  private static double[][] onPadding(AttentionInputs batch) {
    double[][] alpha = batch.right();
    for (int n = 0; n < alpha.length; n++) {
      int length = batch.lengths()[n];
      if (length < batch.steps()) {
        Arrays.fill(alpha[n], 0, length, 0);
        Arrays.fill(alpha[n], length, batch.steps(), 1.0 / (batch.steps() - length));
      }
    }
    return alpha;
  }

  private static double[][] cut(double[][] alpha, int[] lengths) {
    for (int n = 0; n < alpha.length; n++) {
      Arrays.fill(alpha[n], lengths[n], alpha[n].length, 0);
    }
    return alpha;
  }

  private static double[][] zeroScores(double[][] scores, int[] lengths) {
    return AttentionInputs.softmax(cut(Matrices.each(scores, e -> e), lengths));
  }

  private static double[][] overSentences(double[][] scores) {
    return Matrices.transposed(AttentionInputs.softmax(Matrices.transposed(scores)));
  }

  /** The tanh undone: v·(q·W_q + h·W_k). */
  private static double[][] withoutTanh(AttentionInputs batch) {
    AdditiveAttention.Weights w = batch.weights();
    double tiny = 1e-7;
    AttentionInputs linear =
        new AttentionInputs(
            scaled(batch.queries(), tiny),
            Arrays.stream(batch.keys()).map(rows -> scaled(rows, tiny)).toArray(double[][][]::new),
            w,
            batch.lengths());
    return AttentionInputs.softmax(scaled(linear.scores(), 1 / tiny), batch.lengths());
  }

  private static double[][] scaled(double[][] rows, double by) {
    return Matrices.each(rows, x -> x * by);
  }
}
