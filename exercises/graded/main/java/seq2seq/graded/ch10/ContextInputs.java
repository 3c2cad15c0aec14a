package seq2seq.graded.ch10;

import java.util.Arrays;
import java.util.stream.IntStream;
import seq2seq.engine.Generator;
import seq2seq.graded.Matrices;

/**
 * Weights, source vectors and a gradient for the graded tests of the context vector.
 *
 * @param alpha (N,T)
 * @param values (T,N,H)
 * @param lengths (N)
 * @param gradient ∂L/∂c (N,H)
 */
record ContextInputs(double[][] alpha, double[][][] values, int[] lengths, double[][] gradient) {
  private static final int HIDDEN = 3;

  /** A number for each place of the source, given what is there. */
  interface Rule {
    double[] at(int t, int n);
  }

  static ContextInputs random(int steps, int[] lengths, Generator random) {
    int count = lengths.length;
    return new ContextInputs(
        AttentionInputs.softmax(Matrices.random(count, steps, 1, random), lengths),
        Matrices.stack(steps, count, HIDDEN, random),
        lengths,
        Matrices.random(count, HIDDEN, 1, random));
  }

  /** The example of the specification. */
  static ContextInputs example() {
    return new ContextInputs(
        new double[][] {{0.25, 0.75, 0}},
        new double[][][] {{{1, 2}}, {{3, 4}}, {{9, 9}}},
        new int[] {2},
        new double[][] {{2, -1}});
  }

  /** The same batch, with rubbish in the vectors of its padded places. */
  ContextInputs withRubbishAtPadding() {
    double[][][] changed =
        Matrices.withRubbish(values, lengths, Double.NEGATIVE_INFINITY, Double.NaN, 1e300);
    return new ContextInputs(alpha, changed, lengths, gradient);
  }

  int steps() {
    return values.length;
  }

  int size() {
    return gradient[0].length;
  }

  /** c (N,H) if a real place adds its vector times {@code factor(t, n)}. */
  double[][] context(Rule factor) {
    double[][] context = new double[lengths.length][size()];
    for (int n = 0; n < lengths.length; n++) {
      for (int t = 0; t < lengths[n]; t++) {
        double weight = factor.at(t, n)[0];
        for (int j = 0; j < size(); j++) {
          context[n][j] += weight * values[t][n][j];
        }
      }
    }
    return context;
  }

  double[][] context() {
    return context((t, n) -> new double[] {alpha[n][t]});
  }

  /** (N,T): the one number that {@code rule} gives, 0 at padding if {@code masked}. */
  double[][] perWeight(Rule rule, boolean masked) {
    double[][] result = new double[lengths.length][steps()];
    for (int n = 0; n < lengths.length; n++) {
      for (int t = 0; t < (masked ? lengths[n] : steps()); t++) {
        result[n][t] = rule.at(t, n)[0];
      }
    }
    return result;
  }

  /** (T,N,H): the vector that {@code rule} gives, zeros at padding. */
  double[][][] perValue(Rule rule) {
    double[][][] result = new double[steps()][lengths.length][size()];
    for (int n = 0; n < lengths.length; n++) {
      for (int t = 0; t < lengths[n]; t++) {
        result[t][n] = rule.at(t, n);
      }
    }
    return result;
  }

  /** ∂L/∂c · h of one place, as the only element. */
  double[] dot(int t, int n) {
    return new double[] {
      IntStream.range(0, size()).mapToDouble(j -> gradient[n][j] * values[t][n][j]).sum()
    };
  }

  /** ∂L/∂c of a sentence times a number. */
  double[] gradientTimes(int n, double factor) {
    return Arrays.stream(gradient[n]).map(g -> g * factor).toArray();
  }

  /** As failures name this batch. */
  String inWords() {
    return "T = " + steps() + " and source lengths " + Arrays.toString(lengths);
  }
}
