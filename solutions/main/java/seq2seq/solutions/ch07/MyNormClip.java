package seq2seq.solutions.ch07;

// BEGIN SOLUTION
import java.util.Arrays;
// END SOLUTION
import seq2seq.graded.ch07.NormClip;

/**
 * Exercise 7.2, clipping by the global norm: {@link NormClip} says what to write.
 *
 * <p>To try it: {@code ./learn check 7.2}. If you are stuck: {@code ./learn hint 7.2}.
 */
public final class MyNormClip implements NormClip {
  // BEGIN SOLUTION
  // Why it is right: one factor for every number of every parameter, so the long vector that they
  // form together keeps its direction; and with c / ‖g‖ its new length is c.
  //
  // Usual mistakes: a norm for each parameter, or a limit for each number, which both turn the
  // vector; stretching gradients that are short already; 0/0 when all gradients are 0; reporting
  // the norm after clipping, which is the limit and tells nothing.
  // END SOLUTION

  @Override
  public Clipped clip(double[][] weight, double[] bias, double limit) {
    // BEGIN SOLUTION
    if (!(limit > 0)) {
      throw new IllegalArgumentException("clip: the limit must be above 0; got " + limit);
    }
    double squares = sumOfSquares(bias);
    for (double[] row : weight) {
      squares += sumOfSquares(row);
    }
    double norm = Math.sqrt(squares);
    double factor = norm > limit ? limit / norm : 1;
    double[][] clipped =
        Arrays.stream(weight).map(row -> times(row, factor)).toArray(double[][]::new);
    return new Clipped(clipped, times(bias, factor), norm);
    // END SOLUTION
  }

  // BEGIN SOLUTION
  private static double sumOfSquares(double[] numbers) {
    return Arrays.stream(numbers).map(g -> g * g).sum();
  }

  private static double[] times(double[] numbers, double factor) {
    return Arrays.stream(numbers).map(g -> g * factor).toArray();
  }
  // END SOLUTION
}
