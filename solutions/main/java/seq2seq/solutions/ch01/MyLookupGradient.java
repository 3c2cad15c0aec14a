package seq2seq.solutions.ch01;

import seq2seq.graded.ch01.LookupGradient;

/**
 * Exercise 1.3, the gradient of the lookup: {@link LookupGradient} says what to write.
 *
 * <p>To try it: {@code ./learn check 1.3}. If you are stuck: {@code ./learn hint 1.3}.
 */
public final class MyLookupGradient implements LookupGradient {
  // BEGIN SOLUTION
  // Why it is right: the lookup copied a row to each place where its token stands, so moving the
  // row moves all of them, and their gradients add up. A token without a place keeps the zeros of
  // the new array.
  //
  // Usual mistakes: = for +=, so that the last place wins; dividing by the number of places; dX
  // read in the order of the ids, [n][t], which fits if N = T; leaving out <pad>, which would hide
  // a loss that is not masked.
  // END SOLUTION

  @Override
  public double[][] gradient(int[][] ids, double[][][] dX, int vocabularySize) {
    // BEGIN SOLUTION
    check(ids, dX, vocabularySize);
    double[][] gradient = new double[vocabularySize][dX[0][0].length];
    for (int t = 0; t < dX.length; t++) {
      for (int n = 0; n < ids.length; n++) {
        add(dX[t][n], gradient[ids[n][t]]);
      }
    }
    return gradient;
    // END SOLUTION
  }

  // BEGIN SOLUTION
  private static void add(double[] sent, double[] row) {
    for (int d = 0; d < row.length; d++) {
      row[d] += sent[d];
    }
  }

  private static void check(int[][] ids, double[][][] dX, int vocabularySize) {
    if (dX.length != ids[0].length || dX[0].length != ids.length) {
      throw new IllegalArgumentException(
          "lookup gradient: ids ("
              + ids.length
              + "×"
              + ids[0].length
              + ") need dX (T,N,D); got ("
              + dX.length
              + "×"
              + dX[0].length
              + "×D)");
    }
    for (int[] sentence : ids) {
      for (int id : sentence) {
        if (id < 0 || id >= vocabularySize) {
          throw new IllegalArgumentException(
              "lookup gradient: ids go from 0 to " + (vocabularySize - 1) + "; got " + id);
        }
      }
    }
  }
  // END SOLUTION
}
