package seq2seq.starters.ch05;

import seq2seq.graded.ch05.LengthMask;
import seq2seq.grading.Todo;

/**
 * Exercise 5.1, the length mask: {@link LengthMask} says what to write.
 *
 * <p>To try it: {@code ./learn check 5.1}. If you are stuck: {@code ./learn hint 5.1}.
 */
public final class MyLengthMask implements LengthMask {

  @Override
  public int[][] mask(int[] lengths, int steps) {
    throw new Todo("5.1");
  }
}
