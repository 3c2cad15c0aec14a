package seq2seq.starters.ch00;

import seq2seq.graded.ch00.BroadcastShape;
import seq2seq.grading.Todo;

/**
 * Exercise 0.2, the shape that two shapes broadcast to: {@link BroadcastShape} says what to write.
 *
 * <p>To try it: {@code ./learn check 0.2}. If you are stuck: {@code ./learn hint 0.2}.
 */
public final class MyBroadcastShape implements BroadcastShape {

  @Override
  public int[] shape(int[] a, int[] b) {
    throw new Todo("0.2");
  }
}
