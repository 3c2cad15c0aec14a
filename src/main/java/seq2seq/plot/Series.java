package seq2seq.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A named sequence of points; arrays of equal length that nobody changes. */
record Series(String name, double[] x, double[] y) {

  /** The series called {@code name}, or null. */
  static Series find(List<Series> all, String name) {
    return all.stream().filter(s -> s.name.equals(name)).findFirst().orElse(null);
  }

  /** Every y of {@code all}, and those of the lines that they are seen against. */
  static List<double[]> heights(List<Series> all, List<Reference> references) {
    return Stream.concat(
            all.stream().map(Series::y), references.stream().map(r -> new double[] {r.y()}))
        .toList();
  }

  /** The list with one more series, whose name and values are checked and copied. */
  static List<Series> append(String plot, List<Series> all, String name, double[] x, double[] y) {
    checkName(plot, all, name);
    String operation = plot + ", series " + name;
    Check.sameLength(operation, "x", x.length, "y", y.length);
    Check.someNumber(operation, y);
    Check.drawable(operation, "x", x, false);
    Check.drawable(operation, "y", y, false);
    checkPlaces(operation, x);
    List<Series> more = new ArrayList<>(all);
    more.add(new Series(name, x.clone(), y.clone()));
    return List.copyOf(more);
  }

  private static void checkName(String plot, List<Series> all, String name) {
    if (name == null || name.isBlank()) {
      throw Check.error(plot, "a series needs a name, for the legend");
    }
    if (find(all, name) != null) {
      throw Check.error(plot, "there is a series called " + name + " already");
    }
  }

  private static void checkPlaces(String operation, double[] x) {
    for (int i = 0; i < x.length; i++) {
      if (Double.isNaN(x[i])) {
        throw Check.error(operation, "x[" + i + "] is NaN, so the point has no place");
      }
    }
  }

  boolean hasGaps() {
    return Arrays.stream(y).anyMatch(Double::isNaN);
  }

  /** Whether every x is a whole number, as epochs and lengths are. */
  boolean isCounted() {
    return Arrays.stream(x).allMatch(v -> v == StrictMath.rint(v));
  }

  /** The index of the last point that was measured. */
  int lastPlace() {
    int last = y.length - 1;
    while (Double.isNaN(y[last])) {
      last--;
    }
    return last;
  }
}
