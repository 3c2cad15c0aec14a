package seq2seq.solutions.ch04;

import java.util.Arrays;
import seq2seq.engine.Shape;
import seq2seq.engine.Tensor;
import seq2seq.graded.ch04.StateBridge;
import seq2seq.solutions.kit.Right;
import seq2seq.solutions.kit.Wrong;

/** Answers to exercise 4.3 that we know. */
final class StateBridgePool {
  private static final String VALUES = "givesEachLayerWeightBiasAndTanh";
  private static final String FEWER = "startsFewerLayersFromTheTopAndRefusesMore";
  private static final StateBridge CORRECT = new MyStateBridge();

  private StateBridgePool() {}

  /** What tanh is taken of (L_dec,N,H_dec). */
  private static Tensor sums(Tensor state, Tensor weights, Tensor biases) {
    int skipped = state.dim(0) - weights.dim(0);
    Tensor[] sums = new Tensor[weights.dim(0)];
    for (int l = 0; l < sums.length; l++) {
      sums[l] = state.at(l + skipped).affine(weights.at(l), biases.at(l));
    }
    return Tensor.stack(sums);
  }

  @Right(idea = "plain loops over all numbers")
  static final class PlainLoops implements StateBridge {
    @Override
    public Tensor bridge(Tensor state, Tensor weights, Tensor biases) {
      int layers = weights.dim(0);
      int skipped = state.dim(0) - layers;
      if (skipped < 0) {
        throw new IllegalArgumentException("too few layers in the encoder");
      }
      int sentences = state.dim(1);
      int width = weights.dim(2);
      float[] result = new float[layers * sentences * width];
      for (int i = 0; i < result.length; i++) {
        int l = i / width / sentences;
        int n = i / width % sentences;
        double sum = 0;
        for (int h = 0; h < state.dim(2); h++) {
          sum += (double) state.get(l + skipped, n, h) * weights.get(l, h, i % width);
        }
        result[i] = (float) StrictMath.tanh(sum + biases.get(l, i % width));
      }
      return Tensor.of(Shape.of(layers, sentences, width), result);
    }
  }

  @Right(idea = "affine for each layer, tanh once for all")
  static final class TanhForAll implements StateBridge {
    @Override
    public Tensor bridge(Tensor state, Tensor weights, Tensor biases) {
      if (weights.dim(0) > state.dim(0)) {
        throw new IllegalArgumentException("too few layers in the encoder");
      }
      return sums(state, weights, biases).tanh();
    }
  }

  @Wrong(
      idea = "without tanh",
      fails = {VALUES, FEWER},
      feedback = "tanh is missing")
  static final class NoTanh implements StateBridge {
    @Override
    public Tensor bridge(Tensor state, Tensor weights, Tensor biases) {
      CORRECT.bridge(state, weights, biases);
      return sums(state, weights, biases);
    }
  }

  @Wrong(
      idea = "without the biases",
      fails = {VALUES, FEWER},
      feedback = "the biases are missing")
  static final class NoBias implements StateBridge {
    @Override
    public Tensor bridge(Tensor state, Tensor weights, Tensor biases) {
      return CORRECT.bridge(state, weights, biases.times(0));
    }
  }

  @Wrong(
      idea = "one weight for all layers",
      fails = {VALUES, FEWER},
      feedback = "each has its own")
  static final class OneWeight implements StateBridge {
    @Override
    public Tensor bridge(Tensor state, Tensor weights, Tensor biases) {
      Tensor[] sameWeights = new Tensor[weights.dim(0)];
      Tensor[] sameBiases = new Tensor[weights.dim(0)];
      Arrays.fill(sameWeights, weights.at(0));
      Arrays.fill(sameBiases, biases.at(0));
      return CORRECT.bridge(state, Tensor.stack(sameWeights), Tensor.stack(sameBiases));
    }
  }

  @Wrong(
      idea = "every layer starts from the context",
      fails = {VALUES, FEWER},
      feedback = "every layer starts from the encoder's top layer")
  static final class ContextForAll implements StateBridge {
    @Override
    public Tensor bridge(Tensor state, Tensor weights, Tensor biases) {
      Tensor context = state.at(state.dim(0) - 1);
      return CORRECT.bridge(context.broadcastTo(state.shape().toArray()), weights, biases);
    }
  }

  @Wrong(
      idea = "cuts the state off, or fills it up with zeros",
      fails = {VALUES, FEWER},
      feedback = "cut off or filled up")
  static final class CutOrFilled implements StateBridge {
    @Override
    public Tensor bridge(Tensor state, Tensor weights, Tensor biases) {
      CORRECT.bridge(state, weights, biases);
      int from = state.dim(0) - weights.dim(0);
      int wanted = weights.dim(2);
      Tensor top = state.slice(0, from, state.dim(0));
      if (top.dim(2) >= wanted) {
        return top.slice(2, 0, wanted);
      }
      Tensor zeros = Tensor.zeros(top.dim(0), top.dim(1), wanted - top.dim(2));
      return Tensor.concat(2, top, zeros);
    }
  }

  @Wrong(
      idea = "equal sizes need no weights",
      fails = VALUES,
      feedback = "the encoder's state as it is")
  static final class PassesEqualSizes implements StateBridge {
    @Override
    public Tensor bridge(Tensor state, Tensor weights, Tensor biases) {
      boolean isEqual = state.dim(2) == weights.dim(2) && state.dim(0) == weights.dim(0);
      return isEqual ? state : CORRECT.bridge(state, weights, biases);
    }
  }

  @Wrong(idea = "starts from the bottom layers", fails = FEWER, feedback = "bottom layers")
  static final class FromTheBottom implements StateBridge {
    @Override
    public Tensor bridge(Tensor state, Tensor weights, Tensor biases) {
      CORRECT.bridge(state, weights, biases);
      return CORRECT.bridge(state.slice(0, 0, weights.dim(0)), weights, biases);
    }
  }

  @Wrong(
      idea = "leaves layers out that have nothing to start from",
      fails = FEWER,
      feedback = "expected an IllegalArgumentException, got an answer")
  static final class Unchecked implements StateBridge {
    @Override
    public Tensor bridge(Tensor state, Tensor weights, Tensor biases) {
      int layers = Math.min(state.dim(0), weights.dim(0));
      return CORRECT.bridge(state, weights.slice(0, 0, layers), biases.slice(0, 0, layers));
    }
  }
}
