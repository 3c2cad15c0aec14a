package seq2seq.solutions.ch06;

import java.util.Arrays;
import seq2seq.graded.ch06.MaskedCrossEntropy;
import seq2seq.solutions.kit.Right;
import seq2seq.solutions.kit.Wrong;

/** Answers to exercise 6.2 that we know: above all the wrong means of chapter 6. */
final class MaskedCrossEntropyPool {
  private static final String MEAN = "isTheMeanOverTheRealTokens";
  private static final String PADDING = "doesNotLookAtPadding";
  private static final String EMPTY = "refusesABatchWithoutARealToken";

  private MaskedCrossEntropyPool() {}

  /** The costs (N,T') of the first {@code lengths[n]} places; 0 beyond. */
  private static double[][] costs(double[][][] logits, int[][] words, int[] lengths) {
    double[][] costs = new double[lengths.length][logits.length];
    for (int n = 0; n < lengths.length; n++) {
      for (int t = 0; t < lengths[n]; t++) {
        int word = Math.max(0, words[n][t]);
        costs[n][t] = -new MyLogSoftmax().logSoftmax(logits[t])[n][word];
      }
    }
    return costs;
  }

  /** As many lengths, all of them the whole of T'. */
  static int[] all(double[][][] logits, int[] lengths) {
    return Arrays.stream(lengths).map(length -> logits.length).toArray();
  }

  private static double sum(double[][] costs) {
    return Arrays.stream(costs).flatMapToDouble(Arrays::stream).sum();
  }

  /** How many tokens are real, at least 1. */
  static int real(int[] lengths) {
    int real = Arrays.stream(lengths).sum();
    if (real == 0) {
      throw new IllegalArgumentException("no token is real");
    }
    return real;
  }

  @Right(idea = "all costs first, then the mask chooses")
  static final class Chosen implements MaskedCrossEntropy {
    @Override
    public double loss(double[][][] logits, int[][] words, int[] lengths) {
      double[][] costs = costs(logits, words, all(logits, lengths));
      double sum = 0;
      for (int n = 0; n < lengths.length; n++) {
        for (int t = 0; t < logits.length; t++) {
          sum += t < lengths[n] ? costs[n][t] : 0;
        }
      }
      return sum / real(lengths);
    }
  }

  @Wrong(
      idea = "no mask: the mean over all positions",
      fails = {MEAN, PADDING},
      feedback = "this is the mean over all 6 positions; only 4 are real tokens")
  static final class NoMask implements MaskedCrossEntropy {
    @Override
    public double loss(double[][][] logits, int[][] words, int[] lengths) {
      real(lengths);
      return sum(costs(logits, words, all(logits, lengths))) / lengths.length / logits.length;
    }
  }

  @Wrong(
      idea = "masked, then averaged over all positions",
      fails = {MEAN, PADDING},
      feedback = "the division is by all 6 positions instead of the 4 real tokens")
  static final class OverAllPositions implements MaskedCrossEntropy {
    @Override
    public double loss(double[][][] logits, int[][] words, int[] lengths) {
      real(lengths);
      return sum(costs(logits, words, lengths)) / lengths.length / logits.length;
    }
  }

  @Wrong(
      idea = "divided twice",
      fails = {MEAN, PADDING},
      feedback = "divided twice")
  static final class DividedTwice implements MaskedCrossEntropy {
    @Override
    public double loss(double[][][] logits, int[][] words, int[] lengths) {
      return sum(costs(logits, words, lengths)) / logits.length / real(lengths);
    }
  }

  @Wrong(
      idea = "the mask multiplied onto a loss that is an average already",
      fails = {MEAN, PADDING},
      feedback = "this is the mean over all 6 positions")
  static final class MaskAfterAveraging implements MaskedCrossEntropy {
    @Override
    public double loss(double[][][] logits, int[][] words, int[] lengths) {
      double mean =
          sum(costs(logits, words, all(logits, lengths))) / lengths.length / logits.length;
      double masked = 0;
      for (int length : lengths) {
        masked += mean * length;
      }
      return masked / real(lengths);
    }
  }

  @Wrong(
      idea = "the mean of the sentences' means",
      fails = {MEAN, PADDING},
      feedback = "the mean of the sentences' means")
  static final class SentenceMeans implements MaskedCrossEntropy {
    @Override
    public double loss(double[][][] logits, int[][] words, int[] lengths) {
      real(lengths);
      double[][] costs = costs(logits, words, lengths);
      double sum = 0;
      for (int n = 0; n < lengths.length; n++) {
        sum += lengths[n] == 0 ? 0 : Arrays.stream(costs[n]).sum() / lengths[n];
      }
      return sum / Arrays.stream(lengths).filter(length -> length > 0).count();
    }
  }

  @Wrong(idea = "multiplies padding away", fails = PADDING, feedback = "0 times NaN is NaN")
  static final class Multiplied implements MaskedCrossEntropy {
    @Override
    public double loss(double[][][] logits, int[][] words, int[] lengths) {
      double[][] costs = costs(logits, words, all(logits, lengths));
      double sum = 0;
      for (int n = 0; n < lengths.length; n++) {
        for (int t = 0; t < logits.length; t++) {
          sum += costs[n][t] * (t < lengths[n] ? 1 : 0);
        }
      }
      return sum / real(lengths);
    }
  }

  @Wrong(idea = "0/0 for a batch of padding", fails = EMPTY, feedback = "expected an Illegal")
  static final class Unchecked implements MaskedCrossEntropy {
    @Override
    public double loss(double[][][] logits, int[][] words, int[] lengths) {
      return sum(costs(logits, words, lengths)) / Arrays.stream(lengths).sum();
    }
  }
}
