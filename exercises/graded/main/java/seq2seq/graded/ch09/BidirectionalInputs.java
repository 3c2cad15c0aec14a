package seq2seq.graded.ch09;

import java.util.Arrays;
import seq2seq.engine.Generator;
import seq2seq.engine.Shape;
import seq2seq.engine.Tensor;

/**
 * A padded batch for the graded tests of bidirectional outputs, and what comes out, computed in
 * doubles, number by number, with any of the well-known mistakes.
 */
record BidirectionalInputs(
    Tensor inputs,
    int[] lengths,
    BidirectionalOutputs.Weights forward,
    BidirectionalOutputs.Weights backward) {

  /** Where the backward layer starts, and where its states are put. */
  enum Way {
    RIGHT,
    FROM_THE_PADDING,
    NOT_TURNED_BACK,
    FROM_THE_FORWARD_STATE,
    PADDING_KEPT
  }

  static BidirectionalInputs random(int steps, int hidden, int[] lengths, Generator random) {
    int size = 3;
    return new BidirectionalInputs(
        Tensor.normal(Shape.of(steps, lengths.length, size), 1, random),
        lengths,
        weights(size, hidden, random),
        weights(size, hidden, random));
  }

  private static BidirectionalOutputs.Weights weights(int size, int hidden, Generator random) {
    return new BidirectionalOutputs.Weights(
        Tensor.normal(Shape.of(size, hidden), 0.7f, random),
        Tensor.normal(Shape.of(hidden, hidden), 0.7f, random),
        Tensor.normal(Shape.of(hidden), 0.7f, random));
  }

  /** The example of the specification. */
  static BidirectionalInputs example() {
    BidirectionalOutputs.Weights ones =
        new BidirectionalOutputs.Weights(Tensor.ones(1, 1), Tensor.ones(1, 1), Tensor.zeros(1));
    Tensor inputs = Tensor.of(Shape.of(3, 1, 1), 0.5f, -0.5f, 9);
    return new BidirectionalInputs(inputs, new int[] {2}, ones, ones);
  }

  /** The same batch, with rubbish at its padded places. */
  BidirectionalInputs withRubbishAtPadding() {
    Tensor changed = atPadding(inputs, Float.NaN, Float.NEGATIVE_INFINITY);
    return new BidirectionalInputs(changed, lengths, forward, backward);
  }

  /** A batch (T,N,·) with these two numbers in turn at its padded places. */
  private Tensor atPadding(Tensor batch, float even, float odd) {
    float[] data = batch.toArray();
    int size = batch.dim(2);
    for (int i = 0; i < data.length; i++) {
      if (i / size / lengths.length >= lengths[i / size % lengths.length]) {
        data[i] = i % 2 == 0 ? even : odd;
      }
    }
    return Tensor.of(batch.shape(), data);
  }

  /** The same batch with another backward layer. */
  BidirectionalInputs withBackward(BidirectionalOutputs.Weights other) {
    return new BidirectionalInputs(inputs, lengths, forward, other);
  }

  int hidden() {
    return forward.bias().size();
  }

  Tensor right() {
    return outputs(Way.RIGHT, false);
  }

  /**
   * What comes out.
   *
   * @param backwardFirst the two halves exchanged
   */
  Tensor outputs(Way way, boolean backwardFirst) {
    int steps = inputs.dim(0);
    float[] data = new float[steps * lengths.length * 2 * hidden()];
    for (int n = 0; n < lengths.length; n++) {
      int end = way == Way.PADDING_KEPT ? steps : lengths[n];
      double[] before = new double[hidden()];
      for (int t = 0; t < end; t++) {
        before = step(forward, t, n, before);
        put(before, data, t, n, backwardFirst ? 1 : 0);
      }
      before = way == Way.FROM_THE_FORWARD_STATE ? before : new double[hidden()];
      int start = way == Way.FROM_THE_PADDING ? steps : lengths[n];
      for (int t = start - 1; t >= 0; t--) {
        before = step(backward, t, n, before);
        int place = way == Way.NOT_TURNED_BACK ? start - 1 - t : t;
        if (place < lengths[n]) {
          put(before, data, place, n, backwardFirst ? 0 : 1);
        }
      }
    }
    return Tensor.of(Shape.of(steps, lengths.length, 2 * hidden()), data);
  }

  /** The right answer, with NaN at the padding instead of 0. */
  Tensor rightButNanAtPadding() {
    return atPadding(right(), Float.NaN, Float.NaN);
  }

  /** Both states added instead of side by side (T,N,H). */
  Tensor added() {
    return right().slice(2, 0, hidden()).plus(right().slice(2, hidden(), 2 * hidden()));
  }

  private void put(double[] state, float[] data, int t, int n, int half) {
    int at = ((t * lengths.length + n) * 2 + half) * hidden();
    for (int j = 0; j < state.length; j++) {
      data[at + j] = (float) state[j];
    }
  }

  private double[] step(BidirectionalOutputs.Weights weights, int t, int n, double[] before) {
    double[] after = new double[hidden()];
    for (int j = 0; j < after.length; j++) {
      double sum = weights.bias().get(j);
      for (int d = 0; d < inputs.dim(2); d++) {
        sum += inputs.get(t, n, d) * weights.input().get(d, j);
      }
      for (int i = 0; i < before.length; i++) {
        sum += before[i] * weights.state().get(i, j);
      }
      after[j] = StrictMath.tanh(sum);
    }
    return after;
  }

  /** As failures name this batch. */
  String inWords() {
    return "T = "
        + inputs.dim(0)
        + ", H = "
        + hidden()
        + ", valid lengths "
        + Arrays.toString(lengths);
  }
}
