package seq2seq.solutions.ch05;

import seq2seq.graded.ch05.LengthMask;

/**
 * Exercise 5.1, the length mask: {@link LengthMask} says what to write.
 *
 * <p>To try it: {@code ./learn check 5.1}. If you are stuck: {@code ./learn hint 5.1}.
 */
public final class MyLengthMask implements LengthMask {
  // BEGIN SOLUTION
  // Why it is right: position t is real exactly if t < length, since positions count from 0. The
  // inner loop walks the row of positions, the outer one the column of lengths; those are the two
  // copies that broadcasting makes.
  //
  // Usual mistakes: <=, which gives each sentence one token of padding and is invisible while all
  // sentences are full; the result (T,N) instead of (N,T); the length of sentence t compared with
  // position t, which fits only if N = T.
  // END SOLUTION

  @Override
  public int[][] mask(int[] lengths, int steps) {
    // BEGIN SOLUTION
    int[][] mask = new int[lengths.length][steps];
    for (int n = 0; n < lengths.length; n++) {
      check(n, lengths[n], steps);
      for (int t = 0; t < steps; t++) {
        mask[n][t] = t < lengths[n] ? 1 : 0;
      }
    }
    return mask;
    // END SOLUTION
  }

  // BEGIN SOLUTION
  private static void check(int sentence, int length, int steps) {
    if (length < 0 || length > steps) {
      throw new IllegalArgumentException(
          "length mask: sentence "
              + sentence
              + " has valid length "
              + length
              + "; it must be from 0 to "
              + steps);
    }
  }
  // END SOLUTION
}
