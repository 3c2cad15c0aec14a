package seq2seq.solutions.ch02;

import seq2seq.graded.ch02.GruStep;

/**
 * Exercise 2.2, one step of the GRU: {@link GruStep} says what to write.
 *
 * <p>To try it: {@code ./learn check 2.2}. If you are stuck: {@code ./learn hint 2.2}.
 */
public final class MyGruStep implements GruStep {
  // BEGIN SOLUTION
  // Why it is right: both shares of all gates are computed first, each with its own bias. r and z
  // add the two; the candidate keeps them apart, because r multiplies the share of the state, bias
  // and all. At z = 1 the last line is the old state, at z = 0 the candidate.
  //
  // Usual mistakes: resetting h before its product, which is another cell of the same name; its
  // bias outside the reset; z and 1 - z exchanged; the columns in another order than r, z, h̃.
  // None of them is seen in a shape.
  // END SOLUTION

  @Override
  public double[][] step(
      double[][] input,
      double[][] before,
      double[][] inputWeight,
      double[][] stateWeight,
      double[] inputBias,
      double[] stateBias) {
    // BEGIN SOLUTION
    int size = stateWeight.length;
    double[][] after = new double[input.length][size];
    for (int s = 0; s < input.length; s++) {
      double[] fromInput = affine(input[s], inputWeight, inputBias);
      double[] fromState = affine(before[s], stateWeight, stateBias);
      for (int k = 0; k < size; k++) {
        double r = sigmoid(fromInput[k] + fromState[k]);
        double z = sigmoid(fromInput[size + k] + fromState[size + k]);
        double candidate = StrictMath.tanh(fromInput[2 * size + k] + r * fromState[2 * size + k]);
        after[s][k] = (1 - z) * candidate + z * before[s][k];
      }
    }
    return after;
    // END SOLUTION
  }

  // BEGIN SOLUTION
  /** A row times a matrix, plus a bias. */
  private static double[] affine(double[] row, double[][] weight, double[] bias) {
    double[] sums = bias.clone();
    for (int i = 0; i < row.length; i++) {
      for (int j = 0; j < sums.length; j++) {
        sums[j] += row[i] * weight[i][j];
      }
    }
    return sums;
  }

  private static double sigmoid(double a) {
    return 1 / (1 + StrictMath.exp(-a));
  }
  // END SOLUTION
}
