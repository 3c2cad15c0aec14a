package seq2seq.solutions.ch06;

// BEGIN SOLUTION
import java.util.Arrays;
// END SOLUTION
import seq2seq.graded.ch06.LossGradient;

/**
 * Exercise 6.3, the gradient of the masked loss: {@link LossGradient} says what to write.
 *
 * <p>To try it: {@code ./learn check 6.3}. If you are stuck: {@code ./learn hint 6.3}.
 */
public final class MyLossGradient implements LossGradient {
  // BEGIN SOLUTION
  // Why it is right: the cost of a place, log Σ exp(o_j) - o_y, has the derivative p_k from its
  // first part and -1 at k = y from its second. The loss is the mean of these costs over the real
  // tokens, so each derivative is divided by their number. What the loss never looks at keeps the 0
  // of a new array.
  //
  // Usual mistakes: no division, or one by all positions; padding that still pulls; the one-hot
  // forgotten or added; a softmax that overflows.
  // END SOLUTION

  @Override
  public double[][][] gradient(double[][][] logits, int[][] words, int[] lengths) {
    // BEGIN SOLUTION
    int real = Arrays.stream(lengths).sum();
    if (real == 0) {
      throw new IllegalArgumentException(
          "loss gradient: no token is real; there is nothing to average over");
    }
    double[][][] gradient = new double[logits.length][lengths.length][logits[0][0].length];
    for (int n = 0; n < lengths.length; n++) {
      for (int t = 0; t < lengths[n]; t++) {
        gradient[t][n] = place(logits[t][n], words[n][t], real);
      }
    }
    return gradient;
    // END SOLUTION
  }

  // BEGIN SOLUTION
  private static double[] place(double[] logits, int word, int real) {
    double largest = Arrays.stream(logits).max().orElseThrow();
    double[] place = Arrays.stream(logits).map(o -> StrictMath.exp(o - largest)).toArray();
    double sum = Arrays.stream(place).sum();
    for (int k = 0; k < place.length; k++) {
      place[k] = (place[k] / sum - (k == word ? 1 : 0)) / real;
    }
    return place;
  }
  // END SOLUTION
}
