package seq2seq.solutions.ch06;

import static seq2seq.solutions.ch06.MaskedCrossEntropyPool.all;
import static seq2seq.solutions.ch06.MaskedCrossEntropyPool.real;

import java.util.Arrays;
import seq2seq.graded.ch06.LossGradient;
import seq2seq.solutions.kit.Right;
import seq2seq.solutions.kit.Wrong;

/** Answers to exercise 6.3 that we know. */
final class LossGradientPool {
  private static final String VALUES = "isSoftmaxMinusOneHotOverTheRealTokens";
  private static final String PADDING = "isZeroAtPaddingAndRefusesABatchOfNothingElse";

  private LossGradientPool() {}

  /** (softmax - oneHot · one-hot) · factor · mask, through the log-softmax of exercise 6.1. */
  private static double[][][] gradient(
      double[][][] logits, int[][] words, double factor, double oneHot, int[] mask) {
    double[][][] gradient = new double[logits.length][][];
    for (int t = 0; t < logits.length; t++) {
      gradient[t] = new MyLogSoftmax().logSoftmax(logits[t]);
      for (int n = 0; n < mask.length; n++) {
        double[] place = gradient[t][n];
        int step = t;
        int sentence = n;
        Arrays.setAll(
            place, k -> StrictMath.exp(place[k]) - (k == words[sentence][step] ? oneHot : 0));
        Arrays.setAll(place, k -> place[k] * factor * (step < mask[sentence] ? 1 : 0));
      }
    }
    return gradient;
  }

  @Right(idea = "computes every place, then clears the padding")
  static final class Cleared implements LossGradient {
    @Override
    public double[][][] gradient(double[][][] logits, int[][] words, int[] lengths) {
      double[][][] gradient =
          LossGradientPool.gradient(logits, words, 1.0 / real(lengths), 1, lengths);
      for (int n = 0; n < lengths.length; n++) {
        for (int t = lengths[n]; t < logits.length; t++) {
          Arrays.fill(gradient[t][n], 0);
        }
      }
      return gradient;
    }
  }

  @Wrong(
      idea = "no mask: padding pulls too",
      fails = {VALUES, PADDING},
      feedback = "padding has a gradient")
  static final class PaddingPulls implements LossGradient {
    @Override
    public double[][][] gradient(double[][][] logits, int[][] words, int[] lengths) {
      return LossGradientPool.gradient(logits, words, 1.0 / real(lengths), 1, all(logits, lengths));
    }
  }

  @Wrong(
      idea = "divided by all positions",
      fails = {VALUES, PADDING},
      feedback = "divided by all 6 positions")
  static final class OverAllPositions implements LossGradient {
    @Override
    public double[][][] gradient(double[][][] logits, int[][] words, int[] lengths) {
      real(lengths);
      double each = 1.0 / (lengths.length * logits.length);
      return LossGradientPool.gradient(logits, words, each, 1, lengths);
    }
  }

  @Wrong(
      idea = "the gradient of the sum: not divided",
      fails = {VALUES, PADDING},
      feedback = "not divided by the 4 real tokens")
  static final class NotDivided implements LossGradient {
    @Override
    public double[][][] gradient(double[][][] logits, int[][] words, int[] lengths) {
      real(lengths);
      return LossGradientPool.gradient(logits, words, 1, 1, lengths);
    }
  }

  @Wrong(
      idea = "the softmax alone",
      fails = {VALUES, PADDING},
      feedback = "the 1 of the right word is missing")
  static final class NoOneHot implements LossGradient {
    @Override
    public double[][][] gradient(double[][][] logits, int[][] words, int[] lengths) {
      return LossGradientPool.gradient(logits, words, 1.0 / real(lengths), 0, lengths);
    }
  }

  @Wrong(idea = "multiplies padding away", fails = PADDING, feedback = "got NaN")
  static final class Multiplied implements LossGradient {
    @Override
    public double[][][] gradient(double[][][] logits, int[][] words, int[] lengths) {
      return LossGradientPool.gradient(logits, words, 1.0 / real(lengths), 1, lengths);
    }
  }

  @Wrong(idea = "zeros for a batch of padding", fails = PADDING, feedback = "expected an Illegal")
  static final class Unchecked implements LossGradient {
    @Override
    public double[][][] gradient(double[][][] logits, int[][] words, int[] lengths) {
      return Arrays.stream(lengths).sum() == 0
          ? new double[logits.length][lengths.length][logits[0][0].length]
          : new MyLossGradient().gradient(logits, words, lengths);
    }
  }
}
