package seq2seq.graded.ch10;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import seq2seq.engine.Generator;
import seq2seq.graded.Matrices;

/** A padded batch for the graded tests of attention, and the scores of its places. */
record AttentionInputs(
    double[][] queries, double[][][] keys, AdditiveAttention.Weights weights, int[] lengths) {

  static AttentionInputs random(int steps, int[] lengths, Generator random) {
    int depth = 3;
    return new AttentionInputs(
        Matrices.random(lengths.length, 2, 1, random),
        Matrices.stack(steps, lengths.length, 4, random),
        new AdditiveAttention.Weights(
            Matrices.random(2, depth, 1, random),
            Matrices.random(4, depth, 1, random),
            Matrices.random(1, depth, 1, random)[0]),
        lengths);
  }

  /** The example of the specification. */
  static AttentionInputs example() {
    double[][] one = {{1}};
    return new AttentionInputs(
        new double[][] {{0.5}},
        new double[][][] {{{0.5}}, {{-0.5}}, {{7}}},
        new AdditiveAttention.Weights(one, one, new double[] {2}),
        new int[] {2});
  }

  /** The same batch, with rubbish at its padded places. */
  AttentionInputs withRubbishAtPadding() {
    double[][][] changed =
        Matrices.withRubbish(keys, lengths, Double.NaN, Double.POSITIVE_INFINITY, 1e300);
    return new AttentionInputs(queries, changed, weights, lengths);
  }

  /**
   * All tokens of a sentence alike, so that whoever is right gives each real one the same weight.
   * Their scores are about {@code score} in the first sentence, its opposite in the next, and so
   * on.
   */
  AttentionInputs alikeWithScores(double score) {
    double[][][] alike = Matrices.copy(keys);
    for (double[][] step : alike) {
      for (int n = 0; n < step.length; n++) {
        Arrays.fill(step[n], n % 2 == 0 ? 1 : -1);
      }
    }
    int depth = weights.score().length;
    double[] v = new double[depth];
    Arrays.fill(v, score / depth);
    AdditiveAttention.Weights saturating =
        new AdditiveAttention.Weights(
            filled(weights.query().length, depth, 0.01), filled(weights.key().length, depth, 2), v);
    return new AttentionInputs(queries, alike, saturating, lengths);
  }

  private static double[][] filled(int rows, int columns, double value) {
    double[][] matrix = new double[rows][columns];
    Stream.of(matrix).forEach(row -> Arrays.fill(row, value));
    return matrix;
  }

  int steps() {
    return keys.length;
  }

  /** e of every place, padding too (N,T). */
  double[][] scores() {
    double[][] scores = new double[lengths.length][steps()];
    double[][] query = Matrices.product(queries, weights.query());
    for (int t = 0; t < steps(); t++) {
      double[][] sums = Matrices.sum(query, Matrices.product(keys[t], weights.key()));
      for (int n = 0; n < lengths.length; n++) {
        for (int a = 0; a < sums[n].length; a++) {
          scores[n][t] += weights.score()[a] * StrictMath.tanh(sums[n][a]);
        }
      }
    }
    return scores;
  }

  /** The softmax of each row, padding and all. */
  static double[][] softmax(double[][] scores) {
    return softmax(scores, IntStream.range(0, scores.length).map(n -> scores[n].length).toArray());
  }

  /** The softmax of the first {@code lengths[n]} of each row, 0 behind. */
  static double[][] softmax(double[][] scores, int[] lengths) {
    double[][] alpha = new double[scores.length][];
    for (int n = 0; n < scores.length; n++) {
      double[] real = Arrays.copyOf(scores[n], lengths[n]);
      double largest = Arrays.stream(real).max().orElse(0);
      double[] powers = Arrays.stream(real).map(e -> StrictMath.exp(e - largest)).toArray();
      double sum = Arrays.stream(powers).sum();
      alpha[n] = Arrays.copyOf(Arrays.stream(powers).map(p -> p / sum).toArray(), scores[n].length);
    }
    return alpha;
  }

  /** The right answer. */
  double[][] right() {
    return softmax(scores(), lengths);
  }

  /** As failures name this batch. */
  String inWords() {
    return "T = " + steps() + " and source lengths " + Arrays.toString(lengths);
  }
}
