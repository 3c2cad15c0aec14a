package seq2seq.solutions.ch04;

// BEGIN SOLUTION
import java.util.Arrays;
// END SOLUTION
import seq2seq.graded.ch04.WeightSplit;

/**
 * Exercise 4.2, a wide weight in two parts: {@link WeightSplit} says what to write.
 *
 * <p>To try it: {@code ./learn check 4.2}. If you are stuck: {@code ./learn hint 4.2}.
 */
public final class MyWeightSplit implements WeightSplit {
  // BEGIN SOLUTION
  // Why it is right: a number of the product is a sum over the rows of the weight, and row i meets
  // number i of x ⊕ c. The first D terms of that sum are x·W_x, the others are c·W_c.
  //
  // Usual mistakes: cutting columns, as one would for vectors that are columns; cutting in the
  // middle, which fits only if D = H; two parts that share their rows with the wide weight, so that
  // training one changes the other; the products side by side instead of added.
  // END SOLUTION

  @Override
  public Parts split(double[][] wide, int embed) {
    // BEGIN SOLUTION
    if (embed < 1 || embed >= wide.length) {
      throw new IllegalArgumentException(
          "split: D must be from 1 to " + (wide.length - 1) + "; got " + embed);
    }
    return new Parts(rows(wide, 0, embed), rows(wide, embed, wide.length));
    // END SOLUTION
  }

  // BEGIN SOLUTION
  private static double[][] rows(double[][] matrix, int from, int to) {
    return Arrays.stream(matrix, from, to).map(double[]::clone).toArray(double[][]::new);
  }

  // END SOLUTION

  @Override
  public double[][] product(double[][] x, double[][] c, Parts parts) {
    // BEGIN SOLUTION
    double[][] sum = new double[x.length][parts.ofWord()[0].length];
    addProduct(x, parts.ofWord(), sum);
    addProduct(c, parts.ofContext(), sum);
    return sum;
    // END SOLUTION
  }

  // BEGIN SOLUTION
  private static void addProduct(double[][] left, double[][] right, double[][] into) {
    for (int n = 0; n < left.length; n++) {
      for (int i = 0; i < right.length; i++) {
        for (int k = 0; k < into[n].length; k++) {
          into[n][k] += left[n][i] * right[i][k];
        }
      }
    }
  }
  // END SOLUTION
}
