package seq2seq.graded.ch08;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import seq2seq.engine.Generator;
import seq2seq.grading.Graded;
import seq2seq.grading.Situation;

class CorpusBleuGradedTest {
  private static final double NEAR = 1e-9;

  /** So many different words that none stands twice in a sentence. */
  private static final int MANY = 40;

  @Graded(exercise = "8.3", points = 1)
  void countsEachNGramOverTheWholeCorpus(CorpusBleu subject, Generator random) {
    compare(
        subject,
        new BleuInputs(new int[][] {{1, 2, 3, 4, 5, 6}}, new int[][] {{1, 2, 3, 4, 1, 6}}));
    compare(
        subject,
        new BleuInputs(
            new int[][] {{7, 7, 7, 7, 7, 7}, {1, 2, 3, 4, 5}},
            new int[][] {{7, 7, 8, 9}, {1, 2, 3, 4, 9}}));
    compare(subject, BleuInputs.random(MANY, 1, random));
    compare(subject, BleuInputs.random(3, 2, random));
  }

  @Graded(exercise = "8.3", points = 1)
  void penalisesWhoWritesTooLittle(CorpusBleu subject, Generator random) {
    compare(subject, BleuInputs.random(MANY, -2, random));
    compare(subject, BleuInputs.random(MANY, 0, random));
    compare(subject, BleuInputs.random(MANY, 2, random));
    compare(
        subject,
        new BleuInputs(
            new int[][] {{1, 2, 3, 4}, {1, 2, 3, 4, 5, 6}},
            new int[][] {{1, 2, 3, 4, 5, 6, 7}, {1, 2, 3, 4}}));
  }

  @Graded(exercise = "8.3", points = 1)
  void takesShortAndEmptySentences(CorpusBleu subject, Generator random) {
    BleuInputs corpus = BleuInputs.random(MANY, -1, random);
    compare(subject, new BleuInputs(new int[][] {{5}}, new int[][] {{5}}));
    compare(subject, new BleuInputs(new int[][] {{5, 6, 7}}, new int[][] {{5, 6, 7}}));
    compare(subject, new BleuInputs(new int[][] {{1, 2, 3, 4}}, new int[][] {{5, 6, 7, 8}}));
    compare(subject, new BleuInputs(new int[2][0], new int[][] {{1}, {2, 3}}));
    compare(subject, corpus.withNothingAt(random.nextInt(4)));
    int[][] shorter = corpus.written().clone();
    shorter[1] = new int[] {corpus.references()[1][0]};
    compare(subject, new BleuInputs(shorter, corpus.references()));
    rejects(subject, new int[0][], new int[0][]);
    rejects(subject, corpus.written(), Arrays.copyOf(corpus.references(), 3));
    rejects(subject, Arrays.copyOf(corpus.written(), 3), corpus.references());
  }

  private static void compare(CorpusBleu subject, BleuInputs corpus) {
    double right = corpus.bleu();
    int c = corpus.tokensWritten();
    int r = corpus.tokensInReferences();
    double mean = BleuInputs.mean(corpus.precisions());
    Object[] rows =
        Stream.concat(Stream.of(corpus.written()), Stream.of(corpus.references())).toArray();
    Situation.of("8.3", corpus.inWords(), rows)
        .call(() -> subject.bleu(corpus.written(), corpus.references()))
        .or(Double.NaN, "0/0; if there are no n-grams of some order, the answer is 0")
        .or(100 * right, "this is in percent; asked for is a fraction")
        .or(wholePrecisions(corpus), "a count divided by a count is a whole number in Java")
        .or(corpus.penalty() * mean(n -> corpus.precision(n, false)), "matches were not clipped")
        .or(
            withoutEmpty(corpus),
            "an empty sentence was left out, with its reference; that must count in r")
        .or(mean, "no brevity penalty was applied")
        .or(StrictMath.exp(1 - (double) r / c) * mean, "BP is 1 where c > r, never more")
        .or(mean * c / r, "BP is e^(1 - r/c), not c/r")
        .or(mean * Math.min(1, (double) c / r), "BP is e^(1 - r/c), not c/r")
        .or(
            mean * StrictMath.exp(Math.min(0, 1 - (double) c / r)),
            "r and c are exchanged in the brevity penalty")
        .or(sentenceMean(corpus), "this is the mean of the sentences' BLEU; add up counts instead")
        .or(
            corpus.penalty() * Arrays.stream(corpus.precisions()).average().orElseThrow(),
            "this is the arithmetic mean of the p_n; asked for is the fourth root of their product")
        .or(
            corpus.penalty()
                * mean(n -> matches(corpus, n) / BleuInputs.grams(corpus.references(), n, false)),
            "the matches were divided by the n-grams of the references, not of what was written")
        .or(
            corpus.penalty()
                * mean(n -> matches(corpus, n) / BleuInputs.grams(corpus.written(), n, true)),
            "a sentence of fewer than n tokens has 0 n-grams, not a negative number")
        .is(right, NEAR);
  }

  private static double wholePrecisions(BleuInputs corpus) {
    return Arrays.stream(corpus.precisions()).allMatch(p -> p == 1) ? corpus.penalty() : 0;
  }

  /** Of what {@code precision} gives for each order. */
  private static double mean(IntToDoubleFunction precision) {
    return BleuInputs.mean(IntStream.rangeClosed(1, 4).mapToDouble(precision).toArray());
  }

  private static double matches(BleuInputs corpus, int order) {
    return corpus.matches(order, true);
  }

  private static double sentenceMean(BleuInputs corpus) {
    return IntStream.range(0, corpus.written().length)
        .mapToDouble(i -> corpus.only(i).bleu())
        .average()
        .orElseThrow();
  }

  private static double withoutEmpty(BleuInputs corpus) {
    int[] kept =
        IntStream.range(0, corpus.written().length)
            .filter(i -> corpus.written()[i].length > 0)
            .toArray();
    return new BleuInputs(
            Arrays.stream(kept).mapToObj(i -> corpus.written()[i]).toArray(int[][]::new),
            Arrays.stream(kept).mapToObj(i -> corpus.references()[i]).toArray(int[][]::new))
        .bleu();
  }

  private static void rejects(CorpusBleu subject, int[][] written, int[][] references) {
    Situation.of("8.3", written.length + " sentences and " + references.length + " references")
        .rejects(
            () -> subject.bleu(written, references),
            "there must be at least one sentence, and one reference for each");
  }
}
