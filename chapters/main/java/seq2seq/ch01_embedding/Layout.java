package seq2seq.ch01_embedding;

import seq2seq.engine.ShapeException;

/**
 * The two orders in which the N·T vectors of a batch can lie in memory, and why the course puts
 * time first.
 *
 * <p>A recurrent network needs the N vectors of one step together. With time first they are
 * neighbours, rows t·N to t·N+N-1, one piece. With the sentence first they are T rows apart, and
 * would have to be collected at each step.
 */
public enum Layout {
  /** (T,N,D): all sentences' step 0, then all sentences' step 1. What the course uses. */
  TIME_FIRST,
  /** (N,T,D): all of sentence 0, then all of sentence 1. How a batch of sentences is written. */
  SENTENCE_FIRST;

  /**
   * Where in memory the vectors of one step lie.
   *
   * @param step t, from 0 to T-1
   * @param sentences N
   * @param steps T
   * @return row numbers (N), from 0 to N·T-1, one for each sentence
   * @throws ShapeException if N or T is below 1, or the step is not in 0..T-1
   */
  public int[] rowsOfStep(int step, int sentences, int steps) {
    check(step, sentences, steps);
    int[] rows = new int[sentences];
    for (int n = 0; n < sentences; n++) {
      rows[n] = this == TIME_FIRST ? step * sentences + n : n * steps + step;
    }
    return rows;
  }

  private static void check(int step, int sentences, int steps) {
    if (sentences < 1 || steps < 1 || step < 0 || step >= steps) {
      throw new ShapeException(
          "layout",
          "a step is from 0 to T-1 of T ≥ 1 steps and N ≥ 1 sentences; got step "
              + step
              + ", T = "
              + steps
              + ", N = "
              + sentences);
    }
  }
}
