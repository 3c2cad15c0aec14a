package seq2seq.solutions.ch10;

import java.util.Arrays;
import java.util.stream.IntStream;
import seq2seq.graded.ch10.ContextVector;
import seq2seq.solutions.kit.Right;
import seq2seq.solutions.kit.Wrong;

/** Answers to exercise 10.2 that we know. */
final class ContextVectorPool {
  private static final String SUM = "isTheWeightedSumOfTheRealVectors";
  private static final String BACK = "sendsTheGradientToWeightsAndVectors";
  private static final String PADDING = "doesNotLookAtPadding";

  private ContextVectorPool() {}

  private static double dot(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(j -> a[j] * b[j]).sum();
  }

  private static double[] times(double[] vector, double factor) {
    return Arrays.stream(vector).map(x -> x * factor).toArray();
  }

  /** The worked answer, of which some part is changed. */
  private static class Changed implements ContextVector {
    private final ContextVector right = new MyContextVector();

    @Override
    public double[][] context(double[][] weights, double[][][] values, int[] lengths) {
      return right.context(weights, values, lengths);
    }

    @Override
    public Gradients gradients(
        double[][] weights, double[][][] values, int[] lengths, double[][] contextGradient) {
      return right.gradients(weights, values, lengths, contextGradient);
    }
  }

  @Right(idea = "zeros in a copy of the padding, then sums over all steps, with streams")
  static final class ClearsFirst implements ContextVector {
    @Override
    public double[][] context(double[][] weights, double[][][] values, int[] lengths) {
      double[][][] clear = cleared(values, lengths);
      return IntStream.range(0, lengths.length)
          .mapToObj(n -> mean(weights[n], clear, n))
          .toArray(double[][]::new);
    }

    private static double[] mean(double[] alpha, double[][][] clear, int n) {
      double[] sum = new double[clear[0][n].length];
      for (int t = clear.length - 1; t >= 0; t--) {
        double[] part = times(clear[t][n], alpha[t]);
        Arrays.setAll(sum, j -> sum[j] + part[j]);
      }
      return sum;
    }

    @Override
    public Gradients gradients(
        double[][] weights, double[][][] values, int[] lengths, double[][] contextGradient) {
      double[][][] clear = cleared(values, lengths);
      double[][] ofWeights = new double[lengths.length][values.length];
      double[][][] ofValues = new double[values.length][lengths.length][];
      for (int t = 0; t < values.length; t++) {
        for (int n = 0; n < lengths.length; n++) {
          ofWeights[n][t] = dot(clear[t][n], contextGradient[n]);
          ofValues[t][n] = times(contextGradient[n], t < lengths[n] ? weights[n][t] : 0);
        }
      }
      return new Gradients(ofWeights, ofValues);
    }

    private static double[][][] cleared(double[][][] values, int[] lengths) {
      double[][][] clear = new double[values.length][lengths.length][];
      for (int t = 0; t < values.length; t++) {
        for (int n = 0; n < lengths.length; n++) {
          clear[t][n] = t < lengths[n] ? values[t][n] : new double[values[t][n].length];
        }
      }
      return clear;
    }
  }

  @Wrong(idea = "multiplies padding away: 0 times NaN", fails = PADDING, feedback = "got NaN")
  static final class Multiplied extends Changed {
    @Override
    public double[][] context(double[][] weights, double[][][] values, int[] lengths) {
      int[] all = new int[lengths.length];
      Arrays.fill(all, values.length);
      return super.context(weights, values, all);
    }
  }

  @Wrong(
      idea = "a gradient for the weights of padding",
      fails = {BACK, PADDING},
      feedback = "padding has a gradient here")
  static final class PaddingPulls extends Changed {
    @Override
    public Gradients gradients(
        double[][] weights, double[][][] values, int[] lengths, double[][] contextGradient) {
      int[] all = new int[lengths.length];
      Arrays.fill(all, values.length);
      return super.gradients(weights, values, all, contextGradient);
    }
  }

  @Wrong(
      idea = "goes back through the softmax as well",
      fails = {BACK, PADDING},
      feedback = "this is the gradient of the scores")
  static final class ThroughSoftmax extends Changed {
    @Override
    public Gradients gradients(
        double[][] weights, double[][][] values, int[] lengths, double[][] contextGradient) {
      Gradients right = super.gradients(weights, values, lengths, contextGradient);
      double[][] scores = new double[lengths.length][];
      for (int n = 0; n < scores.length; n++) {
        double[] alpha = weights[n];
        double[] direct = right.weights()[n];
        double mean = dot(alpha, direct);
        scores[n] =
            IntStream.range(0, alpha.length)
                .mapToDouble(t -> alpha[t] * (direct[t] - mean))
                .toArray();
      }
      return new Gradients(scores, right.values());
    }
  }

  @Wrong(
      idea = "every vector gets the whole gradient",
      fails = {BACK, PADDING},
      feedback = "α is missing")
  static final class NoAlpha extends Changed {
    @Override
    public Gradients gradients(
        double[][] weights, double[][][] values, int[] lengths, double[][] contextGradient) {
      double[][] ones = new double[lengths.length][values.length];
      Arrays.stream(ones).forEach(row -> Arrays.fill(row, 1));
      return super.gradients(ones, values, lengths, contextGradient);
    }
  }

  @Wrong(
      idea = "∂c, not ∂L: forgets what comes from the loss",
      fails = {BACK, PADDING},
      feedback = "∂L/∂c is missing")
  static final class NoLoss extends Changed {
    @Override
    public Gradients gradients(
        double[][] weights, double[][][] values, int[] lengths, double[][] contextGradient) {
      double[][] ones = new double[lengths.length][contextGradient[0].length];
      Arrays.stream(ones).forEach(row -> Arrays.fill(row, 1));
      return super.gradients(weights, values, lengths, ones);
    }
  }

  @Wrong(
      idea = "divides the context by the length",
      fails = {SUM, PADDING},
      feedback = "this is divided by the lengths")
  static final class DividedByLength extends Changed {
    @Override
    public double[][] context(double[][] weights, double[][][] values, int[] lengths) {
      double[][] context = super.context(weights, values, lengths);
      for (int n = 0; n < lengths.length; n++) {
        context[n] = times(context[n], 1.0 / Math.max(1, lengths[n]));
      }
      return context;
    }
  }

  @Wrong(
      idea = "adds the vectors without weights",
      fails = {SUM, PADDING},
      feedback = "added without weights")
  static final class Unweighted extends Changed {
    @Override
    public double[][] context(double[][] weights, double[][][] values, int[] lengths) {
      double[][] ones = new double[lengths.length][values.length];
      Arrays.stream(ones).forEach(row -> Arrays.fill(row, 1));
      return super.context(ones, values, lengths);
    }
  }

  @Wrong(
      idea = "hands a row of its input back as part of the result",
      fails = {BACK, PADDING},
      feedback = "returned an input's own array")
  static final class Alias extends Changed {
    @Override
    public Gradients gradients(
        double[][] weights, double[][][] values, int[] lengths, double[][] contextGradient) {
      Gradients right = super.gradients(weights, values, lengths, contextGradient);
      Arrays.fill(right.values()[0], contextGradient[0]);
      return right;
    }
  }
}
