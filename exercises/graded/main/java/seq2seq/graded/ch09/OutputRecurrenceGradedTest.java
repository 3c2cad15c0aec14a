package seq2seq.graded.ch09;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import seq2seq.engine.Generator;
import seq2seq.engine.Tensor;
import seq2seq.grading.Graded;
import seq2seq.grading.Outcome;
import seq2seq.grading.Situation;

class OutputRecurrenceGradedTest {
  private static final double NEAR = 1e-5;

  @Graded(exercise = "9.2", points = 2)
  void feedsBackTheRightWordOfTheStepBefore(OutputRecurrence subject, Generator random) {
    compare(subject, RecurrenceInputs.example());
    compare(subject, telling(5, 3, random));
    compare(subject, telling(4, 4, random));
    compare(subject, telling(6, 2, random));
  }

  @Graded(exercise = "9.2", points = 1)
  void keepsTheStepsApart(OutputRecurrence subject, Generator random) {
    compare(subject, RecurrenceInputs.random(1, 3, random));
    countProducts(subject, RecurrenceInputs.random(7, 2, random));
    RecurrenceInputs clean = telling(4, 3, random);
    RecurrenceInputs batch = clean.withNaNAt(1);
    call(subject, batch, batch.inWords() + " with NaN as the input of step 1")
        .is(batch.right(), NEAR);
    RecurrenceInputs other = clean.withTargets(3, 99);
    call(subject, other, other.inWords()).is(clean.right(), NEAR);
    for (int wrong : new int[] {-1, clean.words()}) {
      RecurrenceInputs unknown = clean.withTargets(1, wrong);
      Situation.of("9.2", "V' = " + clean.words() + " and " + unknown.inWords())
          .rejects(
              () ->
                  subject.logits(
                      unknown.inputs(), unknown.targets(), unknown.weights(), Tensor::matmul),
              "a word that is fed back must be from 0 to V'-1");
    }
  }

  /** As many products for 7 steps as for one. */
  private static void countProducts(OutputRecurrence subject, RecurrenceInputs batch) {
    Situation.of("9.2", batch.inWords() + ", the products asked for")
        .call(() -> products(subject, batch) <= 3 && products(subject, batch) > 0)
        .or(
            false,
            "it asks for at least one product and for three at most, one for each weight: all"
                + " steps at once")
        .is(true, 0);
  }

  private static int products(OutputRecurrence subject, RecurrenceInputs batch) {
    AtomicInteger asked = new AtomicInteger();
    subject.logits(
        batch.inputs(),
        batch.targets(),
        batch.weights(),
        (x, weight) -> {
          asked.incrementAndGet();
          return x.matmul(weight);
        });
    return asked.get();
  }

  /**
   * A random batch in which what the network would say differs from the right words, and these
   * differ from sentence to sentence and from step to step.
   */
  private static RecurrenceInputs telling(int steps, int sentences, Generator random) {
    return Stream.generate(() -> RecurrenceInputs.random(steps, sentences, random))
        .filter(OutputRecurrenceGradedTest::tells)
        .findFirst()
        .orElseThrow();
  }

  private static boolean tells(RecurrenceInputs batch) {
    int[] said = batch.right().argMax();
    int[][] targets = batch.targets();
    int[] first = IntStream.range(0, targets.length).map(n -> targets[n][0]).toArray();
    return IntStream.range(0, first.length).anyMatch(n -> said[n] != first[n])
        && IntStream.range(0, first.length).anyMatch(n -> targets[n][1] != first[n])
        && targets[0][1] != targets[1][0];
  }

  private static void compare(OutputRecurrence subject, RecurrenceInputs batch) {
    int[][] targets = batch.targets();
    int last = batch.steps() - 1;
    call(subject, batch, batch.inWords())
        .or(
            batch.logits((t, i, before) -> t == 0 ? batch.none() : said(batch, before)),
            "the network read the word it would have said; teacher forcing reads the right word")
        .or(
            batch.logits((t, i, before) -> before),
            "the network read its own logits; teacher forcing reads the right word")
        .or(
            batch.logits((t, i, before) -> batch.oneHot(targets[i][t])),
            "step t read the right word of step t, the one it should find; it reads that of t-1")
        .or(
            batch.logits((t, i, before) -> batch.oneHot(targets[i][Math.min(t + 1, last)])),
            "step t read the right word of step t+1; it reads that of t-1")
        .or(
            batch.logits((t, i, before) -> batch.oneHot(t == 0 ? 0 : targets[i][t - 1])),
            "step 0 read word 0; before it there is no word, a vector of zeros")
        .or(
            batch.logits((t, i, before) -> batch.oneHot(targets[i][Math.max(0, t - 1)])),
            "step 0 read the first right word; before it there is no word, a vector of zeros")
        .or(
            batch.logits((t, i, before) -> batch.none()),
            "nothing was fed back; y_{t-1}·W is missing")
        .or(
            batch.logits(
                (t, i, before) -> t == 0 ? batch.none() : batch.oneHot(turned(targets, t - 1, i))),
            "the right words are (N,T), sentence first, and were taken for (T,N)")
        .or(batch.right().transpose(1, 0, 2), "this is sentence first, (N,T,V')")
        .is(batch.right(), NEAR);
  }

  private static double[] said(RecurrenceInputs batch, double[] logits) {
    int best = 0;
    for (int k = 1; k < logits.length; k++) {
      best = logits[k] > logits[best] ? k : best;
    }
    return batch.oneHot(best);
  }

  /** The word at step t of sentence i if the rows of {@code targets} are read off as (T,N). */
  private static int turned(int[][] targets, int t, int i) {
    int place = t * targets.length + i;
    return targets[place / targets[0].length][place % targets[0].length];
  }

  private static Outcome call(OutputRecurrence subject, RecurrenceInputs batch, String words) {
    return Situation.of("9.2", words, batch.inputs(), batch.targets())
        .call(
            () -> subject.logits(batch.inputs(), batch.targets(), batch.weights(), Tensor::matmul));
  }
}
