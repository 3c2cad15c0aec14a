package seq2seq.graded.ch08;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import seq2seq.engine.Generator;

/**
 * A small corpus for the graded tests of BLEU, and its counts, found without any map: by comparing
 * every n-gram with every other.
 */
record BleuInputs(int[][] written, int[][] references) {

  /**
   * Sentences with mistakes in them. The written ones have at least four tokens and a right 4-gram.
   *
   * @param words how many different ones there are; few, so that n-grams repeat
   * @param longer how many tokens each written sentence has more than its reference, or fewer
   */
  static BleuInputs random(int words, int longer, Generator random) {
    int[][] written = new int[4][];
    int[][] references = new int[4][];
    for (int i = 0; i < written.length; i++) {
      references[i] = sentence(7 + i + random.nextInt(2), words, random);
      written[i] = Arrays.copyOf(references[i], references[i].length + longer);
      for (int t = 4; t < written[i].length; t++) {
        if (t >= references[i].length || random.nextInt(4) == 0) {
          written[i][t] = words + random.nextInt(words);
        }
      }
    }
    return new BleuInputs(written, references);
  }

  /** All tokens different if {@code words} is large, else drawn from few. */
  private static int[] sentence(int length, int words, Generator random) {
    int[] ids = IntStream.range(0, Math.max(words, length)).toArray();
    random.shuffle(ids);
    return words < length
        ? IntStream.range(0, length).map(t -> random.nextInt(words)).toArray()
        : Arrays.copyOf(ids, length);
  }

  /** The same corpus, in which nothing was written for the sentence {@code at}. */
  BleuInputs withNothingAt(int at) {
    int[][] changed = written.clone();
    changed[at] = new int[0];
    return new BleuInputs(changed, references);
  }

  /** The corpus of this sentence alone. */
  BleuInputs only(int at) {
    return new BleuInputs(new int[][] {written[at]}, new int[][] {references[at]});
  }

  /** n-grams that match; all that stand in the reference if not {@code clipped}. */
  int matches(int order, boolean clipped) {
    int matches = 0;
    for (int i = 0; i < written.length; i++) {
      for (int from = 0; from + order <= written[i].length; from++) {
        int there = count(references[i], references[i].length, written[i], from, order);
        int before = count(written[i], from + order - 1, written[i], from, order);
        matches += there > 0 && (!clipped || before < there) ? 1 : 0;
      }
    }
    return matches;
  }

  /** How often the n-gram of {@code of} at {@code from} stands in the first tokens of another. */
  private static int count(int[] tokens, int first, int[] of, int from, int order) {
    int count = 0;
    for (int i = 0; i + order <= first; i++) {
      count += Arrays.equals(tokens, i, i + order, of, from, from + order) ? 1 : 0;
    }
    return count;
  }

  /** n-grams in all of {@code sentences}; fewer than none in a short one if {@code mistaken}. */
  static int grams(int[][] sentences, int order, boolean mistaken) {
    return Stream.of(sentences)
        .mapToInt(s -> mistaken ? s.length - order + 1 : Math.max(0, s.length - order + 1))
        .sum();
  }

  int tokensWritten() {
    return grams(written, 1, false);
  }

  int tokensInReferences() {
    return grams(references, 1, false);
  }

  /** p_n of the order given. */
  double precision(int order, boolean clipped) {
    int grams = grams(written, order, false);
    return grams == 0 ? 0 : (double) matches(order, clipped) / grams;
  }

  /** The four p_n. */
  double[] precisions() {
    return IntStream.rangeClosed(1, 4).mapToDouble(n -> precision(n, true)).toArray();
  }

  /** BP. */
  double penalty() {
    double c = tokensWritten();
    return c > tokensInReferences() ? 1 : StrictMath.exp(1 - tokensInReferences() / c);
  }

  /** (p_1 · p_2 · p_3 · p_4)^(1/4). */
  static double mean(double... p) {
    return StrictMath.sqrt(StrictMath.sqrt(p[0] * p[1] * p[2] * p[3]));
  }

  /** The right answer. */
  double bleu() {
    return tokensWritten() == 0 ? 0 : penalty() * mean(precisions());
  }

  /** As failures name this corpus. */
  String inWords() {
    return written.length == 1
        ? Arrays.toString(written[0]) + " written for " + Arrays.toString(references[0])
        : written.length
            + " sentences, "
            + tokensWritten()
            + " tokens written for "
            + tokensInReferences();
  }
}
