package seq2seq.solutions.ch10;

import seq2seq.graded.ch10.ContextVector;

/**
 * Exercise 10.2, the context vector and its gradient: {@link ContextVector} says what to write.
 *
 * <p>To try it: {@code ./learn check 10.2}. If you are stuck: {@code ./learn hint 10.2}.
 */
public final class MyContextVector implements ContextVector {
  // BEGIN SOLUTION
  // Why it is right: c_j is a sum of products α_i · h_{i,j}, so the derivative with respect to one
  // factor is the other one, times what c_j is worth to the loss. A weight is a factor in every
  // element of c, which gives a sum over j; an element of a vector in one only. Both loops end at
  // the valid length, as that of the context does.
  //
  // Usual mistakes: a gradient for the weights of padding, which were never used; the gradient of
  // the scores instead of that of the weights; the context divided by the length once more; 0 times
  // NaN.
  // END SOLUTION

  @Override
  public double[][] context(double[][] weights, double[][][] values, int[] lengths) {
    // BEGIN SOLUTION
    double[][] context = new double[lengths.length][values[0][0].length];
    for (int n = 0; n < lengths.length; n++) {
      for (int t = 0; t < lengths[n]; t++) {
        for (int j = 0; j < context[n].length; j++) {
          context[n][j] += weights[n][t] * values[t][n][j];
        }
      }
    }
    return context;
    // END SOLUTION
  }

  @Override
  public Gradients gradients(
      double[][] weights, double[][][] values, int[] lengths, double[][] contextGradient) {
    // BEGIN SOLUTION
    double[][] ofWeights = new double[lengths.length][values.length];
    double[][][] ofValues = new double[values.length][lengths.length][values[0][0].length];
    for (int n = 0; n < lengths.length; n++) {
      for (int t = 0; t < lengths[n]; t++) {
        for (int j = 0; j < contextGradient[n].length; j++) {
          ofWeights[n][t] += contextGradient[n][j] * values[t][n][j];
          ofValues[t][n][j] = contextGradient[n][j] * weights[n][t];
        }
      }
    }
    return new Gradients(ofWeights, ofValues);
    // END SOLUTION
  }
}
