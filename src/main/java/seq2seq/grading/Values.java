package seq2seq.grading;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import seq2seq.engine.Numbers;
import seq2seq.engine.Tensor;

/**
 * A number, an array of numbers of any depth, or a tensor, as a shape and its elements in order.
 *
 * @param shape the sizes; none for a number
 * @param elements row-major
 * @param whole true if they are whole numbers, and are shown so
 */
record Values(List<Integer> shape, double[] elements, boolean whole) {

  /**
   * Reads {@code result}.
   *
   * @throws IllegalArgumentException if it is null or has a null or ragged row; the message fits
   *     behind "returned"
   */
  static Values of(Object result) {
    if (result instanceof Tensor tensor) {
      double[] elements = new double[tensor.size()];
      float[] data = tensor.toArray();
      Arrays.setAll(elements, i -> data[i]);
      return new Values(IntStream.of(tensor.shape().toArray()).boxed().toList(), elements, false);
    }
    List<Integer> shape = new ArrayList<>();
    measure(result, shape);
    List<Double> flat = new ArrayList<>();
    flatten(result, shape, 0, flat);
    double[] elements = flat.stream().mapToDouble(Double::doubleValue).toArray();
    return new Values(shape, elements, isWhole(result));
  }

  private static void measure(Object part, List<Integer> shape) {
    if (part != null && part.getClass().isArray()) {
      shape.add(Array.getLength(part));
      if (Array.getLength(part) > 0) {
        measure(Array.get(part, 0), shape);
      }
    }
  }

  private static void flatten(Object part, List<Integer> shape, int depth, List<Double> flat) {
    if (part == null) {
      throw new IllegalArgumentException(depth == 0 ? "null" : "an array with a null row");
    }
    if (!part.getClass().isArray()) {
      flat.add(((Number) part).doubleValue());
      return;
    }
    int length = Array.getLength(part);
    if (length != shape.get(depth)) {
      throw new IllegalArgumentException(
          "rows of different length, " + shape.get(depth) + " and " + length);
    }
    for (int i = 0; i < length; i++) {
      flatten(Array.get(part, i), shape, depth + 1, flat);
    }
  }

  private static boolean isWhole(Object result) {
    String type = result.getClass().getName();
    return result instanceof Integer || (type.startsWith("[") && type.endsWith("I"));
  }

  /** The first element that is not within {@code tolerance} of {@code other}'s; -1 if none. */
  int firstDifference(Values other, double tolerance) {
    for (int i = 0; i < elements.length; i++) {
      if (!near(elements[i], other.elements[i], tolerance)) {
        return i;
      }
    }
    return -1;
  }

  /** Not a number is near to nothing but itself, and an infinity to nothing but itself. */
  private static boolean near(double a, double b, double tolerance) {
    return Double.compare(a, b) == 0
        || Math.abs(a - b) <= tolerance * Math.max(1, Math.min(Math.abs(a), Math.abs(b)));
  }

  boolean matches(Values other, double tolerance) {
    return shape.equals(other.shape) && firstDifference(other, tolerance) < 0;
  }

  /** The sizes as {@code (2×3)}; {@code ()} for a number. */
  String sizes() {
    return shape.stream().map(String::valueOf).collect(Collectors.joining("×", "(", ")"));
  }

  /** Element {@code i} as text, with more digits than usual if {@code fine}. */
  String show(int i, boolean fine) {
    double value = elements[i];
    if (whole || (value == Math.rint(value) && Math.abs(value) < 1e6 && !shape.isEmpty())) {
      return Long.toString((long) value);
    }
    return fine ? Numbers.scientific(value, 12) : Numbers.show(value);
  }

  /** Where element {@code i} stands, as {@code " at [0][2]"}; empty for a number. */
  String place(int i) {
    StringBuilder place = new StringBuilder();
    int rest = i;
    for (int axis = shape.size() - 1; axis >= 0; axis--) {
      place.insert(0, "[" + rest % shape.get(axis) + "]");
      rest /= shape.get(axis);
    }
    return place.isEmpty() ? "" : " at " + place;
  }
}
