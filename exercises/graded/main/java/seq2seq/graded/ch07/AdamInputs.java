package seq2seq.graded.ch07;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import seq2seq.engine.Generator;
import seq2seq.engine.Numbers;

/**
 * One update for the graded test of Adam.
 *
 * @param parameters (K)
 * @param gradient (K)
 * @param mean (K)
 * @param square (K)
 */
record AdamInputs(
    double[] parameters, double[] gradient, double[] mean, double[] square, int t, double rate) {
  static final double BETA1 = 0.9;
  static final double BETA2 = 0.999;
  static final double EPSILON = 1e-8;

  /** An update somewhere on the way, all its numbers near 1. */
  static AdamInputs random(int count, int t, Generator random) {
    return new AdamInputs(
        each(count, i -> random.nextGaussian()),
        each(count, i -> (i % 2 == 0 ? 1 : -1) * (0.5 + random.nextDouble())),
        each(count, i -> 2 * random.nextDouble() - 1),
        each(count, i -> 0.5 + random.nextDouble()),
        t,
        0.01);
  }

  /** The first update of all, with these gradients. */
  static AdamInputs first(double... gradient) {
    int count = gradient.length;
    return new AdamInputs(
        each(count, i -> 1), gradient, new double[count], new double[count], 1, 0.01);
  }

  private static double[] each(int count, IntToDoubleFunction number) {
    double[] numbers = new double[count];
    Arrays.setAll(numbers, number);
    return numbers;
  }

  double[] each(IntToDoubleFunction number) {
    return each(parameters.length, number);
  }

  /** The new mean of number i. */
  double m(int i) {
    return BETA1 * mean[i] + (1 - BETA1) * gradient[i];
  }

  /** The new mean square of number i. */
  double v(int i) {
    return BETA2 * square[i] + (1 - BETA2) * gradient[i] * gradient[i];
  }

  /** 1 - β₁ to the power of {@code updates}. */
  static double correction1(int updates) {
    return 1 - StrictMath.pow(BETA1, updates);
  }

  /** 1 - β₂ to the power of {@code updates}. */
  static double correction2(int updates) {
    return 1 - StrictMath.pow(BETA2, updates);
  }

  /** Number i of the parameters after a move of {@code mean / (√square + ε)}. */
  double moved(int i, double mean, double square) {
    return parameters[i] - rate * mean / (StrictMath.sqrt(square) + EPSILON);
  }

  /** As failures name this. */
  String inWords() {
    return "update "
        + t
        + ", g "
        + show(gradient)
        + ", mean "
        + show(mean)
        + ", square "
        + show(square);
  }

  private static String show(double[] numbers) {
    return Arrays.stream(numbers)
        .mapToObj(x -> x == 0 ? "0" : Numbers.show(x))
        .collect(Collectors.joining(" ", "[", "]"));
  }
}
