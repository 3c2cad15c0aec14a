package seq2seq.ch11_capstone;

import seq2seq.engine.Numbers;
import seq2seq.engine.Shape;
import seq2seq.engine.Tensor;

/** What is wrong with a result, in words; null where nothing is. */
final class Checks {
  private Checks() {}

  /** The first of the faults. */
  static String first(String... faults) {
    for (String fault : faults) {
      if (fault != null) {
        return fault;
      }
    }
    return null;
  }

  static String number(String what, double value) {
    return Double.isFinite(value) ? null : what + " of " + Numbers.show(value);
  }

  static String row(String what, double[] row, int size) {
    if (row == null || row.length != size) {
      return what
          + " of "
          + (row == null ? "null" : row.length + " numbers")
          + " instead of "
          + size;
    }
    for (int i = 0; i < size; i++) {
      if (!Double.isFinite(row[i])) {
        return what + " with " + Numbers.show(row[i]) + " at " + i;
      }
    }
    return null;
  }

  static String rows(String what, double[][] rows, int count, int width) {
    String wanted = what + " of another shape than " + Shape.of(count, width);
    if (rows == null || rows.length != count) {
      return wanted + ": " + (rows == null ? "null" : rows.length + " rows");
    }
    for (int i = 0; i < count; i++) {
      if (rows[i] == null || rows[i].length != width) {
        String found = rows[i] == null ? "null" : rows[i].length + " numbers";
        return wanted + ": row " + i + " is " + found;
      }
      String fault = row(what + ", row " + i, rows[i], width);
      if (fault != null) {
        return fault;
      }
    }
    return null;
  }

  static String steps(String what, double[][][] steps, int count, int rows, int width) {
    if (steps == null || steps.length != count) {
      String found = steps == null ? "null" : steps.length + " steps";
      return what + " of another shape than " + Shape.of(count, rows, width) + ": " + found;
    }
    for (int t = 0; t < count; t++) {
      String fault = rows(what + ", step " + t, steps[t], rows, width);
      if (fault != null) {
        return fault;
      }
    }
    return null;
  }

  static String tensor(String what, Tensor tensor, int... sizes) {
    if (tensor == null || !tensor.shape().equals(Shape.of(sizes))) {
      String found = tensor == null ? "null" : tensor.shape().toString();
      return what + " of shape " + found + " instead of " + Shape.of(sizes);
    }
    return tensor.isFinite() ? null : what + " with NaN or infinity";
  }

  /** Ids from 0 to {@code below} - 1. */
  static String ids(String what, int[][] ids, int count, int width, int below) {
    String wanted = what + " of another shape than " + Shape.of(count, width);
    if (ids == null || ids.length != count) {
      return wanted + ": " + (ids == null ? "null" : ids.length + " rows");
    }
    for (int n = 0; n < count; n++) {
      if (ids[n] == null || ids[n].length != width) {
        return wanted + ": row " + n + " is " + (ids[n] == null ? "null" : ids[n].length + " long");
      }
      for (int id : ids[n]) {
        if (id < 0 || id >= below) {
          return what + " with " + id + " in row " + n;
        }
      }
    }
    return null;
  }

  static String lengths(int[] lengths, int count, int most) {
    if (lengths == null || lengths.length != count) {
      return (lengths == null ? "null" : lengths.length) + " lengths instead of " + count;
    }
    for (int length : lengths) {
      if (length < 1 || length > most) {
        return "a length of " + length + "; it must be from 1 to " + most;
      }
    }
    return null;
  }

  static String sentence(int[] words, int most) {
    if (words == null || words.length > most) {
      return "a sentence of " + (words == null ? "null" : words.length + " words, above " + most);
    }
    return null;
  }
}
