package seq2seq.graded.ch09;

import java.util.Arrays;
import java.util.stream.Stream;
import seq2seq.engine.Generator;
import seq2seq.engine.Shape;
import seq2seq.engine.Tensor;

/**
 * A batch for the graded tests of teacher forcing, and the logits, computed in doubles, number by
 * number, for whatever is fed back.
 */
record RecurrenceInputs(Tensor inputs, int[][] targets, OutputRecurrence.Weights weights) {

  /** What is fed back into step t of sentence n (V'), given the logits of the step before. */
  interface Feedback {
    double[] of(int t, int n, double[] before);
  }

  static RecurrenceInputs random(int steps, int sentences, Generator random) {
    int size = 2;
    int hidden = 3;
    int words = 4;
    int[][] targets = new int[sentences][steps];
    for (int[] row : targets) {
      Arrays.setAll(row, t -> random.nextInt(words));
    }
    return new RecurrenceInputs(
        Tensor.normal(Shape.of(steps, sentences, size), 1, random),
        targets,
        new OutputRecurrence.Weights(
            Tensor.normal(Shape.of(size, hidden), 0.7f, random),
            Tensor.normal(Shape.of(words, hidden), 0.7f, random),
            Tensor.normal(Shape.of(hidden), 0.7f, random),
            Tensor.normal(Shape.of(hidden, words), 0.7f, random),
            Tensor.normal(Shape.of(words), 0.7f, random)));
  }

  /** The example of the specification. */
  static RecurrenceInputs example() {
    return new RecurrenceInputs(
        Tensor.of(Shape.of(2, 1, 1), 0.5f, 0.5f),
        new int[][] {{1, 0}},
        new OutputRecurrence.Weights(
            Tensor.ones(1, 1),
            Tensor.of(new float[][] {{1}, {-1}}),
            Tensor.zeros(1),
            Tensor.of(new float[][] {{1, -1}}),
            Tensor.zeros(2)));
  }

  /** The same batch with {@code word} at place {@code t} of every sentence. */
  RecurrenceInputs withTargets(int t, int word) {
    int[][] changed = Stream.of(targets).map(int[]::clone).toArray(int[][]::new);
    for (int[] row : changed) {
      row[t] = word;
    }
    return new RecurrenceInputs(inputs, changed, weights);
  }

  /** The same batch with NaN for all inputs of step {@code t}. */
  RecurrenceInputs withNaNAt(int t) {
    float[] data = inputs.toArray();
    int step = data.length / steps();
    Arrays.fill(data, t * step, (t + 1) * step, Float.NaN);
    return new RecurrenceInputs(Tensor.of(inputs.shape(), data), targets, weights);
  }

  int steps() {
    return inputs.dim(0);
  }

  int sentences() {
    return targets.length;
  }

  int words() {
    return weights.outputBias().size();
  }

  double[] none() {
    return new double[words()];
  }

  double[] oneHot(int word) {
    double[] one = none();
    one[word] = 1;
    return one;
  }

  /** With teacher forcing. */
  Tensor right() {
    return logits((t, n, before) -> t == 0 ? none() : oneHot(targets[n][t - 1]));
  }

  /** With something else fed back. */
  Tensor logits(Feedback feedback) {
    float[] data = new float[steps() * sentences() * words()];
    for (int n = 0; n < sentences(); n++) {
      double[] before = none();
      for (int t = 0; t < steps(); t++) {
        before = step(t, n, feedback.of(t, n, before));
        for (int k = 0; k < before.length; k++) {
          data[(t * sentences() + n) * words() + k] = (float) before[k];
        }
      }
    }
    return Tensor.of(Shape.of(steps(), sentences(), words()), data);
  }

  private double[] step(int t, int n, double[] fed) {
    double[] o = new double[words()];
    Arrays.setAll(o, k -> weights.outputBias().get(k));
    for (int j = 0; j < weights.hiddenBias().size(); j++) {
      double sum = weights.hiddenBias().get(j);
      for (int d = 0; d < inputs.dim(2); d++) {
        sum += inputs.get(t, n, d) * weights.input().get(d, j);
      }
      for (int k = 0; k < fed.length; k++) {
        sum += fed[k] * weights.feedback().get(k, j);
      }
      for (int k = 0; k < o.length; k++) {
        o[k] += StrictMath.tanh(sum) * weights.output().get(j, k);
      }
    }
    return o;
  }

  /** As failures name this batch. */
  String inWords() {
    return "T = " + steps() + " and the right words " + Arrays.deepToString(targets);
  }
}
