package seq2seq.plot;

import java.util.Arrays;
import seq2seq.engine.Numbers;

/** Arguments that every plot checks alike, at the door, with one wording of each error. */
final class Check {
  private static final int LONGEST_LABEL = 40;

  private Check() {}

  static IllegalArgumentException error(String operation, String rule) {
    return new IllegalArgumentException(operation + ": " + rule);
  }

  /** The ends of an axis or a colour scale. */
  static void range(String operation, double min, double max) {
    if (!(min < max) || Double.isInfinite(min) || Double.isInfinite(max)) {
      throw error(
          operation, "a range goes from a number up to a larger one; got " + min + " to " + max);
    }
  }

  static void decimals(String operation, int decimals) {
    if (decimals < 0 || decimals > 9) {
      throw error(operation, "values have 0 to 9 decimals; got " + decimals);
    }
  }

  static void sameLength(String operation, String a, int sizeA, String b, int sizeB) {
    if (sizeA != sizeB) {
      throw error(operation, a + " and " + b + " differ in length: " + sizeA + " ≠ " + sizeB);
    }
  }

  /** Neither infinite nor, on a logarithmic axis, 0 or less; NaN passes, as "not measured". */
  static void drawable(String operation, String axis, double[] values, boolean logarithmic) {
    for (int i = 0; i < values.length; i++) {
      String place = axis + "[" + i + "]";
      if (Double.isInfinite(values[i])) {
        throw error(operation, place + " is infinite, and cannot be drawn");
      }
      if (logarithmic && values[i] <= 0) {
        String is = place + " = " + Numbers.significant(values[i], 4);
        throw error(operation, is + ", but a logarithmic axis shows only numbers above 0");
      }
    }
  }

  /** At least one number that is not NaN. */
  static void someNumber(String operation, double[] values) {
    if (values.length == 0) {
      throw error(operation, "a series needs at least one value; got none");
    }
    if (Arrays.stream(values).allMatch(Double::isNaN)) {
      throw error(operation, "every value is NaN");
    }
  }

  /**
   * A text that a chart was given, on one line, control characters as spaces, never empty, cut with
   * … past 40 characters.
   */
  static String label(String text) {
    String line = text.isEmpty() ? " " : Words.given(text).replaceAll("\\p{Cntrl}", " ");
    int count = line.codePointCount(0, line.length());
    return count <= LONGEST_LABEL
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST_LABEL - 1)) + "…";
  }
}
