package seq2seq.solutions.ch06;

import java.util.Arrays;
import seq2seq.graded.ch06.LogSoftmax;
import seq2seq.solutions.kit.Right;
import seq2seq.solutions.kit.Wrong;

/** Answers to exercise 6.1 that we know. */
final class LogSoftmaxPool {
  private static final String ROWS = "givesTheLogProbabilitiesOfEachRow";
  private static final String FAR = "staysFiniteWhenARowIsFarFromZero";
  private static final String SMALL = "keepsAProbabilityThatIsTooSmallToHold";

  private LogSoftmaxPool() {}

  @Right(idea = "one pass, rescaling the sum whenever a larger logit appears")
  static final class Online implements LogSoftmax {
    @Override
    public double[][] logSoftmax(double[][] logits) {
      double[][] result = new double[logits.length][logits[0].length];
      for (int n = 0; n < logits.length; n++) {
        double largest = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (double o : logits[n]) {
          double larger = Math.max(largest, o);
          sum = sum * StrictMath.exp(largest - larger) + StrictMath.exp(o - larger);
          largest = larger;
        }
        for (int k = 0; k < result[n].length; k++) {
          result[n][k] = logits[n][k] - (largest + StrictMath.log(sum));
        }
      }
      return result;
    }
  }

  @Wrong(
      idea = "the formula as it stands",
      fails = {FAR, SMALL})
  static final class AsItStands implements LogSoftmax {
    @Override
    public double[][] logSoftmax(double[][] logits) {
      return rows(logits, 0, false);
    }
  }

  @Wrong(idea = "a stable softmax, then its logarithm", fails = SMALL, feedback = "rounded to 0")
  static final class SoftmaxThenLog implements LogSoftmax {
    @Override
    public double[][] logSoftmax(double[][] logits) {
      double[][] result = new double[logits.length][];
      for (int n = 0; n < logits.length; n++) {
        double largest = Arrays.stream(logits[n]).max().orElseThrow();
        result[n] = rows(new double[][] {logits[n]}, largest, false)[0];
      }
      return result;
    }
  }

  @Wrong(
      idea = "one largest logit for the whole batch",
      fails = FAR,
      feedback = "each row has its own")
  static final class LargestOfAll implements LogSoftmax {
    @Override
    public double[][] logSoftmax(double[][] logits) {
      double largest = Arrays.stream(logits).flatMapToDouble(Arrays::stream).max().orElseThrow();
      return rows(logits, largest, true);
    }
  }

  @Wrong(
      idea = "the softmax, without the logarithm",
      fails = {ROWS, FAR, SMALL},
      feedback = "without the logarithm")
  static final class NoLogarithm implements LogSoftmax {
    @Override
    public double[][] logSoftmax(double[][] logits) {
      return Arrays.stream(new MyLogSoftmax().logSoftmax(logits))
          .map(row -> Arrays.stream(row).map(StrictMath::exp).toArray())
          .toArray(double[][]::new);
    }
  }

  @Wrong(
      idea = "writes over its input",
      fails = {ROWS, FAR, SMALL},
      feedback = "changed its input")
  static final class InPlace implements LogSoftmax {
    @Override
    public double[][] logSoftmax(double[][] logits) {
      double[][] result = new MyLogSoftmax().logSoftmax(logits);
      for (int n = 0; n < logits.length; n++) {
        System.arraycopy(result[n], 0, logits[n], 0, logits[n].length);
      }
      return logits;
    }
  }

  /** log(exp(o - by) / Σ exp(o_j - by)), or o - by - log Σ exp(o_j - by) if {@code split}. */
  private static double[][] rows(double[][] logits, double by, boolean split) {
    double[][] result = new double[logits.length][];
    for (int n = 0; n < logits.length; n++) {
      double sum = Arrays.stream(logits[n]).map(o -> StrictMath.exp(o - by)).sum();
      result[n] =
          Arrays.stream(logits[n])
              .map(
                  o ->
                      split
                          ? o - by - StrictMath.log(sum)
                          : StrictMath.log(StrictMath.exp(o - by) / sum))
              .toArray();
    }
    return result;
  }
}
