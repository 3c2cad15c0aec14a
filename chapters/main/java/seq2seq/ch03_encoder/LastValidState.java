package seq2seq.ch03_encoder;

import java.util.Arrays;
import seq2seq.ch02_recurrence.CellState;
import seq2seq.engine.ShapeException;

/**
 * Picks, for each sentence of a batch, the state at its last real token.
 *
 * <p>Sentences in a batch end at different steps. After its end a short sentence is padding, the
 * cell goes on over it, and the state at step T-1 is what padding has left. The state that
 * summarises sentence n is the one at step length[n]-1.
 */
public final class LastValidState {
  private LastValidState() {}

  /**
   * The state of each sentence at its own end.
   *
   * @param steps the state after each of T steps, (T,N,H) each
   * @param lengths valid lengths (N), from 1 to T
   * @return one state, each row taken from its sentence's own step
   * @throws ShapeException if a length is not in 1..T, or there is not one for each sentence
   */
  public static CellState of(CellState steps, int[] lengths) {
    checkOnePerSentence(steps.hidden().dim(1), lengths);
    check(lengths, steps.hidden().dim(0));
    int[] last = Arrays.stream(lengths).map(length -> length - 1).toArray();
    return steps.map(states -> states.pick(last));
  }

  /** Checks that there are as many lengths as sentences. */
  static void checkOnePerSentence(int sentences, int[] lengths) {
    if (lengths.length != sentences) {
      throw new ShapeException(
          "encoder",
          "one length per sentence is needed: "
              + sentences
              + " sentences, "
              + lengths.length
              + " lengths");
    }
  }

  /** Checks that each length is in 1..T: an empty sentence has no last token. */
  static void check(int[] lengths, int steps) {
    for (int i = 0; i < lengths.length; i++) {
      if (lengths[i] < 1 || lengths[i] > steps) {
        throw new ShapeException(
            "encoder",
            "sentence "
                + i
                + " has valid length "
                + lengths[i]
                + "; it must be from 1 to "
                + steps
                + ", the number of steps");
      }
    }
  }
}
