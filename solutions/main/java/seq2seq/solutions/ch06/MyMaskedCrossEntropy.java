package seq2seq.solutions.ch06;

import seq2seq.graded.ch06.MaskedCrossEntropy;

/**
 * Exercise 6.2, masked cross-entropy: {@link MaskedCrossEntropy} says what to write.
 *
 * <p>To try it: {@code ./learn check 6.2}. If you are stuck: {@code ./learn hint 6.2}.
 */
public final class MyMaskedCrossEntropy implements MaskedCrossEntropy {
  // BEGIN SOLUTION
  // Why it is right: the inner loop ends at the valid length, so padding is never looked at, and
  // the sum is divided once, by the number of places that went into it.
  //
  // Usual mistakes: the mean over all N·T' positions, with or without the padding's costs;
  // dividing twice; a mask multiplied onto a loss that is an average already, which does nothing;
  // the mean of the sentences' means; 0 times NaN.
  // END SOLUTION

  @Override
  public double loss(double[][][] logits, int[][] words, int[] lengths) {
    // BEGIN SOLUTION
    double sum = 0;
    int real = 0;
    for (int n = 0; n < lengths.length; n++) {
      for (int t = 0; t < lengths[n]; t++) {
        sum += cost(logits[t][n], words[n][t]);
        real++;
      }
    }
    if (real == 0) {
      throw new IllegalArgumentException(
          "masked cross-entropy: no token is real; there is nothing to average over");
    }
    return sum / real;
    // END SOLUTION
  }

  // BEGIN SOLUTION
  /** log Σ exp(o_j) - o_word, with the largest logit taken off first. */
  private static double cost(double[] logits, int word) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double logit : logits) {
      largest = Math.max(largest, logit);
    }
    double sum = 0;
    for (double logit : logits) {
      sum += StrictMath.exp(logit - largest);
    }
    return largest + StrictMath.log(sum) - logits[word];
  }
  // END SOLUTION
}
