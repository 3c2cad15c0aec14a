package seq2seq.starters.ch00;

import seq2seq.graded.ch00.BroadcastShape;
import seq2seq.grading.Todo;

/**
 * Exercise 0.2, 3 points, rebuild: the shape that two shapes broadcast to.
 *
 * <p>Write the two one above the other, aligned at the right. In each place the sizes must be
 * equal, or one of them 1; a missing one counts as 1. Where one is 1, the other is the size of the
 * result. Chapter 0; Harris et al., Array programming with NumPy (2020).
 *
 * <p>To try it: {@code ./learn check 0.2}. If you are stuck: {@code ./learn hint 0.2}.
 */
public final class MyBroadcastShape implements BroadcastShape {

  /**
   * The shape of a + b.
   *
   * <p>Example: [2 1] and [3] give [2 3]; [2 3] and [2] are an error, because at the right 3 meets
   * 2.
   *
   * @param a the sizes of the first tensor's axes, outermost first, each at least 1; none for a
   *     single number; not changed
   * @param b the same for the second tensor; the two may have different numbers of axes; not
   *     changed
   * @return the sizes of the result's axes, outermost first, a new array; as many as the longer of
   *     the two has
   * @throws IllegalArgumentException if in some place two different sizes meet and neither is 1
   */
  @Override
  public int[] shape(int[] a, int[] b) {
    throw new Todo("0.2");
  }
}
