package seq2seq.solutions.ch00;

import java.util.Arrays;
import java.util.function.IntBinaryOperator;
import seq2seq.graded.ch00.BroadcastShape;
import seq2seq.solutions.kit.Right;
import seq2seq.solutions.kit.Wrong;

/** Answers to exercise 0.2 that we know. */
final class BroadcastShapePool {
  private static final String ALIGNS = "alignsAtTheRightAndCopiesWhereASizeIsOne";
  private static final String REFUSES = "refusesSizesThatDoNotMeet";

  private BroadcastShapePool() {}

  private static int strict(int one, int other) {
    if (one != other && Math.min(one, other) != 1) {
      throw new IllegalArgumentException(one + " meets " + other);
    }
    return Math.max(one, other);
  }

  /** What {@code meeting} makes of the two sizes in each place. */
  private static int[] merged(int[] a, int[] b, IntBinaryOperator meeting) {
    int[] both = new int[a.length];
    Arrays.setAll(both, i -> meeting.applyAsInt(a[i], b[i]));
    return both;
  }

  /** {@code shape} with axes of size 1 put in front, or else behind, up to {@code axes}. */
  private static int[] padded(int[] shape, int axes, boolean inFront) {
    int[] padded = new int[axes];
    Arrays.fill(padded, 1);
    System.arraycopy(shape, 0, padded, inFront ? axes - shape.length : 0, shape.length);
    return padded;
  }

  private static int[] padThenMerge(int[] a, int[] b, boolean inFront, IntBinaryOperator meeting) {
    int axes = Math.max(a.length, b.length);
    return merged(padded(a, axes, inFront), padded(b, axes, inFront), meeting);
  }

  @Right(idea = "puts ones in front of the shorter shape, then goes through both together")
  static final class OnesInFront implements BroadcastShape {
    @Override
    public int[] shape(int[] a, int[] b) {
      return padThenMerge(a, b, true, BroadcastShapePool::strict);
    }
  }

  @Right(idea = "starts from a copy of the longer shape and corrects its right end")
  static final class LongerFirst implements BroadcastShape {
    @Override
    public int[] shape(int[] a, int[] b) {
      if (a.length < b.length) {
        return shape(b, a);
      }
      int[] both = a.clone();
      int before = a.length - b.length;
      for (int i = 0; i < b.length; i++) {
        both[before + i] = strict(a[before + i], b[i]);
      }
      return both;
    }
  }

  @Wrong(
      idea = "aligned at the left",
      fails = {ALIGNS, REFUSES},
      feedback = "aligned at the left")
  static final class AtTheLeft implements BroadcastShape {
    @Override
    public int[] shape(int[] a, int[] b) {
      return padThenMerge(a, b, false, BroadcastShapePool::strict);
    }
  }

  @Wrong(
      idea = "the larger size, without a check",
      fails = REFUSES,
      feedback = "expected an Illegal")
  static final class Unchecked implements BroadcastShape {
    @Override
    public int[] shape(int[] a, int[] b) {
      return padThenMerge(a, b, true, Math::max);
    }
  }

  @Wrong(idea = "a size may meet its multiple", fails = REFUSES, feedback = "expected an Illegal")
  static final class Multiples implements BroadcastShape {
    @Override
    public int[] shape(int[] a, int[] b) {
      return padThenMerge(
          a,
          b,
          true,
          (one, other) -> one % other == 0 ? one : other % one == 0 ? other : strict(one, other));
    }
  }

  @Wrong(
      idea = "both must have equally many axes",
      fails = ALIGNS,
      feedback = "threw IllegalArgumentException")
  static final class EqualRanks implements BroadcastShape {
    @Override
    public int[] shape(int[] a, int[] b) {
      if (a.length != b.length) {
        throw new IllegalArgumentException("the shapes have different numbers of axes");
      }
      return merged(a, b, BroadcastShapePool::strict);
    }
  }

  @Wrong(
      idea = "copies the second to the first only",
      fails = ALIGNS,
      feedback = "threw IllegalArgumentException")
  static final class OneSide implements BroadcastShape {
    @Override
    public int[] shape(int[] a, int[] b) {
      if (!Arrays.equals(a, padThenMerge(a, b, true, BroadcastShapePool::strict))) {
        throw new IllegalArgumentException("the second shape does not fit into the first");
      }
      return a.clone();
    }
  }

  @Wrong(
      idea = "hands back the shape that needs no copies",
      fails = ALIGNS,
      feedback = "returned an input's own array")
  static final class NoArrayOfItsOwn implements BroadcastShape {
    @Override
    public int[] shape(int[] a, int[] b) {
      int[] both = padThenMerge(a, b, true, BroadcastShapePool::strict);
      return Arrays.equals(both, a) ? a : both;
    }
  }

  @Wrong(idea = "checks the last axis only", fails = REFUSES, feedback = "expected an Illegal")
  static final class LastAxisOnly implements BroadcastShape {
    @Override
    public int[] shape(int[] a, int[] b) {
      if (a.length > 0 && b.length > 0) {
        strict(a[a.length - 1], b[b.length - 1]);
      }
      return padThenMerge(a, b, true, Math::max);
    }
  }
}
