package seq2seq.starters.ch06;

import seq2seq.graded.ch06.MaskedCrossEntropy;
import seq2seq.grading.Todo;

/**
 * Exercise 6.2, masked cross-entropy: {@link MaskedCrossEntropy} says what to write.
 *
 * <p>To try it: {@code ./learn check 6.2}. If you are stuck: {@code ./learn hint 6.2}.
 */
public final class MyMaskedCrossEntropy implements MaskedCrossEntropy {

  @Override
  public double loss(double[][][] logits, int[][] words, int[] lengths) {
    throw new Todo("6.2");
  }
}
