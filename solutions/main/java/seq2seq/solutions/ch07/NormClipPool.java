package seq2seq.solutions.ch07;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import seq2seq.graded.ch07.NormClip;
import seq2seq.solutions.kit.Right;
import seq2seq.solutions.kit.Wrong;

/** Answers to exercise 7.2 that we know. */
final class NormClipPool {
  private static final String SHORTENS = "shortensAllGradientsAlike";
  private static final String LEAVES = "leavesShortOnesAloneAndTellsTheNorm";
  private static final NormClip CORRECT = new MyNormClip();

  private NormClipPool() {}

  private static double norm(double[] numbers) {
    double length = 0;
    for (double g : numbers) {
      length = StrictMath.hypot(length, g);
    }
    return length;
  }

  private static double norm(double[][] rows) {
    return norm(Arrays.stream(rows).mapToDouble(NormClipPool::norm).toArray());
  }

  private static double factor(double norm, double limit) {
    return norm > limit ? limit / norm : 1;
  }

  private static double[] each(double[] numbers, DoubleUnaryOperator change) {
    return Arrays.stream(numbers).map(change).toArray();
  }

  private static double[][] each(double[][] rows, DoubleUnaryOperator change) {
    return Arrays.stream(rows).map(row -> each(row, change)).toArray(double[][]::new);
  }

  private static double checked(double limit) {
    if (limit <= 0) {
      throw new IllegalArgumentException("the limit must be above 0");
    }
    return limit;
  }

  @Right(idea = "hypot for the norm; divides before it multiplies")
  static final class Hypot implements NormClip {
    @Override
    public Clipped clip(double[][] weight, double[] bias, double limit) {
      double norm = StrictMath.hypot(norm(weight), norm(bias));
      if (norm <= checked(limit)) {
        return new Clipped(each(weight, g -> g), bias.clone(), norm);
      }
      return new Clipped(
          each(weight, g -> g / norm * limit), each(bias, g -> g / norm * limit), norm);
    }
  }

  @Right(idea = "min(1, c/‖g‖), which divides by 0 without harm")
  static final class WithMin implements NormClip {
    @Override
    public Clipped clip(double[][] weight, double[] bias, double limit) {
      double norm = StrictMath.hypot(norm(weight), norm(bias));
      double factor = Math.min(1, checked(limit) / norm);
      return new Clipped(each(weight, g -> g * factor), each(bias, g -> g * factor), norm);
    }
  }

  @Wrong(
      idea = "each parameter by a norm of its own",
      fails = SHORTENS,
      feedback = "by a norm of its own")
  static final class EachParameter implements NormClip {
    @Override
    public Clipped clip(double[][] weight, double[] bias, double limit) {
      checked(limit);
      double ofWeight = factor(norm(weight), limit);
      double ofBias = factor(norm(bias), limit);
      return new Clipped(
          each(weight, g -> g * ofWeight),
          each(bias, g -> g * ofBias),
          CORRECT.clip(weight, bias, limit).norm());
    }
  }

  @Wrong(
      idea = "each number cut off at the limit",
      fails = SHORTENS,
      feedback = "each number was cut off")
  static final class EachNumber implements NormClip {
    @Override
    public Clipped clip(double[][] weight, double[] bias, double limit) {
      DoubleUnaryOperator cut = g -> Math.max(-limit, Math.min(limit, g));
      double norm = CORRECT.clip(weight, bias, limit).norm();
      return new Clipped(each(weight, cut), each(bias, cut), norm);
    }
  }

  @Wrong(
      idea = "short gradients are stretched to the limit",
      fails = LEAVES,
      feedback = "the gradients are made longer")
  static final class AlwaysTheLimit implements NormClip {
    @Override
    public Clipped clip(double[][] weight, double[] bias, double limit) {
      double norm = CORRECT.clip(weight, bias, limit).norm();
      double factor = limit / norm;
      return new Clipped(each(weight, g -> g * factor), each(bias, g -> g * factor), norm);
    }
  }

  @Wrong(
      idea = "the norms added, not their squares",
      fails = {SHORTENS, LEAVES},
      feedback = "the norms of the parameters were added")
  static final class SumOfNorms implements NormClip {
    @Override
    public Clipped clip(double[][] weight, double[] bias, double limit) {
      double norm = norm(weight) + norm(bias);
      double factor = factor(norm, checked(limit));
      return new Clipped(each(weight, g -> g * factor), each(bias, g -> g * factor), norm);
    }
  }

  @Wrong(
      idea = "the sum of the squares without the root",
      fails = {SHORTENS, LEAVES},
      feedback = "the norm is its root")
  static final class WithoutRoot implements NormClip {
    @Override
    public Clipped clip(double[][] weight, double[] bias, double limit) {
      double norm = CORRECT.clip(weight, bias, limit).norm();
      double factor = factor(norm * norm, limit);
      return new Clipped(each(weight, g -> g * factor), each(bias, g -> g * factor), norm * norm);
    }
  }

  @Wrong(
      idea = "reports the norm after clipping",
      fails = LEAVES,
      feedback = "the norm after clipping")
  static final class NormAfter implements NormClip {
    @Override
    public Clipped clip(double[][] weight, double[] bias, double limit) {
      Clipped right = CORRECT.clip(weight, bias, limit);
      return new Clipped(right.weight(), right.bias(), Math.min(limit, right.norm()));
    }
  }

  @Wrong(idea = "0/0 for gradients that are all 0", fails = LEAVES, feedback = "got NaN")
  static final class ZeroByZero implements NormClip {
    @Override
    public Clipped clip(double[][] weight, double[] bias, double limit) {
      double norm = CORRECT.clip(weight, bias, limit).norm();
      double length = Math.min(norm, limit);
      return new Clipped(
          each(weight, g -> g / norm * length), each(bias, g -> g / norm * length), norm);
    }
  }

  @Wrong(
      idea = "shortens its input in place",
      fails = {SHORTENS, LEAVES},
      feedback = "changed its input")
  static final class InPlace implements NormClip {
    @Override
    public Clipped clip(double[][] weight, double[] bias, double limit) {
      Clipped right = CORRECT.clip(weight, bias, limit);
      for (int i = 0; i < weight.length; i++) {
        System.arraycopy(right.weight()[i], 0, weight[i], 0, bias.length);
      }
      System.arraycopy(right.bias(), 0, bias, 0, bias.length);
      return new Clipped(weight, bias, right.norm());
    }
  }

  @Wrong(
      idea = "any limit will do",
      fails = LEAVES,
      feedback = "expected an IllegalArgumentException, got an answer")
  static final class Unchecked implements NormClip {
    @Override
    public Clipped clip(double[][] weight, double[] bias, double limit) {
      double norm = CORRECT.clip(weight, bias, 1).norm();
      double factor = factor(norm, limit);
      return new Clipped(each(weight, g -> g * factor), each(bias, g -> g * factor), norm);
    }
  }
}
