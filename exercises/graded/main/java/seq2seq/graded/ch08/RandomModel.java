package seq2seq.graded.ch08;

import java.util.Arrays;
import seq2seq.engine.Generator;

/**
 * A model for the graded tests of beam search: random log-probabilities for each beginning, always
 * the same for the same one.
 *
 * @param seed draws them
 * @param words V', eos included
 * @param eos ends a sentence
 * @param first the sentences have at least so many words...
 * @param last ...and at most so many
 */
record RandomModel(long seed, int words, int eos, int first, int last) implements BeamSearch.Model {
  private static final double SURE = 30;

  /** Sentences of 0 to {@code last} words. */
  static RandomModel endingWithin(int last, Generator random) {
    return from(0, last, random);
  }

  /** Sentences of {@code first} to {@code last} words. */
  static RandomModel from(int first, int last, Generator random) {
    int words = 4 + random.nextInt(2);
    return new RandomModel(random.nextLong(), words, random.nextInt(words), first, last);
  }

  @Override
  public double[] logProbabilities(int[] prefix) {
    Generator random = Generator.seeded(seed + 0x9E3779B97F4A7C15L * Arrays.hashCode(prefix));
    double[] logits = new double[words];
    Arrays.setAll(logits, k -> 1.5 * random.nextGaussian());
    logits[eos] += prefix.length < first ? -SURE : prefix.length >= last ? SURE : 0;
    double sum = Arrays.stream(logits).map(StrictMath::exp).sum();
    return Arrays.stream(logits).map(o -> o - StrictMath.log(sum)).toArray();
  }

  /** As failures name this model. */
  String inWords() {
    return "a random model of " + words + " words (eos " + eos + ")";
  }
}
