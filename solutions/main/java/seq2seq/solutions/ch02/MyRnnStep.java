package seq2seq.solutions.ch02;

import seq2seq.graded.ch02.RnnStep;

/**
 * Exercise 2.1, one step of the plain cell: {@link RnnStep} says what to write.
 *
 * <p>To try it: {@code ./learn check 2.1}. If you are stuck: {@code ./learn hint 2.1}.
 */
public final class MyRnnStep implements RnnStep {
  // BEGIN SOLUTION
  // Why it is right: unit k adds up its bias, the input through column k of W_xh, and the whole
  // state before through column k of W_hh; then one tanh. The new state is a new array, so no unit
  // sees another that has moved on.
  //
  // Usual mistakes: the state not used, which runs and remembers nothing; row k instead of column k
  // of W_hh, which always fits, since W_hh is square; a tanh for each part; writing over the state
  // while it is read.
  // END SOLUTION

  @Override
  public double[][] step(
      double[][] input,
      double[][] before,
      double[][] inputWeight,
      double[][] stateWeight,
      double[] bias) {
    // BEGIN SOLUTION
    double[][] after = new double[input.length][bias.length];
    for (int n = 0; n < after.length; n++) {
      for (int k = 0; k < bias.length; k++) {
        double sum =
            product(input[n], inputWeight, k) + product(before[n], stateWeight, k) + bias[k];
        after[n][k] = StrictMath.tanh(sum);
      }
    }
    return after;
    // END SOLUTION
  }

  // BEGIN SOLUTION
  /** A row times one column of a matrix. */
  private static double product(double[] row, double[][] matrix, int column) {
    double sum = 0;
    for (int i = 0; i < row.length; i++) {
      sum += row[i] * matrix[i][column];
    }
    return sum;
  }
  // END SOLUTION
}
