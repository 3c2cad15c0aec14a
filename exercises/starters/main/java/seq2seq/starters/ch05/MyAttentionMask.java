package seq2seq.starters.ch05;

import seq2seq.engine.Tensor;
import seq2seq.graded.ch05.AttentionMask;
import seq2seq.grading.Todo;

/**
 * Exercise 5.2, 3 points, extend: the mask that stands beside attention scores.
 *
 * <p>A score (T',N,T) says how much target step t' of sentence n looks at source step t. It may
 * look at real source tokens only, and it makes no difference which target step is looking. Chapter
 * 5; used by chapter 10.
 *
 * <p>To try it: {@code ./learn check 5.2}. If you are stuck: {@code ./learn hint 5.2}.
 */
public final class MyAttentionMask implements AttentionMask {

  /**
   * The mask for attention scores.
   *
   * <p>Example: source lengths [1, 2], 3 source steps and 2 target steps give twice, one for each
   * target step, [[1 0 0] [1 1 0]].
   *
   * @param sourceLengths the number of real source tokens of each sentence (N), each from 0 to T;
   *     not changed
   * @param sourceSteps T, at least 1
   * @param targetSteps T', at least 1
   * @return (T',N,T), all of it, not a smaller shape that would broadcast: 1 = real source token, 0
   *     = padding; zeros for a source of valid length 0
   * @throws IllegalArgumentException if a length is below 0 or above T
   */
  @Override
  public Tensor mask(int[] sourceLengths, int sourceSteps, int targetSteps) {
    throw new Todo("5.2");
  }
}
