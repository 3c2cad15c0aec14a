package seq2seq.solutions.ch05;

import seq2seq.engine.Tensor;
import seq2seq.graded.ch05.AttentionMask;

/**
 * Exercise 5.2, the mask for attention scores: {@link AttentionMask} says what to write.
 *
 * <p>To try it: {@code ./learn check 5.2}. If you are stuck: {@code ./learn hint 5.2}.
 */
public final class MyAttentionMask implements AttentionMask {
  // BEGIN SOLUTION
  // Why it is right: the answer does not depend on the target step, so it is the (N,T) mask of the
  // source, copied along a new first axis. An axis of size 1 is what broadcasting copies.
  //
  // Usual mistakes: masking the target axis by the source lengths, which fits if T' = T; sentence
  // first instead of time first; no mask at all, which trains without complaint and looks at
  // padding.
  // END SOLUTION

  @Override
  public Tensor mask(int[] sourceLengths, int sourceSteps, int targetSteps) {
    // BEGIN SOLUTION
    int count = sourceLengths.length;
    check(sourceLengths, sourceSteps);
    Tensor positions = Tensor.arange(sourceSteps).reshape(1, sourceSteps);
    Tensor lengths = Tensor.ofInts(sourceLengths).reshape(count, 1);
    return positions
        .lessThan(lengths)
        .reshape(1, count, sourceSteps)
        .broadcastTo(targetSteps, count, sourceSteps);
    // END SOLUTION
  }

  // BEGIN SOLUTION
  private static void check(int[] lengths, int steps) {
    for (int length : lengths) {
      if (length < 0 || length > steps) {
        throw new IllegalArgumentException(
            "attention mask: a source length must be from 0 to " + steps + "; got " + length);
      }
    }
  }
  // END SOLUTION
}
