package seq2seq.graded.ch00;

import java.util.Arrays;
import java.util.stream.Collectors;
import seq2seq.engine.Generator;
import seq2seq.grading.Graded;
import seq2seq.grading.Situation;

class BroadcastShapeGradedTest {
  private static final int[] NUMBER = {};

  @Graded(exercise = "0.2", points = 2)
  void alignsAtTheRightAndCopiesWhereASizeIsOne(BroadcastShape subject, Generator random) {
    bothWays(subject, new int[] {3, 1}, new int[] {3});
    bothWays(subject, new int[] {2, 1}, new int[] {3});
    bothWays(subject, new int[] {4, 1, 3}, new int[] {2, 1});
    bothWays(subject, new int[] {5, 2, 3}, NUMBER);
    bothWays(subject, new int[] {1}, new int[] {1, 1});
    compare(subject, NUMBER, NUMBER);
    compare(subject, new int[] {2, 3}, new int[] {2, 3});
    for (int axes = 1; axes <= 4; axes++) {
      int[] whole = sizes(axes, random);
      bothWays(subject, part(whole, random), part(whole, random));
    }
  }

  @Graded(exercise = "0.2", points = 1)
  void refusesSizesThatDoNotMeet(BroadcastShape subject, Generator random) {
    int size = 2 + random.nextInt(4);
    refusesBothWays(subject, new int[] {2, 3}, new int[] {2});
    refusesBothWays(subject, new int[] {size}, new int[] {2 * size});
    refusesBothWays(subject, new int[] {size, 4, 1}, new int[] {size + 1, 1, 4});
    refusesBothWays(subject, new int[] {5, size, 4}, new int[] {size + 1, 1});
  }

  private static void bothWays(BroadcastShape subject, int[] a, int[] b) {
    compare(subject, a, b);
    compare(subject, b, a);
  }

  private static void compare(BroadcastShape subject, int[] a, int[] b) {
    int[] right = together(a, b, true);
    Situation.of("0.2", words(a, b), a, b)
        .call(() -> subject.shape(a, b))
        .or(together(a, b, false), "these shapes were aligned at the left; align them at the right")
        .or(turned(right), "the axes are turned round; the outermost comes first")
        .or(a, "this is the first shape; the copies may be needed on either side")
        .or(b, "this is the second shape; the copies may be needed on either side")
        .is(right, 0);
  }

  private static void refusesBothWays(BroadcastShape subject, int[] a, int[] b) {
    Situation.of("0.2", words(a, b))
        .rejects(() -> subject.shape(a, b), "two sizes must be equal, or one of them 1");
    Situation.of("0.2", words(b, a))
        .rejects(() -> subject.shape(b, a), "two sizes must be equal, or one of them 1");
  }

  /** The larger size in each place, a missing one counting as 1. */
  private static int[] together(int[] a, int[] b, boolean atTheRight) {
    int[] both = new int[Math.max(a.length, b.length)];
    Arrays.setAll(both, i -> Math.max(size(a, i, both, atTheRight), size(b, i, both, atTheRight)));
    return both;
  }

  private static int size(int[] shape, int axis, int[] both, boolean atTheRight) {
    int at = atTheRight ? axis - (both.length - shape.length) : axis;
    return at < 0 || at >= shape.length ? 1 : shape[at];
  }

  /** Sizes from 2 to 6. */
  private static int[] sizes(int axes, Generator random) {
    int[] sizes = new int[axes];
    Arrays.setAll(sizes, i -> 2 + random.nextInt(5));
    return sizes;
  }

  /** A shape that broadcasts to {@code whole}: some axes are 1, some at the left are missing. */
  private static int[] part(int[] whole, Generator random) {
    int[] part = Arrays.copyOfRange(whole, random.nextInt(whole.length), whole.length);
    Arrays.setAll(part, i -> random.nextInt(3) == 0 ? 1 : part[i]);
    return part;
  }

  private static int[] turned(int[] shape) {
    int[] turned = new int[shape.length];
    Arrays.setAll(turned, i -> shape[shape.length - 1 - i]);
    return turned;
  }

  private static String words(int[] a, int[] b) {
    return "shapes " + shown(a) + " and " + shown(b);
  }

  private static String shown(int[] shape) {
    return Arrays.stream(shape)
        .mapToObj(String::valueOf)
        .collect(Collectors.joining("×", "(", ")"));
  }
}
