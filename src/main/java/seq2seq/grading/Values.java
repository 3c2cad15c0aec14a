package seq2seq.grading;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import seq2seq.engine.Tensor;

/**
 * What crosses an exercise's interface, taken apart so that it can be compared: a number, a truth
 * value, a text, an array of those of any depth, a tensor, or a record of all these.
 *
 * @param parts the numbers and rectangular arrays it is made of, in order, each with its place; the
 *     components of a record and the rows of a ragged array are parts of their own
 * @param ragged why it is no rectangle, fit to stand behind "returned"; empty if it is one
 */
record Values(List<NamedArray> parts, String ragged) {

  /**
   * Reads {@code result}.
   *
   * @throws IllegalArgumentException if it or anything in it is null, or is none of the above; the
   *     message fits behind "returned"
   */
  static Values of(Object result) {
    Reader reader = new Reader();
    reader.read("", result);
    return new Values(List.copyOf(reader.parts), reader.ragged);
  }

  /**
   * How {@code got} differs from this, as in "expected 1, got 0 at h[0][2]"; empty if it does not.
   *
   * @param tolerance allowed difference, absolute below 1 and relative above
   * @param axes what the indices count, outermost first; used for parts with that many
   */
  Optional<String> difference(Values got, double tolerance, List<String> axes) {
    for (int i = 0; i < Math.min(parts.size(), got.parts.size()); i++) {
      Optional<String> here = parts.get(i).difference(got.parts.get(i), tolerance, axes);
      if (here.isPresent()) {
        return here;
      }
    }
    return parts.size() == got.parts.size()
        ? Optional.empty()
        : Optional.of("expected " + parts.size() + " parts, got " + got.parts.size());
  }

  boolean matches(Values other, double tolerance) {
    return difference(other, tolerance, List.of()).isEmpty();
  }

  /** The components of {@code record}, in order. */
  static List<Object> components(Record record) {
    List<Object> components = new ArrayList<>();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      components.add(component(record, component));
    }
    return components;
  }

  private static Object component(Record record, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true); // a record that is not public will do
      return component.getAccessor().invoke(record);
    } catch (InvocationTargetException | IllegalAccessException unreadable) {
      throw new IllegalStateException("cannot read " + component, unreadable);
    }
  }

  /** Walks through a result and collects its parts. */
  private static final class Reader {
    private final List<NamedArray> parts = new ArrayList<>();
    private String ragged = "";

    void read(String path, Object value) {
      if (value == null) {
        throw new IllegalArgumentException("null" + in(path));
      }
      if (value instanceof Tensor tensor) {
        parts.add(ofTensor(path, tensor));
      } else if (value instanceof Record record) {
        readRecord(path, record);
      } else if (value.getClass().isArray()) {
        readArray(path, value);
      } else {
        parts.add(new NamedArray(path, List.of(), List.of(element(value))));
      }
    }

    private static NamedArray ofTensor(String path, Tensor tensor) {
      List<Object> elements = new ArrayList<>();
      for (float element : tensor.toArray()) {
        elements.add(element);
      }
      return new NamedArray(
          path, IntStream.of(tensor.shape().toArray()).boxed().toList(), elements);
    }

    private void readRecord(String path, Record record) {
      List<Object> values = components(record);
      RecordComponent[] names = record.getClass().getRecordComponents();
      for (int i = 0; i < names.length; i++) {
        read(path.isEmpty() ? names[i].getName() : path + "." + names[i].getName(), values.get(i));
      }
    }

    private void readArray(String path, Object array) {
      List<Integer> shape = new ArrayList<>();
      measure(array, shape);
      List<Object> flat = new ArrayList<>();
      if (holdsElements(array) && isRectangle(path, array, shape, 0, flat)) {
        parts.add(new NamedArray(path, shape, flat));
      } else {
        readRows(path, array);
      }
    }

    /** An array of records, or one that is no rectangle: its length, then each row by itself. */
    private void readRows(String path, Object array) {
      int length = Array.getLength(array);
      parts.add(new NamedArray(path, List.of(length), List.of()));
      for (int i = 0; i < length; i++) {
        read(path + "[" + i + "]", Array.get(array, i));
      }
    }

    private static boolean holdsElements(Object array) {
      Class<?> type = array.getClass();
      while (type.isArray()) {
        type = type.getComponentType();
      }
      return !type.isRecord() && type != Tensor.class;
    }

    private static void measure(Object part, List<Integer> shape) {
      if (part != null && part.getClass().isArray()) {
        shape.add(Array.getLength(part));
        if (Array.getLength(part) > 0) {
          measure(Array.get(part, 0), shape);
        }
      }
    }

    private boolean isRectangle(
        String path, Object part, List<Integer> shape, int depth, List<Object> flat) {
      if (part == null) {
        throw new IllegalArgumentException("an array with a null row" + in(path));
      }
      if (!part.getClass().isArray()) {
        flat.add(element(part));
        return true;
      }
      int length = Array.getLength(part);
      if (depth == shape.size() || length != shape.get(depth)) {
        int first = depth == shape.size() ? 0 : shape.get(depth);
        noteRagged("rows of different length, " + first + " and " + length + in(path));
        return false;
      }
      return IntStream.range(0, length)
          .allMatch(i -> isRectangle(path, Array.get(part, i), shape, depth + 1, flat));
    }

    private void noteRagged(String why) {
      ragged = ragged.isEmpty() ? why : ragged;
    }

    private static Object element(Object value) {
      if (value instanceof Number || value instanceof String || value instanceof Boolean) {
        return value;
      }
      if (value instanceof Character) {
        return value.toString();
      }
      throw new IllegalArgumentException("a " + value.getClass().getSimpleName());
    }

    private static String in(String path) {
      return path.isEmpty() ? "" : " in " + path;
    }
  }
}
