package seq2seq.engine;

import java.util.Arrays;
import java.util.StringJoiner;

/**
 * The sizes of a tensor's axes, outermost first. A value: immutable, compared by content.
 *
 * <p>Prints as the course writes it: {@code (64×10×32)}; a single number has shape {@code ()}.
 */
public final class Shape {
  /** The shape of a single number: no axes. */
  public static final Shape SCALAR = new Shape(new int[0]);

  private final int[] sizes;
  private final int size;

  private Shape(int[] sizes) {
    this.sizes = sizes;
    long product = 1;
    for (int n : sizes) {
      if (n < 1) {
        throw new ShapeException(
            "shape", "every size is at least 1; got " + n + " in " + join(sizes));
      }
      product *= n;
      if (product > Integer.MAX_VALUE) {
        throw new ShapeException("shape", "more than 2³¹-1 elements: " + join(sizes));
      }
    }
    this.size = (int) product;
  }

  /**
   * The shape with these sizes, outermost first; none for a single number.
   *
   * @throws ShapeException if a size is below 1 or the product passes 2³¹-1
   */
  public static Shape of(int... sizes) {
    return sizes.length == 0 ? SCALAR : new Shape(sizes.clone());
  }

  /** How many axes: 0 for a number, 1 for a vector, 2 for a matrix. */
  public int rank() {
    return sizes.length;
  }

  /** How many elements: the product of the sizes, 1 for a number. */
  public int size() {
    return size;
  }

  /**
   * The size of one axis; negative axes count from the end, -1 being the last.
   *
   * @throws ShapeException if there is no such axis
   */
  public int dim(int axis) {
    return sizes[axis(axis)];
  }

  /** The sizes, outermost first; a copy. */
  public int[] toArray() {
    return sizes.clone();
  }

  /**
   * The axis counted from the front: -1 becomes the last.
   *
   * @throws ShapeException if there is no such axis
   */
  public int axis(int axis) {
    int fromFront = axis < 0 ? axis + rank() : axis;
    if (fromFront < 0 || fromFront >= rank()) {
      throw new ShapeException("axis", this + " has " + rank() + " axes, there is no axis " + axis);
    }
    return fromFront;
  }

  /** This shape with the size of one axis replaced. */
  public Shape with(int axis, int newSize) {
    int[] changed = sizes.clone();
    changed[axis(axis)] = newSize;
    return new Shape(changed);
  }

  /** This shape with one axis removed: (T×N×H) without axis 0 is (N×H). */
  public Shape without(int axis) {
    int gone = axis(axis);
    int[] rest = new int[rank() - 1];
    for (int i = 0; i < rest.length; i++) {
      rest[i] = sizes[i < gone ? i : i + 1];
    }
    return of(rest);
  }

  /** This shape with a first axis of size {@code n} put in front. */
  public Shape stacked(int n) {
    int[] more = new int[rank() + 1];
    more[0] = n;
    System.arraycopy(sizes, 0, more, 1, rank());
    return of(more);
  }

  /** The product of the sizes from {@code fromAxis} (included) to {@code toAxis} (excluded). */
  int product(int fromAxis, int toAxis) {
    int product = 1;
    for (int i = fromAxis; i < toAxis; i++) {
      product *= sizes[i];
    }
    return product;
  }

  /**
   * The shape that both broadcast to by NumPy's rule: aligned at the last axis, sizes must be equal
   * or one of them 1; missing axes count as 1.
   *
   * @throws ShapeException naming {@code operation}, both shapes and the axis that does not fit
   */
  public Shape broadcast(Shape other, String operation) {
    int rank = Math.max(rank(), other.rank());
    int[] both = new int[rank];
    for (int i = 1; i <= rank; i++) {
      int a = i <= rank() ? sizes[rank() - i] : 1;
      int b = i <= other.rank() ? other.sizes[other.rank() - i] : 1;
      if (a != b && a != 1 && b != 1) {
        throw new ShapeException(
            operation,
            "cannot broadcast "
                + this
                + " with "
                + other
                + ": axis "
                + -i
                + " has sizes "
                + a
                + " and "
                + b
                + ", which must be equal or 1");
      }
      both[rank - i] = Math.max(a, b);
    }
    return of(both);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Shape that && Arrays.equals(sizes, that.sizes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sizes);
  }

  @Override
  public String toString() {
    return join(sizes);
  }

  private static String join(int[] sizes) {
    StringJoiner text = new StringJoiner("×", "(", ")");
    for (int n : sizes) {
      text.add(Integer.toString(n));
    }
    return text.toString();
  }
}
