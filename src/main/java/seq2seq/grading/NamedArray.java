package seq2seq.grading;

import java.util.LinkedList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import seq2seq.engine.Numbers;

/**
 * One element, or a rectangle of them.
 *
 * @param path where it stands in the whole, such as {@code state.h}; empty if it is the whole
 * @param shape the sizes; none for a single element
 * @param elements row-major: numbers, texts or truth values; none for a length alone
 */
record NamedArray(String path, List<Integer> shape, List<Object> elements) {
  private static final int LONGEST_TEXT = 60;

  /** How {@code got} differs from this; empty if it does not. */
  Optional<String> difference(NamedArray got, double tolerance, List<String> axes) {
    if (!shape.equals(got.shape) || elements.size() != got.elements.size()) {
      String of = path.isEmpty() ? "" : " of " + path;
      return Optional.of("expected shape " + sizes() + of + ", got " + got.sizes());
    }
    for (int i = 0; i < elements.size(); i++) {
      if (!near(elements.get(i), got.elements.get(i), tolerance)) {
        return Optional.of(differenceAt(i, got) + named(i, axes));
      }
    }
    return Optional.empty();
  }

  private static boolean near(Object a, Object b, double tolerance) {
    if (!(a instanceof Number x) || !(b instanceof Number y)) {
      return a.equals(b);
    }
    if (isWhole(x) && isWhole(y) && tolerance == 0) {
      return x.longValue() == y.longValue();
    }
    return near(x.doubleValue(), y.doubleValue(), tolerance);
  }

  /** Not a number is near to nothing but itself, and an infinity to nothing but itself. */
  private static boolean near(double a, double b, double tolerance) {
    if (Double.isFinite(a) && Double.isFinite(b)) {
      return Math.abs(a - b) <= tolerance * Math.max(1, Math.min(Math.abs(a), Math.abs(b)));
    }
    return Double.compare(a, b) == 0;
  }

  private static boolean isWhole(Object element) {
    return element instanceof Integer || element instanceof Long;
  }

  /** The sizes as {@code (2×3)}; {@code ()} for a single element. */
  private String sizes() {
    return shape.stream().map(String::valueOf).collect(Collectors.joining("×", "(", ")"));
  }

  private String differenceAt(int i, NamedArray got) {
    boolean fine = show(i, false).equals(got.show(i, false));
    return "expected " + show(i, fine) + ", got " + got.show(i, fine) + place(i);
  }

  /** Element {@code i} as text, with more digits than usual if {@code fine}. */
  private String show(int i, boolean fine) {
    Object element = elements.get(i);
    if (element instanceof String text) {
      return '"' + (fine ? text : abridged(text)) + '"';
    }
    if (element instanceof Boolean || isWhole(element)) {
      return element.toString();
    }
    double value = ((Number) element).doubleValue();
    if (value == Math.rint(value) && Math.abs(value) < 1e6 && !shape.isEmpty()) {
      return Long.toString((long) value);
    }
    return fine ? Numbers.scientific(value, 12) : Numbers.show(value);
  }

  private static String abridged(String text) {
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "...";
  }

  /** Where element {@code i} stands, as {@code " at h[0][2]"}; empty for a number by itself. */
  private String place(int i) {
    String place =
        path + indices(i).stream().map(index -> "[" + index + "]").collect(Collectors.joining());
    return place.isEmpty() ? "" : " at " + place;
  }

  /** The same in words, as {@code " (sentence 0, position 2)"}; empty if the names do not fit. */
  private String named(int i, List<String> axes) {
    if (axes.isEmpty() || axes.size() != shape.size()) {
      return "";
    }
    List<Integer> indices = indices(i);
    return IntStream.range(0, axes.size())
        .mapToObj(axis -> axes.get(axis) + " " + indices.get(axis))
        .collect(Collectors.joining(", ", " (", ")"));
  }

  /** The index of element {@code i} on each axis, outermost first. */
  private List<Integer> indices(int i) {
    LinkedList<Integer> indices = new LinkedList<>();
    int rest = i;
    for (int axis = shape.size() - 1; axis >= 0; axis--) {
      indices.addFirst(rest % shape.get(axis));
      rest /= shape.get(axis);
    }
    return indices;
  }
}
