package seq2seq.solutions.ch02;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import seq2seq.graded.ch02.RnnStep;
import seq2seq.solutions.kit.Right;
import seq2seq.solutions.kit.Wrong;

/** Answers to exercise 2.1 that we know. */
final class RnnStepPool {
  private static final String INPUT = "readsTheInput";
  private static final String STATE = "readsTheStateBefore";
  private static final String LARGE = "staysBetweenMinusOneAndOne";
  private static final RnnStep CORRECT = new MyRnnStep();

  private RnnStepPool() {}

  private static double[][] product(double[][] left, double[][] right) {
    double[][] product = new double[left.length][right[0].length];
    for (int i = 0; i < left.length; i++) {
      for (int k = 0; k < right.length; k++) {
        for (int j = 0; j < right[0].length; j++) {
          product[i][j] += left[i][k] * right[k][j];
        }
      }
    }
    return product;
  }

  private static double[][] sums(double[][] one, double[][] other, double[] bias) {
    double[][] sums = new double[one.length][bias.length];
    for (int n = 0; n < sums.length; n++) {
      int row = n;
      Arrays.setAll(sums[n], k -> one[row][k] + other[row][k] + bias[k]);
    }
    return sums;
  }

  private static double[][] each(double[][] rows, DoubleUnaryOperator change) {
    return Arrays.stream(rows)
        .map(row -> Arrays.stream(row).map(change).toArray())
        .toArray(double[][]::new);
  }

  private static double[][] zeros(double[][] like) {
    return new double[like.length][like[0].length];
  }

  @Right(idea = "whole products, then the bias, then the tanh")
  static final class WholeProducts implements RnnStep {
    @Override
    public double[][] step(double[][] x, double[][] h, double[][] wx, double[][] wh, double[] b) {
      return each(sums(product(x, wx), product(h, wh), b), StrictMath::tanh);
    }
  }

  @Right(idea = "input and state side by side, times the weights one above the other")
  static final class OneProduct implements RnnStep {
    @Override
    public double[][] step(double[][] x, double[][] h, double[][] wx, double[][] wh, double[] b) {
      double[][] weights = Arrays.copyOf(wx, wx.length + wh.length);
      System.arraycopy(wh, 0, weights, wx.length, wh.length);
      double[][] both = new double[x.length][];
      for (int n = 0; n < both.length; n++) {
        both[n] = Arrays.copyOf(x[n], weights.length);
        System.arraycopy(h[n], 0, both[n], wx.length, wh.length);
      }
      double[][] product = product(both, weights);
      return each(sums(product, zeros(product), b), Math::tanh);
    }
  }

  @Wrong(
      idea = "starts from zeros at every step",
      fails = STATE,
      feedback = "state before was not used")
  static final class NoState implements RnnStep {
    @Override
    public double[][] step(double[][] x, double[][] h, double[][] wx, double[][] wh, double[] b) {
      return CORRECT.step(x, zeros(h), wx, wh, b);
    }
  }

  @Wrong(idea = "W_hh on its side", fails = STATE, feedback = "W_hh is on its side")
  static final class OnItsSide implements RnnStep {
    @Override
    public double[][] step(double[][] x, double[][] h, double[][] wx, double[][] wh, double[] b) {
      double[][] turned = zeros(wh);
      for (int j = 0; j < turned.length; j++) {
        int column = j;
        Arrays.setAll(turned[j], k -> wh[k][column]);
      }
      return CORRECT.step(x, h, wx, turned, b);
    }
  }

  @Wrong(idea = "adds the state without W_hh", fails = STATE, feedback = "without W_hh")
  static final class NoStateWeight implements RnnStep {
    @Override
    public double[][] step(double[][] x, double[][] h, double[][] wx, double[][] wh, double[] b) {
      return each(sums(product(x, wx), h, b), StrictMath::tanh);
    }
  }

  @Wrong(
      idea = "writes each unit over the state that the next one reads",
      fails = {INPUT, STATE},
      feedback = "belong to this step already")
  static final class OneAfterAnother implements RnnStep {
    @Override
    public double[][] step(double[][] x, double[][] h, double[][] wx, double[][] wh, double[] b) {
      double[][] state = each(h, number -> number);
      for (int n = 0; n < state.length; n++) {
        for (int k = 0; k < b.length; k++) {
          state[n][k] = CORRECT.step(x, state, wx, wh, b)[n][k];
        }
      }
      return state;
    }
  }

  @Wrong(
      idea = "writes the new state into the old",
      fails = {INPUT, STATE, LARGE},
      feedback = "changed its input")
  static final class InPlace implements RnnStep {
    @Override
    public double[][] step(double[][] x, double[][] h, double[][] wx, double[][] wh, double[] b) {
      double[][] after = CORRECT.step(x, h, wx, wh, b);
      System.arraycopy(after, 0, h, 0, h.length);
      return h;
    }
  }

  @Wrong(
      idea = "a tanh for each part",
      fails = {STATE, LARGE},
      feedback = "taken once, of the sum")
  static final class TwoTanhs implements RnnStep {
    @Override
    public double[][] step(double[][] x, double[][] h, double[][] wx, double[][] wh, double[] b) {
      double[][] fromInput = CORRECT.step(x, zeros(h), wx, wh, b);
      return sums(fromInput, each(product(h, wh), StrictMath::tanh), new double[b.length]);
    }
  }

  @Wrong(
      idea = "no bias",
      fails = {INPUT, STATE, LARGE},
      feedback = "the bias is missing")
  static final class NoBias implements RnnStep {
    @Override
    public double[][] step(double[][] x, double[][] h, double[][] wx, double[][] wh, double[] b) {
      return CORRECT.step(x, h, wx, wh, new double[b.length]);
    }
  }

  @Wrong(
      idea = "no tanh",
      fails = {INPUT, STATE, LARGE},
      feedback = "the tanh is missing")
  static final class NoTanh implements RnnStep {
    @Override
    public double[][] step(double[][] x, double[][] h, double[][] wx, double[][] wh, double[] b) {
      return sums(product(x, wx), product(h, wh), b);
    }
  }

  @Wrong(
      idea = "a sigmoid for the tanh",
      fails = {INPUT, STATE, LARGE},
      feedback = "this is the sigmoid")
  static final class Sigmoid implements RnnStep {
    @Override
    public double[][] step(double[][] x, double[][] h, double[][] wx, double[][] wh, double[] b) {
      return each(sums(product(x, wx), product(h, wh), b), a -> 1 / (1 + StrictMath.exp(-a)));
    }
  }

  @Wrong(
      idea = "tanh from its definition, (e^a - e^-a)/(e^a + e^-a)",
      fails = LARGE,
      feedback = "a power overflowed")
  static final class ByDefinition implements RnnStep {
    @Override
    public double[][] step(double[][] x, double[][] h, double[][] wx, double[][] wh, double[] b) {
      return each(
          sums(product(x, wx), product(h, wh), b),
          a -> (StrictMath.exp(a) - StrictMath.exp(-a)) / (StrictMath.exp(a) + StrictMath.exp(-a)));
    }
  }
}
