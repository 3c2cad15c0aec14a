package seq2seq.engine;

import java.util.function.Function;

/**
 * Compares the gradient that {@code backward()} gives with the slope measured by moving each
 * element a little.
 *
 * <p>The function's result is reduced to one number by fixed weights, different for each element,
 * so that a gradient that lands on the wrong element shows. The slope is the fourth-order central
 * difference (8(f(x+h) - f(x-h)) - (f(x+2h) - f(x-2h))) / 12h with h = 1/32: in float32 its own
 * error is then near 10⁻⁵.
 */
public final class GradientCheck {
  private static final double H = 1.0 / 32;

  private GradientCheck() {}

  /**
   * Checks every element of every input.
   *
   * @param op the name used in the message
   * @param function what to differentiate; called many times, so it must give the same result for
   *     the same inputs
   * @param tolerance the largest difference, relative to the larger of 1 and the slope
   * @param inputs the point at which to check
   * @throws AssertionError naming the op, the argument, the index and both numbers
   */
  public static void check(
      String op, Function<Tensor[], Tensor> function, double tolerance, Tensor... inputs) {
    Tensor[] leaves = new Tensor[inputs.length];
    for (int i = 0; i < inputs.length; i++) {
      leaves[i] = inputs[i].withGrad();
    }
    Tensor result = function.apply(leaves);
    result.times(weights(result.shape())).sum().backward();
    for (int argument = 0; argument < leaves.length; argument++) {
      for (int index = 0; index < leaves[argument].size(); index++) {
        compare(op, function, tolerance, leaves, argument, index);
      }
    }
  }

  private static void compare(
      String op,
      Function<Tensor[], Tensor> function,
      double tolerance,
      Tensor[] leaves,
      int argument,
      int index) {
    double computed = leaves[argument].hasGrad() ? leaves[argument].liveGrad()[index] : 0;
    double measured = slope(function, leaves, argument, index);
    double scale = Math.max(1, Math.abs(measured));
    if (!(Math.abs(computed - measured) <= tolerance * scale)) {
      throw new AssertionError(
          op
              + ": gradient of argument "
              + argument
              + " "
              + leaves[argument].shape()
              + " at index "
              + index
              + ": backward gives "
              + Numbers.show(computed)
              + ", the measured slope is "
              + Numbers.show(measured));
    }
  }

  private static double slope(
      Function<Tensor[], Tensor> function, Tensor[] leaves, int argument, int index) {
    double near =
        valueAt(function, leaves, argument, index, H)
            - valueAt(function, leaves, argument, index, -H);
    double far =
        valueAt(function, leaves, argument, index, 2 * H)
            - valueAt(function, leaves, argument, index, -2 * H);
    return (8 * near - far) / (12 * H);
  }

  private static double valueAt(
      Function<Tensor[], Tensor> function, Tensor[] leaves, int argument, int index, double move) {
    Tensor[] moved = leaves.clone();
    float[] values = leaves[argument].toArray();
    values[index] += (float) move;
    moved[argument] = Tensor.of(leaves[argument].shape(), values);
    Tensor result = NoGrad.get(() -> function.apply(moved));
    float[] weights = weights(result.shape()).data();
    double total = 0;
    for (int i = 0; i < weights.length; i++) {
      total += (double) weights[i] * result.data()[i];
    }
    return total;
  }

  /** Weights between 1 and 2, no two neighbours alike. */
  private static Tensor weights(Shape shape) {
    float[] w = new float[shape.size()];
    for (int i = 0; i < w.length; i++) {
      w[i] = 1f + (i * 37 % 101) / 101f;
    }
    return Tensor.wrap(shape, w);
  }
}
