package seq2seq.solutions.ch03;

import seq2seq.graded.ch03.LastState;

/**
 * Exercise 3.2, the state at the last real token: {@link LastState} says what to write.
 *
 * <p>To try it: {@code ./learn check 3.2}. If you are stuck: {@code ./learn hint 3.2}.
 */
public final class MyLastState implements LastState {
  // BEGIN SOLUTION
  // Why it is right: steps count from 0, so after step length - 1 a sentence has been read, all of
  // it and nothing else. Picking that row never looks at padding, whatever stands there.
  //
  // Usual mistakes: the last step of the batch for everybody, which passes while all sentences are
  // of one length; the step `length`, one too far; a mask that multiplies the other steps away,
  // which turns NaN at padding into NaN everywhere; handing out the row itself instead of a copy.
  // END SOLUTION

  @Override
  public double[][] last(double[][][] states, int[] lengths) {
    // BEGIN SOLUTION
    check(states, lengths);
    double[][] last = new double[lengths.length][];
    for (int n = 0; n < lengths.length; n++) {
      last[n] = states[lengths[n] - 1][n].clone();
    }
    return last;
    // END SOLUTION
  }

  // BEGIN SOLUTION
  private static void check(double[][][] states, int[] lengths) {
    if (lengths.length != states[0].length) {
      throw new IllegalArgumentException(
          "last state: " + states[0].length + " sentences, " + lengths.length + " lengths");
    }
    for (int length : lengths) {
      if (length < 1 || length > states.length) {
        throw new IllegalArgumentException(
            "last state: a length must be from 1 to " + states.length + "; got " + length);
      }
    }
  }
  // END SOLUTION
}
