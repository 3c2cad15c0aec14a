package seq2seq.graded.ch01;

import java.util.Arrays;
import seq2seq.engine.Generator;

/** Ids and vectors for the graded tests of the lookup, and other ways of reading them. */
final class LookupInputs {
  private LookupInputs() {}

  /** Which token belongs to step t of sentence n. */
  interface Reading {
    int token(int t, int n);
  }

  /** (N,T) ids from {@code from} to {@code to} - 1. */
  static int[][] ids(int sentences, int steps, int from, int to, Generator random) {
    int[][] ids = new int[sentences][steps];
    for (int[] row : ids) {
      Arrays.setAll(row, t -> from + random.nextInt(to - from));
    }
    return ids;
  }

  /** (N,T) ids without repetition from 0 to {@code below} - 1, among them 0. */
  static int[][] distinctIds(int sentences, int steps, int below, Generator random) {
    int[] all = new int[below - 1];
    Arrays.setAll(all, i -> i + 1);
    random.shuffle(all);
    int[][] ids = new int[sentences][steps];
    for (int n = 0; n < sentences; n++) {
      System.arraycopy(all, n * steps, ids[n], 0, steps);
    }
    ids[random.nextInt(sentences)][random.nextInt(steps)] = 0;
    return ids;
  }

  /** (first,second,D): the row of the token of each place. */
  static double[][][] vectors(int first, int second, double[][] table, Reading reading) {
    double[][][] vectors = new double[first][second][];
    for (int i = 0; i < first; i++) {
      for (int j = 0; j < second; j++) {
        vectors[i][j] = table[reading.token(i, j)].clone();
      }
    }
    return vectors;
  }

  /**
   * The token that stands at [t][n] if the ids are read sentence by sentence and written step by
   * step.
   */
  static Reading inMemoryOrder(int[][] ids) {
    int steps = ids[0].length;
    return (t, n) -> {
      int place = t * ids.length + n;
      return ids[place / steps][place % steps];
    };
  }

  /** As failures name these ids. */
  static String inWords(int[][] ids, int vocabulary) {
    return "ids " + Arrays.deepToString(ids) + ", V = " + vocabulary;
  }
}
