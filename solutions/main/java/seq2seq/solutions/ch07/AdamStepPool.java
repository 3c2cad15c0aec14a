package seq2seq.solutions.ch07;

import java.util.Arrays;
import seq2seq.graded.ch07.AdamStep;
import seq2seq.solutions.kit.Right;
import seq2seq.solutions.kit.Wrong;

/** Answers to exercise 7.3 that we know. */
final class AdamStepPool {
  private static final String MEANS = "keepsTheTwoRunningMeans";
  private static final String START = "makesUpForTheStartFromZero";
  private static final String RATE = "movesByTheRateAtFirstWhateverTheGradient";
  private static final AdamStep CORRECT = new MyAdamStep();

  private AdamStepPool() {}

  /** The right means, and a move of its own. */
  private abstract static class OwnMove implements AdamStep {
    /** One number's move, without the rate, from the new mean and square. */
    abstract double move(double mean, double square, int update);

    @Override
    public Updated step(double[] theta, double[] g, double[] m, double[] v, int t, double rate) {
      Updated right = CORRECT.step(theta, g, m, v, t, rate);
      double[] moved = new double[theta.length];
      Arrays.setAll(moved, i -> theta[i] - rate * move(right.mean()[i], right.square()[i], t));
      return new Updated(moved, right.mean(), right.square());
    }
  }

  private static double rightMove(double mean, double square, int update) {
    return mean / correction(0.9, update) / (root(square / correction(0.999, update)) + 1e-8);
  }

  private static double correction(double beta, int updates) {
    return 1 - StrictMath.pow(beta, updates);
  }

  private static double root(double x) {
    return StrictMath.sqrt(x);
  }

  @Right(idea = "corrections by repeated multiplication; each array in a pass of its own")
  static final class Passes implements AdamStep {
    @Override
    public Updated step(double[] theta, double[] g, double[] m, double[] v, int t, double rate) {
      if (t <= 0) {
        throw new IllegalArgumentException("updates count from 1");
      }
      double power1 = 1;
      double power2 = 1;
      for (int i = 0; i < t; i++) {
        power1 *= 0.9;
        power2 *= 0.999;
      }
      double[] mean = new double[m.length];
      double[] square = new double[v.length];
      double[] moved = new double[theta.length];
      Arrays.setAll(mean, i -> m[i] + 0.1 * (g[i] - m[i]));
      Arrays.setAll(square, i -> v[i] + 0.001 * (g[i] * g[i] - v[i]));
      double size = rate / (1 - power1);
      double whole = root(1 - power2);
      Arrays.setAll(moved, i -> theta[i] - size * mean[i] / (root(square[i]) / whole + 1e-8));
      return new Updated(moved, mean, square);
    }
  }

  @Wrong(
      idea = "no correction for the start from 0",
      fails = {START, RATE},
      feedback = "not corrected for their start from 0")
  static final class NotCorrected extends OwnMove {
    @Override
    double move(double mean, double square, int update) {
      return mean / (root(square) + 1e-8);
    }
  }

  @Wrong(
      idea = "updates counted from 0",
      fails = {START, RATE},
      feedback = "counted from 0")
  static final class CountsFromZero extends OwnMove {
    @Override
    double move(double mean, double square, int update) {
      return rightMove(mean, square, update - 1);
    }
  }

  @Wrong(
      idea = "up the slope",
      fails = {START, RATE},
      feedback = "goes up the slope")
  static final class Upwards implements AdamStep {
    @Override
    public Updated step(double[] theta, double[] g, double[] m, double[] v, int t, double rate) {
      Updated right = CORRECT.step(theta, g, m, v, t, rate);
      double[] moved = new double[theta.length];
      Arrays.setAll(moved, i -> 2 * theta[i] - right.parameters()[i]);
      return new Updated(moved, right.mean(), right.square());
    }
  }

  @Wrong(
      idea = "moves by the means of before",
      fails = {START, RATE},
      feedback = "from before the update")
  static final class OldMeans implements AdamStep {
    @Override
    public Updated step(double[] theta, double[] g, double[] m, double[] v, int t, double rate) {
      Updated right = CORRECT.step(theta, g, m, v, t, rate);
      double[] moved = new double[theta.length];
      Arrays.setAll(moved, i -> theta[i] - rate * rightMove(m[i], v[i], t));
      return new Updated(moved, right.mean(), right.square());
    }
  }

  @Wrong(idea = "ε under the root", fails = RATE, feedback = "ε stands under the root")
  static final class EpsilonUnderRoot extends OwnMove {
    @Override
    double move(double mean, double square, int update) {
      return mean / correction(0.9, update) / root(square / correction(0.999, update) + 1e-8);
    }
  }

  @Wrong(
      idea = "the paper's short form, in which ε meets the uncorrected root",
      fails = RATE,
      feedback = "before the correction")
  static final class ShortForm extends OwnMove {
    @Override
    double move(double mean, double square, int update) {
      double size = root(correction(0.999, update)) / correction(0.9, update);
      return size * mean / (root(square) + 1e-8);
    }
  }

  @Wrong(
      idea = "no ε: 0/0 where there never was a gradient",
      fails = RATE,
      feedback = "ε is missing")
  static final class NoEpsilon extends OwnMove {
    @Override
    double move(double mean, double square, int update) {
      return mean / correction(0.9, update) / root(square / correction(0.999, update));
    }
  }

  @Wrong(
      idea = "keeps the corrected means",
      fails = MEANS,
      feedback = "the corrected mean was kept")
  static final class KeepsCorrected implements AdamStep {
    @Override
    public Updated step(double[] theta, double[] g, double[] m, double[] v, int t, double rate) {
      Updated right = CORRECT.step(theta, g, m, v, t, rate);
      return new Updated(
          right.parameters(),
          Arrays.stream(right.mean()).map(x -> x / correction(0.9, t)).toArray(),
          Arrays.stream(right.square()).map(x -> x / correction(0.999, t)).toArray());
    }
  }

  @Wrong(
      idea = "sums instead of means: the gradient counts whole",
      fails = {MEANS, START, RATE},
      feedback = "the gradient counts whole")
  static final class Sums implements AdamStep {
    @Override
    public Updated step(double[] theta, double[] g, double[] m, double[] v, int t, double rate) {
      CORRECT.step(theta, g, m, v, t, rate);
      double[] mean = new double[m.length];
      double[] square = new double[v.length];
      double[] moved = new double[theta.length];
      Arrays.setAll(mean, i -> 0.9 * m[i] + g[i]);
      Arrays.setAll(square, i -> 0.999 * v[i] + g[i] * g[i]);
      Arrays.setAll(moved, i -> theta[i] - rate * rightMove(mean[i], square[i], t));
      return new Updated(moved, mean, square);
    }
  }

  @Wrong(
      idea = "writes over its inputs",
      fails = {MEANS, START, RATE},
      feedback = "changed its input")
  static final class InPlace implements AdamStep {
    @Override
    public Updated step(double[] theta, double[] g, double[] m, double[] v, int t, double rate) {
      Updated right = CORRECT.step(theta, g, m, v, t, rate);
      System.arraycopy(right.parameters(), 0, theta, 0, theta.length);
      System.arraycopy(right.mean(), 0, m, 0, m.length);
      System.arraycopy(right.square(), 0, v, 0, v.length);
      return new Updated(theta, m, v);
    }
  }

  @Wrong(
      idea = "an update 0 is as good as any",
      fails = RATE,
      feedback = "expected an IllegalArgumentException, got an answer")
  static final class Unchecked implements AdamStep {
    @Override
    public Updated step(double[] theta, double[] g, double[] m, double[] v, int t, double rate) {
      return CORRECT.step(theta, g, m, v, Math.max(1, t), rate);
    }
  }
}
