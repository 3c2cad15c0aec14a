package seq2seq.starters.ch05;

import seq2seq.engine.Tensor;
import seq2seq.graded.ch05.AttentionMask;
import seq2seq.grading.Todo;

/**
 * Exercise 5.2, the mask for attention scores: {@link AttentionMask} says what to write.
 *
 * <p>To try it: {@code ./learn check 5.2}. If you are stuck: {@code ./learn hint 5.2}.
 */
public final class MyAttentionMask implements AttentionMask {

  @Override
  public Tensor mask(int[] sourceLengths, int sourceSteps, int targetSteps) {
    throw new Todo("5.2");
  }
}
