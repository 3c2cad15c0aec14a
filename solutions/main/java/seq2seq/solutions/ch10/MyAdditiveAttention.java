package seq2seq.solutions.ch10;

import seq2seq.graded.ch10.AdditiveAttention;

/**
 * Exercise 10.1, additive scores and a masked softmax: {@link AdditiveAttention} says what to
 * write.
 *
 * <p>To try it: {@code ./learn check 10.1}. If you are stuck: {@code ./learn hint 10.1}.
 */
public final class MyAdditiveAttention implements AdditiveAttention {
  // BEGIN SOLUTION
  // Why it is right: every loop over the source ends at its valid length, so padding has no score,
  // takes no part in the largest one and in the sum, and keeps the 0 of a new array. A source
  // without a real token never gets as far as the division.
  //
  // Usual mistakes: no mask, which trains without complaint and looks at padding; a mask after the
  // softmax, so that the weights no longer add up to 1; a mask of scores, 0 or -1e9, which wins
  // over real scores that are lower still; 0/0 for valid length 0.
  // END SOLUTION

  @Override
  public double[][] weights(
      double[][] queries, double[][][] values, Weights weights, int[] lengths) {
    // BEGIN SOLUTION
    double[][] alpha = new double[lengths.length][values.length];
    for (int n = 0; n < lengths.length; n++) {
      check(lengths[n], values.length);
      double[] query = times(queries[n], weights.query());
      for (int t = 0; t < lengths[n]; t++) {
        alpha[n][t] = score(query, times(values[t][n], weights.key()), weights.score());
      }
      softmax(alpha[n], lengths[n]);
    }
    return alpha;
    // END SOLUTION
  }

  // BEGIN SOLUTION
  private static void check(int length, int steps) {
    if (length < 0 || length > steps) {
      throw new IllegalArgumentException(
          "attention: a source length must be from 0 to " + steps + "; got " + length);
    }
  }

  /** vector·matrix. */
  private static double[] times(double[] vector, double[][] matrix) {
    double[] product = new double[matrix[0].length];
    for (int i = 0; i < vector.length; i++) {
      for (int a = 0; a < product.length; a++) {
        product[a] += vector[i] * matrix[i][a];
      }
    }
    return product;
  }

  private static double score(double[] query, double[] key, double[] v) {
    double score = 0;
    for (int a = 0; a < v.length; a++) {
      score += v[a] * StrictMath.tanh(query[a] + key[a]);
    }
    return score;
  }

  /** Turns the first {@code length} scores of a row into weights. */
  private static void softmax(double[] row, int length) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int t = 0; t < length; t++) {
      largest = Math.max(largest, row[t]);
    }
    double sum = 0;
    for (int t = 0; t < length; t++) {
      row[t] = StrictMath.exp(row[t] - largest);
      sum += row[t];
    }
    for (int t = 0; t < length; t++) {
      row[t] /= sum;
    }
  }
  // END SOLUTION
}
