package seq2seq.solutions.ch01;

import seq2seq.graded.ch01.EmbedBatch;

/**
 * Exercise 1.2, a batch of ids to vectors: {@link EmbedBatch} says what to write.
 *
 * <p>To try it: {@code ./learn check 1.2}. If you are stuck: {@code ./learn hint 1.2}.
 */
public final class MyEmbedBatch implements EmbedBatch {
  // BEGIN SOLUTION
  // Why it is right: the loops go through the answer, (T,N), and read the ids crosswise, [n][t].
  // clone() makes each place a row of its own.
  //
  // Usual mistakes: sentence first; reading the ids in one order and writing the vectors in the
  // other, which is what a reshape does and mixes the sentences; the table's own rows, so that
  // whoever writes into a vector changes the word everywhere.
  // END SOLUTION

  @Override
  public double[][][] embed(int[][] ids, double[][] table) {
    // BEGIN SOLUTION
    double[][][] vectors = new double[ids[0].length][ids.length][];
    for (int t = 0; t < vectors.length; t++) {
      for (int n = 0; n < ids.length; n++) {
        check(n, t, ids[n][t], table.length);
        vectors[t][n] = table[ids[n][t]].clone();
      }
    }
    return vectors;
    // END SOLUTION
  }

  // BEGIN SOLUTION
  private static void check(int sentence, int step, int id, int words) {
    if (id < 0 || id >= words) {
      throw new IllegalArgumentException(
          "embed: ids go from 0 to "
              + (words - 1)
              + "; sentence "
              + sentence
              + ", step "
              + step
              + " has "
              + id);
    }
  }
  // END SOLUTION
}
