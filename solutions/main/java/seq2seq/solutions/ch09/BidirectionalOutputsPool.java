package seq2seq.solutions.ch09;

import java.util.Arrays;
import seq2seq.engine.Shape;
import seq2seq.engine.Tensor;
import seq2seq.graded.ch09.BidirectionalOutputs;
import seq2seq.solutions.kit.Right;
import seq2seq.solutions.kit.Wrong;

/** Answers to exercise 9.1 that we know. */
final class BidirectionalOutputsPool {
  private static final String BESIDE = "putsBothStatesOfEachTokenSideBySide";
  private static final String TURNS = "turnsOnlyTheRealPartRound";
  private static final String PADDING = "doesNotLookAtPadding";
  private static final BidirectionalOutputs CORRECT = new MyBidirectionalOutputs();

  private BidirectionalOutputsPool() {}

  private static int[] full(Tensor inputs) {
    int[] lengths = new int[inputs.dim(1)];
    Arrays.fill(lengths, inputs.dim(0));
    return lengths;
  }

  /** One half of the outputs (T,N,H): 0 the forward one, 1 the backward one. */
  private static Tensor half(Tensor outputs, int which) {
    int hidden = outputs.dim(2) / 2;
    return outputs.slice(2, which * hidden, (which + 1) * hidden);
  }

  private static Tensor mask(Tensor inputs, int[] lengths) {
    return Tensor.arange(inputs.dim(0))
        .reshape(-1, 1, 1)
        .lessThan(Tensor.ofInts(lengths).reshape(1, -1, 1));
  }

  /** The real steps in the other direction, the padding where it was. */
  private static Tensor turned(Tensor batch, int[] lengths) {
    int[] from = new int[batch.dim(0) * lengths.length];
    for (int i = 0; i < from.length; i++) {
      int n = i % lengths.length;
      int t = i / lengths.length;
      from[i] = (t < lengths[n] ? lengths[n] - 1 - t : t) * lengths.length + n;
    }
    return batch
        .reshape(from.length, batch.dim(2))
        .gather(from)
        .reshape(batch.dim(0), lengths.length, batch.dim(2));
  }

  /** What a layer makes of the whole batch, padding and all (T,N,H). */
  private static Tensor run(Tensor inputs, BidirectionalOutputs.Weights weights, Tensor mask) {
    Tensor state = Tensor.zeros(inputs.dim(1), weights.bias().size());
    Tensor[] states = new Tensor[inputs.dim(0)];
    for (int t = 0; t < states.length; t++) {
      Tensor sum = inputs.at(t).matmul(weights.input()).plus(state.matmul(weights.state()));
      state = sum.plus(weights.bias()).tanh().times(mask.at(t));
      states[t] = state;
    }
    return Tensor.stack(states);
  }

  @Right(idea = "turns the real parts round, runs a forward layer over them, and turns them back")
  static final class Turns implements BidirectionalOutputs {
    @Override
    public Tensor outputs(Tensor inputs, int[] lengths, Weights forward, Weights backward) {
      CORRECT.outputs(inputs, lengths, forward, backward);
      Tensor ones = Tensor.ones(inputs.dim(0), inputs.dim(1), 1);
      Tensor back = turned(run(turned(inputs, lengths), backward, ones), lengths);
      Tensor both = Tensor.concat(2, run(inputs, forward, ones), back);
      return mask(inputs, lengths).where(both, Tensor.zeros(1));
    }
  }

  @Right(idea = "each sentence by itself, in plain arrays")
  static final class OneByOne implements BidirectionalOutputs {
    @Override
    public Tensor outputs(Tensor inputs, int[] lengths, Weights forward, Weights backward) {
      int hidden = forward.bias().size();
      int steps = inputs.dim(0);
      float[] data = new float[steps * lengths.length * 2 * hidden];
      for (int n = 0; n < lengths.length; n++) {
        if (lengths[n] <= 0 || lengths[n] > steps) {
          throw new IllegalArgumentException("length " + lengths[n]);
        }
        double[] state = new double[hidden];
        for (int t = 0; t < lengths[n]; t++) {
          state = step(inputs, t, n, forward, state);
          write(state, data, (t * lengths.length + n) * 2 * hidden);
        }
        state = new double[hidden];
        for (int t = lengths[n] - 1; t >= 0; t--) {
          state = step(inputs, t, n, backward, state);
          write(state, data, (t * lengths.length + n) * 2 * hidden + hidden);
        }
      }
      return Tensor.of(Shape.of(steps, lengths.length, 2 * hidden), data);
    }

    private static double[] step(Tensor inputs, int t, int n, Weights weights, double[] before) {
      double[] sum = new double[before.length];
      for (int j = 0; j < sum.length; j++) {
        for (int d = 0; d < inputs.dim(2); d++) {
          sum[j] += (double) inputs.get(t, n, d) * weights.input().get(d, j);
        }
        for (int i = 0; i < before.length; i++) {
          sum[j] += before[i] * weights.state().get(i, j);
        }
        sum[j] = StrictMath.tanh(sum[j] + weights.bias().get(j));
      }
      return sum;
    }

    private static void write(double[] state, float[] data, int at) {
      for (int j = 0; j < state.length; j++) {
        data[at + j] = (float) state[j];
      }
    }
  }

  @Wrong(
      idea = "reads the whole padded row backwards",
      fails = {TURNS, PADDING},
      feedback = "the backward layer began at the padding")
  static final class FromThePadding implements BidirectionalOutputs {
    @Override
    public Tensor outputs(Tensor inputs, int[] lengths, Weights forward, Weights backward) {
      Tensor right = CORRECT.outputs(inputs, lengths, forward, backward);
      Tensor whole = CORRECT.outputs(inputs, full(inputs), forward, backward);
      Tensor both = Tensor.concat(2, half(right, 0), half(whole, 1));
      return mask(inputs, lengths).where(both, Tensor.zeros(1));
    }
  }

  @Wrong(
      idea = "leaves the backward states in the order of reading",
      fails = {BESIDE, TURNS, PADDING},
      feedback = "put each where its token stands")
  static final class NotTurnedBack implements BidirectionalOutputs {
    @Override
    public Tensor outputs(Tensor inputs, int[] lengths, Weights forward, Weights backward) {
      Tensor right = CORRECT.outputs(inputs, lengths, forward, backward);
      return Tensor.concat(2, half(right, 0), turned(half(right, 1), lengths));
    }
  }

  @Wrong(
      idea = "leaves states at the padding",
      fails = {TURNS, PADDING},
      feedback = "wrote at the padding too")
  static final class PaddingKept implements BidirectionalOutputs {
    @Override
    public Tensor outputs(Tensor inputs, int[] lengths, Weights forward, Weights backward) {
      Tensor right = CORRECT.outputs(inputs, lengths, forward, backward);
      Tensor ones = Tensor.ones(inputs.dim(0), inputs.dim(1), 1);
      return Tensor.concat(2, run(inputs, forward, ones), half(right, 1));
    }
  }

  @Wrong(idea = "multiplies padding away", fails = PADDING, feedback = "0 times NaN is NaN")
  static final class Multiplied implements BidirectionalOutputs {
    @Override
    public Tensor outputs(Tensor inputs, int[] lengths, Weights forward, Weights backward) {
      CORRECT.outputs(inputs, lengths, forward, backward);
      Tensor mask = mask(inputs, lengths);
      Tensor back = turned(run(turned(inputs, lengths), backward, mask), lengths);
      return Tensor.concat(2, run(inputs, forward, mask), back);
    }
  }

  @Wrong(
      idea = "backward first",
      fails = {BESIDE, TURNS, PADDING},
      feedback = "forward, then backward")
  static final class BackwardFirst implements BidirectionalOutputs {
    @Override
    public Tensor outputs(Tensor inputs, int[] lengths, Weights forward, Weights backward) {
      Tensor right = CORRECT.outputs(inputs, lengths, forward, backward);
      return Tensor.concat(2, half(right, 1), half(right, 0));
    }
  }

  @Wrong(
      idea = "one set of weights for both directions",
      fails = {BESIDE, TURNS, PADDING},
      feedback = "both layers used the forward weights")
  static final class OneSetOfWeights implements BidirectionalOutputs {
    @Override
    public Tensor outputs(Tensor inputs, int[] lengths, Weights forward, Weights backward) {
      return CORRECT.outputs(inputs, lengths, forward, forward);
    }
  }

  @Wrong(
      idea = "adds the two states",
      fails = {BESIDE, TURNS, PADDING},
      feedback = "the states were added")
  static final class Added implements BidirectionalOutputs {
    @Override
    public Tensor outputs(Tensor inputs, int[] lengths, Weights forward, Weights backward) {
      Tensor right = CORRECT.outputs(inputs, lengths, forward, backward);
      return half(right, 0).plus(half(right, 1));
    }
  }

  @Wrong(idea = "lengths need no check", fails = PADDING, feedback = "expected an Illegal")
  static final class Unchecked implements BidirectionalOutputs {
    @Override
    public Tensor outputs(Tensor inputs, int[] lengths, Weights forward, Weights backward) {
      int[] clamped =
          Arrays.stream(lengths).map(l -> Math.max(1, Math.min(l, inputs.dim(0)))).toArray();
      return CORRECT.outputs(inputs, clamped, forward, backward);
    }
  }
}
