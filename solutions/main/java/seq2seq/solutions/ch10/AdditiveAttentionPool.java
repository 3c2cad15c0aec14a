package seq2seq.solutions.ch10;

import java.util.Arrays;
import java.util.stream.IntStream;
import seq2seq.graded.ch10.AdditiveAttention;
import seq2seq.solutions.kit.Right;
import seq2seq.solutions.kit.Wrong;

/** Answers to exercise 10.1 that we know: above all the masks that leak. */
final class AdditiveAttentionPool {
  private static final String FULL = "weighsTheTokensOfFullSources";
  private static final String REAL = "sharesOneAmongTheRealTokensOnly";
  private static final String SIZE = "holdsForScoresOfAnySize";
  private static final AdditiveAttention CORRECT = new MyAdditiveAttention();

  private AdditiveAttentionPool() {}

  /** Scores first, then a mask, then a softmax; each can be done wrong. */
  private abstract static class Steps implements AdditiveAttention {
    @Override
    public double[][] weights(
        double[][] queries, double[][][] keys, Weights weights, int[] lengths) {
      double[][] rows = new double[lengths.length][];
      for (int n = 0; n < rows.length; n++) {
        if (lengths[n] < 0 || lengths[n] > keys.length) {
          throw new IllegalArgumentException("length " + lengths[n]);
        }
        int sentence = n;
        double[] scores =
            IntStream.range(0, keys.length)
                .mapToDouble(t -> score(queries[sentence], keys[t][sentence], weights))
                .toArray();
        rows[n] = row(scores, lengths[n]);
      }
      return rows;
    }

    double activation(double x) {
      return StrictMath.tanh(x);
    }

    abstract double[] row(double[] scores, int length);

    private double score(double[] query, double[] key, Weights weights) {
      double score = 0;
      for (int a = 0; a < weights.score().length; a++) {
        double sum = 0;
        for (int i = 0; i < query.length; i++) {
          sum += query[i] * weights.query()[i][a];
        }
        for (int i = 0; i < key.length; i++) {
          sum += key[i] * weights.key()[i][a];
        }
        score += activation(sum) * weights.score()[a];
      }
      return score;
    }

    static double[] masked(double[] scores, int length, double value) {
      double[] masked = scores.clone();
      Arrays.fill(masked, length, masked.length, value);
      return masked;
    }

    static double[] softmax(double[] scores) {
      double largest = Arrays.stream(scores).max().orElse(0);
      return unstable(Arrays.stream(scores).map(e -> e - largest).toArray());
    }

    static double[] unstable(double[] scores) {
      double[] powers = Arrays.stream(scores).map(StrictMath::exp).toArray();
      double sum = Arrays.stream(powers).sum();
      return Arrays.stream(powers).map(p -> p / sum).toArray();
    }
  }

  @Right(idea = "minus infinity for the padding, and zeros where nothing is real")
  static final class MinusInfinity extends Steps {
    @Override
    double[] row(double[] scores, int length) {
      return length == 0
          ? new double[scores.length]
          : softmax(masked(scores, length, Double.NEGATIVE_INFINITY));
    }
  }

  @Right(idea = "the softmax of the real part, copied into a longer row")
  static class RealPart extends Steps {
    @Override
    double[] row(double[] scores, int length) {
      return Arrays.copyOf(softmax(Arrays.copyOf(scores, length)), scores.length);
    }
  }

  @Wrong(
      idea = "no mask",
      fails = {REAL, SIZE},
      feedback = "the padding was given weight")
  static final class NoMask extends Steps {
    @Override
    double[] row(double[] scores, int length) {
      return softmax(scores);
    }
  }

  @Wrong(
      idea = "clears the padding after the softmax",
      fails = {REAL, SIZE},
      feedback = "cleared after the softmax")
  static final class MaskAfterwards extends Steps {
    @Override
    double[] row(double[] scores, int length) {
      return masked(softmax(scores), length, 0);
    }
  }

  @Wrong(
      idea = "the score 0 for padding",
      fails = {REAL, SIZE},
      feedback = "exp(0) is 1")
  static final class ZeroScore extends Steps {
    @Override
    double[] row(double[] scores, int length) {
      return softmax(masked(scores, length, 0));
    }
  }

  @Wrong(
      idea = "the score -1e9 for padding, and zeros where nothing is real",
      fails = SIZE,
      feedback = "any finite score for the padding may be too high")
  static final class FiniteMask extends Steps {
    @Override
    double[] row(double[] scores, int length) {
      return length == 0 ? new double[scores.length] : softmax(masked(scores, length, -1e9));
    }
  }

  @Wrong(
      idea = "the score -1e9 for padding, everywhere alike where nothing is real",
      fails = {REAL, SIZE},
      feedback = "a source without a real token was given weights")
  static final class FiniteMaskEverywhere extends Steps {
    @Override
    double[] row(double[] scores, int length) {
      return softmax(masked(scores, length, -1e9));
    }
  }

  @Wrong(
      idea = "minus infinity for the padding, and 0/0 where nothing is real",
      fails = REAL,
      feedback = "0/0 for a source without a real token")
  static final class ZeroOverZero extends Steps {
    @Override
    double[] row(double[] scores, int length) {
      return softmax(masked(scores, length, Double.NEGATIVE_INFINITY));
    }
  }

  @Wrong(idea = "multiplies powers by the mask: 0 times NaN", fails = REAL, feedback = "got NaN")
  static final class Multiplied extends Steps {
    @Override
    double[] row(double[] scores, int length) {
      double[] real = Arrays.copyOf(scores, length);
      double largest = Arrays.stream(real).max().orElse(0);
      double[] powers = new double[scores.length];
      for (int t = 0; t < powers.length; t++) {
        powers[t] = StrictMath.exp(scores[t] - largest) * (t < length ? 1 : 0);
      }
      double sum = Arrays.stream(powers).sum();
      return Arrays.stream(powers).map(p -> sum == 0 ? 0 : p / sum).toArray();
    }
  }

  @Wrong(
      idea = "exp of the scores as they are",
      fails = SIZE,
      feedback = "exp overflowed or underflowed")
  static final class Unstable extends Steps {
    @Override
    double[] row(double[] scores, int length) {
      return Arrays.copyOf(unstable(Arrays.copyOf(scores, length)), scores.length);
    }
  }

  @Wrong(
      idea = "takes one largest score off for the whole batch",
      fails = SIZE,
      feedback = "one largest score was taken off for the whole batch")
  static final class LargestOfAll extends Steps {
    private double largest;

    @Override
    public double[][] weights(
        double[][] queries, double[][][] keys, Weights weights, int[] lengths) {
      largest = Double.NEGATIVE_INFINITY;
      super.weights(queries, keys, weights, lengths);
      return super.weights(queries, keys, weights, lengths);
    }

    @Override
    double[] row(double[] scores, int length) {
      double[] real = Arrays.copyOf(scores, length);
      largest = Arrays.stream(real).reduce(largest, Math::max);
      double[] less = Arrays.stream(real).map(e -> e - largest).toArray();
      return Arrays.copyOf(unstable(less), scores.length);
    }
  }

  @Wrong(
      idea = "forgets tanh",
      fails = {FULL, REAL},
      feedback = "the tanh is missing")
  static final class NoTanh extends RealPart {
    @Override
    double activation(double x) {
      return x;
    }
  }

  @Wrong(
      idea = "time first, (T,N)",
      fails = {FULL, REAL, SIZE},
      feedback = "this is time first")
  static final class TimeFirst implements AdditiveAttention {
    @Override
    public double[][] weights(
        double[][] queries, double[][][] keys, Weights weights, int[] lengths) {
      double[][] right = CORRECT.weights(queries, keys, weights, lengths);
      double[][] turned = new double[keys.length][lengths.length];
      for (int t = 0; t < keys.length; t++) {
        for (int n = 0; n < lengths.length; n++) {
          turned[t][n] = right[n][t];
        }
      }
      return turned;
    }
  }

  @Wrong(idea = "lengths need no check", fails = SIZE, feedback = "expected an Illegal")
  static final class Unchecked implements AdditiveAttention {
    @Override
    public double[][] weights(
        double[][] queries, double[][][] keys, Weights weights, int[] lengths) {
      int[] clamped =
          Arrays.stream(lengths).map(l -> Math.max(0, Math.min(l, keys.length))).toArray();
      return CORRECT.weights(queries, keys, weights, clamped);
    }
  }
}
