package seq2seq.notebook;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How a notebook shows the value of a cell whose last line is an expression without {@code ;}.
 *
 * <p>A value is shown by its {@code toString}, except that arrays, lists and maps are shown element
 * by element, and a float or double by the shortest decimal that reads back as the same number:
 * {@code Float.toString} and {@code Double.toString} differ between JDK 17 and 25.
 */
public final class Echo {
  private Echo() {}

  /** The text for {@code value}, which may be null. */
  public static String of(Object value) {
    if (value != null && value.getClass().isArray()) {
      return all(IntStream.range(0, Array.getLength(value)).mapToObj(i -> Array.get(value, i)));
    }
    if (value instanceof List<?> list) {
      return all(list.stream());
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> of(entry.getKey()) + "=" + of(entry.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (value instanceof Double number && Double.isFinite(number)) {
      return shortest(number);
    }
    if (value instanceof Float number && Float.isFinite(number)) {
      return shortest(number);
    }
    return "" + value;
  }

  private static String all(Stream<?> items) {
    return items.map(Echo::of).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String shortest(double number) {
    return layOut(number, digits(number, 17, near -> near.doubleValue() == number));
  }

  private static String shortest(float number) {
    return layOut(number, digits(number, 9, near -> near.floatValue() == number));
  }

  /** {@code number} to the fewest digits that pass {@code same}. */
  private static BigDecimal digits(double number, int most, Predicate<BigDecimal> same) {
    BigDecimal exact = new BigDecimal(number);
    for (int digits = 1; digits < most; digits++) {
      BigDecimal near = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (same.test(near)) {
        return near;
      }
    }
    return exact.round(new MathContext(most, RoundingMode.HALF_EVEN));
  }

  /** As Java writes it: plain from 0.001 to below 10 million, else with an exponent. */
  private static String layOut(double number, BigDecimal digits) {
    double size = Math.abs(number);
    if (size == 0) {
      return 1 / number < 0 ? "-0.0" : "0.0";
    }
    if (size >= 1e-3 && size < 1e7) {
      return digits.setScale(Math.max(1, digits.stripTrailingZeros().scale())).toPlainString();
    }
    BigDecimal bare = digits.stripTrailingZeros();
    int exponent = bare.precision() - bare.scale() - 1;
    BigDecimal mantissa = bare.movePointLeft(exponent);
    return mantissa.setScale(Math.max(1, mantissa.scale())).toPlainString() + "E" + exponent;
  }
}
