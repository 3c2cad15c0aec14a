package seq2seq.graded.ch06;

import java.util.Arrays;
import seq2seq.engine.Generator;
import seq2seq.graded.Matrices;

/**
 * A padded batch for the graded tests of the loss and its gradient, with the costs of its places.
 *
 * @param logits (T',N,V')
 * @param words (N,T')
 * @param lengths (N)
 */
record LossInputs(double[][][] logits, int[][] words, int[] lengths) {

  /** The numbers of chapter 6, as logits that cost exactly those nats. */
  static LossInputs ofTheNotes() {
    double[][] costs = {{0.1, 0.1, 2.5}, {0.1, 5.0, 6.2}};
    int[][] words = {{0, 1, 2}, {3, 0, 0}};
    double[][][] logits = new double[3][2][4];
    for (int t = 0; t < 3; t++) {
      for (int n = 0; n < 2; n++) {
        // The three other words share what the right one leaves.
        Arrays.fill(logits[t][n], StrictMath.log((1 - StrictMath.exp(-costs[n][t])) / 3));
        logits[t][n][words[n][t]] = -costs[n][t];
      }
    }
    return new LossInputs(logits, words, new int[] {3, 1});
  }

  /** Random logits and words; valid lengths that differ, among them that of an empty sentence. */
  static LossInputs random(int steps, int sentences, int vocabulary, Generator random) {
    double[][][] logits = new double[steps][sentences][vocabulary];
    int[][] words = new int[sentences][steps];
    // The first three differ for every seed: equal ones would hide a mean of sentences' means.
    int[] fixed = {1 + steps / 2, 0, 1};
    int[] lengths = new int[sentences];
    for (int n = 0; n < sentences; n++) {
      lengths[n] = n < fixed.length ? fixed[n] : 1 + random.nextInt(steps - 1);
      for (int t = 0; t < steps; t++) {
        words[n][t] = random.nextInt(vocabulary);
        Arrays.setAll(logits[t][n], k -> 2 * random.nextGaussian());
      }
    }
    return new LossInputs(logits, words, lengths);
  }

  /** The same batch, with rubbish at its padded places. */
  LossInputs withRubbishAtPadding() {
    double[][][] changed =
        Matrices.withRubbish(logits, lengths, Double.NaN, Double.POSITIVE_INFINITY, 1e300);
    int[][] unknown = Arrays.stream(words).map(int[]::clone).toArray(int[][]::new);
    for (int n = 0; n < sentences(); n++) {
      Arrays.fill(unknown[n], lengths[n], steps(), -1);
    }
    return new LossInputs(changed, unknown, lengths);
  }

  /** The same batch, with {@code by} added to every logit, which changes no probability. */
  LossInputs shifted(double by) {
    double[][][] higher =
        Arrays.stream(logits)
            .map(step -> Matrices.each(step, o -> o + by))
            .toArray(double[][][]::new);
    return new LossInputs(higher, words, lengths);
  }

  /** The same batch, in which no token is real. */
  LossInputs withoutRealTokens() {
    return new LossInputs(logits, words, new int[lengths.length]);
  }

  int steps() {
    return logits.length;
  }

  int sentences() {
    return lengths.length;
  }

  int places() {
    return steps() * sentences();
  }

  int real() {
    return Arrays.stream(lengths).sum();
  }

  boolean isReal(int t, int n) {
    return t < lengths[n];
  }

  /** The softmax of one place. */
  double[] probabilities(int t, int n) {
    double largest = Arrays.stream(logits[t][n]).max().orElseThrow();
    double[] powers = Arrays.stream(logits[t][n]).map(o -> StrictMath.exp(o - largest)).toArray();
    double sum = Arrays.stream(powers).sum();
    return Arrays.stream(powers).map(power -> power / sum).toArray();
  }

  /** The cost of one place, nats. */
  double cost(int t, int n) {
    return -StrictMath.log(probabilities(t, n)[words[n][t]]);
  }

  /** The costs of a sentence's first {@code count} places, added up. */
  double firstCosts(int n, int count) {
    double sum = 0;
    for (int t = 0; t < count; t++) {
      sum += cost(t, n);
    }
    return sum;
  }

  /** As failures name this batch. */
  String inWords() {
    return "valid lengths " + Arrays.toString(lengths);
  }
}
