package seq2seq.solutions.ch00;

// BEGIN SOLUTION
import java.util.Arrays;
// END SOLUTION
import seq2seq.graded.ch00.BroadcastShape;

/**
 * Exercise 0.2, the shape that two shapes broadcast to: {@link BroadcastShape} says what to write.
 *
 * <p>To try it: {@code ./learn check 0.2}. If you are stuck: {@code ./learn hint 0.2}.
 */
public final class MyBroadcastShape implements BroadcastShape {
  // BEGIN SOLUTION
  // Why it is right: counted from the right, place i of both shapes is the same axis, and a place
  // that a shape does not have is an axis of size 1. Of two sizes that may meet, the larger is the
  // one that is not copied.
  //
  // Usual mistakes: aligning at the left, which fits for equal ranks; the larger size without a
  // check; a check that lets 2 meet 4, because 4 is twice 2; copies on one side only.
  // END SOLUTION

  @Override
  public int[] shape(int[] a, int[] b) {
    // BEGIN SOLUTION
    int[] both = new int[Math.max(a.length, b.length)];
    for (int place = 1; place <= both.length; place++) {
      int one = fromRight(a, place);
      int other = fromRight(b, place);
      if (one != other && one != 1 && other != 1) {
        throw new IllegalArgumentException(
            "broadcast: "
                + Arrays.toString(a)
                + " and "
                + Arrays.toString(b)
                + " do not fit: "
                + one
                + " meets "
                + other);
      }
      both[both.length - place] = Math.max(one, other);
    }
    return both;
    // END SOLUTION
  }

  // BEGIN SOLUTION
  private static int fromRight(int[] shape, int place) {
    return place <= shape.length ? shape[shape.length - place] : 1;
  }
  // END SOLUTION
}
