package seq2seq.solutions.ch02;

import java.util.Arrays;
import seq2seq.graded.ch02.GruStep;
import seq2seq.solutions.kit.Right;
import seq2seq.solutions.kit.Wrong;

/** Answers to exercise 2.2 that we know. */
final class GruStepPool {
  private static final String MIXES = "mixesTheOldStateAndTheCandidate";
  private static final String UPDATE = "keepsTheStateAtOneAndTakesTheCandidateAtZero";
  private static final String HALF = "takesHalfOfTheOldStateAndHalfOfTheNew";
  private static final String RESET = "forgetsThatThereWasAPastAtResetZero";

  private GruStepPool() {}

  /**
   * One sentence's shares of the gates; {@code x} and {@code h} are r, z and n, one behind the
   * other.
   */
  private record Shares(
      double[] x, double[] h, double[] before, double[][] stateWeight, double[] stateBias) {

    int size() {
      return before.length;
    }

    double gate(int gate, int k) {
      return sigmoid(x[gate * size() + k] + h[gate * size() + k]);
    }

    double candidate(double r, int k) {
      return StrictMath.tanh(x[2 * size() + k] + r * h[2 * size() + k]);
    }
  }

  /** An answer that says only how one unit of the new state is made. */
  private abstract static class UnitByUnit implements GruStep {
    abstract double unit(Shares shares, int k);

    @Override
    public double[][] step(
        double[][] x, double[][] h, double[][] wx, double[][] wh, double[] bx, double[] bh) {
      double[][] after = new double[x.length][wh.length];
      for (int n = 0; n < after.length; n++) {
        Shares shares = new Shares(affine(x[n], wx, bx), affine(h[n], wh, bh), h[n], wh, bh);
        Arrays.setAll(after[n], k -> unit(shares, k));
      }
      return after;
    }
  }

  private static double[] affine(double[] row, double[][] weight, double[] bias) {
    double[] sums = new double[bias.length];
    for (int j = 0; j < sums.length; j++) {
      sums[j] = bias[j];
      for (int i = 0; i < row.length; i++) {
        sums[j] += row[i] * weight[i][j];
      }
    }
    return sums;
  }

  private static double sigmoid(double a) {
    return 1 / (1 + StrictMath.exp(-a));
  }

  private static double mixed(double z, double candidate, double old) {
    return (1 - z) * candidate + z * old;
  }

  @Right(idea = "n + z(h - n), as the chapter's class has it, and σ through tanh")
  static final class FromTheCandidate extends UnitByUnit {
    @Override
    double unit(Shares shares, int k) {
      int size = shares.size();
      double r = (1 + Math.tanh((shares.x[k] + shares.h[k]) / 2)) / 2;
      double z = (1 + Math.tanh((shares.x[size + k] + shares.h[size + k]) / 2)) / 2;
      double n = shares.candidate(r, k);
      return n + z * (shares.before[k] - n);
    }
  }

  @Wrong(
      idea = "the first paper's cell: resets h before its product",
      fails = {MIXES, RESET},
      feedback = "the state was reset before its product")
  static final class ResetBefore extends UnitByUnit {
    @Override
    double unit(Shares shares, int k) {
      double[] reset = new double[shares.size()];
      Arrays.setAll(reset, j -> shares.gate(0, j) * shares.before[j]);
      int column = 2 * shares.size() + k;
      double n =
          StrictMath.tanh(
              shares.x[column] + affine(reset, shares.stateWeight, shares.stateBias)[column]);
      return mixed(shares.gate(1, k), n, shares.before[k]);
    }
  }

  @Wrong(
      idea = "the state's bias outside the reset",
      fails = {MIXES, RESET},
      feedback = "b_hh̃ stands outside the reset")
  static final class BiasOutside extends UnitByUnit {
    @Override
    double unit(Shares shares, int k) {
      int column = 2 * shares.size() + k;
      double product = shares.h[column] - shares.stateBias[column];
      double r = shares.gate(0, k);
      double n = StrictMath.tanh(shares.x[column] + r * product + shares.stateBias[column]);
      return mixed(shares.gate(1, k), n, shares.before[k]);
    }
  }

  @Wrong(
      idea = "no reset gate",
      fails = {MIXES, RESET},
      feedback = "the reset gate was not used")
  static final class NoReset extends UnitByUnit {
    @Override
    double unit(Shares shares, int k) {
      return mixed(shares.gate(1, k), shares.candidate(1, k), shares.before[k]);
    }
  }

  @Wrong(
      idea = "z and 1 - z exchanged",
      fails = {MIXES, UPDATE},
      feedback = "z and 1 - z are exchanged")
  static final class UpdateExchanged extends UnitByUnit {
    @Override
    double unit(Shares shares, int k) {
      return mixed(shares.gate(1, k), shares.before[k], shares.candidate(shares.gate(0, k), k));
    }
  }

  @Wrong(
      idea = "the columns in the order z, r, n",
      fails = {MIXES, UPDATE, RESET},
      feedback = "r and z are exchanged")
  static final class OtherOrder extends UnitByUnit {
    @Override
    double unit(Shares shares, int k) {
      return mixed(shares.gate(0, k), shares.candidate(shares.gate(1, k), k), shares.before[k]);
    }
  }

  @Wrong(
      idea = "one bias is enough: no b_hh",
      fails = {MIXES, UPDATE},
      feedback = "b_hh is missing")
  static final class NoStateBias implements GruStep {
    @Override
    public double[][] step(
        double[][] x, double[][] h, double[][] wx, double[][] wh, double[] bx, double[] bh) {
      return new MyGruStep().step(x, h, wx, wh, bx, new double[bh.length]);
    }
  }

  @Wrong(
      idea = "the candidate is the new state",
      fails = {MIXES, UPDATE, RESET, HALF},
      feedback = "this is the candidate")
  static final class CandidateOnly extends UnitByUnit {
    @Override
    double unit(Shares shares, int k) {
      return shares.candidate(shares.gate(0, k), k);
    }
  }

  @Wrong(idea = "the sigmoid as e^a/(1 + e^a)", fails = UPDATE, feedback = "a power overflowed")
  static final class OverflowingSigmoid extends UnitByUnit {
    @Override
    double unit(Shares shares, int k) {
      double r = overflowing(shares.x[k] + shares.h[k]);
      double z = overflowing(shares.x[shares.size() + k] + shares.h[shares.size() + k]);
      return mixed(z, shares.candidate(r, k), shares.before[k]);
    }

    private static double overflowing(double a) {
      return StrictMath.exp(a) / (1 + StrictMath.exp(a));
    }
  }
}
