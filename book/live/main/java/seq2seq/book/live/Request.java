package seq2seq.book.live;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import seq2seq.data.Tokenizer;
import seq2seq.engine.Numbers;

/**
 * The values that a reader has set, by name: lines {@code name=value}, of which a value may be a
 * list with commas. A value that cannot be used is refused in words that a reader understands.
 */
final class Request {
  private final Map<String, String> values = new LinkedHashMap<>();

  private Request() {}

  /** Reads the lines of {@code text}. */
  static Request of(String text) {
    Request request = new Request();
    for (String line : text.split("\n")) {
      int equals = line.indexOf('=');
      if (equals > 0) request.values.put(line.substring(0, equals), line.substring(equals + 1));
    }
    return request;
  }

  /** The text of that name; empty where there is none. */
  String text(String name) {
    return values.getOrDefault(name, "");
  }

  /** Whether the value of that name is {@code yes}. */
  boolean isOn(String name) {
    return text(name).equals("yes");
  }

  /**
   * A whole number.
   *
   * @param what how a reader knows it
   * @throws IllegalArgumentException if it is none, or not from {@code least} to {@code most}
   */
  int whole(String name, String what, int least, int most) {
    return wholeOf(what, text(name), least, most);
  }

  /** Whole numbers, counted from 0: see {@link #whole(String, String, int, int)}. */
  int[] wholes(String name, IntFunction<String> what, int least, int most) {
    String[] parts = parts(name);
    int[] numbers = new int[parts.length];
    for (int i = 0; i < parts.length; i++) {
      numbers[i] = wholeOf(what.apply(i), parts[i], least, most);
    }
    return numbers;
  }

  /**
   * A number.
   *
   * @throws IllegalArgumentException if it is none, or not from {@code least} to {@code most}
   */
  double number(String name, String what, double least, double most) {
    return numberOf(what, text(name), least, most);
  }

  /** Numbers, counted from 0: see {@link #number(String, String, double, double)}. */
  float[] numbers(String name, IntFunction<String> what, double least, double most) {
    String[] parts = parts(name);
    float[] numbers = new float[parts.length];
    for (int i = 0; i < parts.length; i++) {
      numbers[i] = (float) numberOf(what.apply(i), parts[i], least, most);
    }
    return numbers;
  }

  /**
   * The word tokens of what a reader has typed.
   *
   * @param what how a reader knows it
   * @param place where it was typed: the field, the line
   * @throws IllegalArgumentException if there is none, or there are more than {@code most}
   */
  static List<String> tokens(String what, String place, String typed, int most) {
    List<String> tokens = Tokenizer.words().tokenize(typed);
    if (tokens.isEmpty())
      throw new IllegalArgumentException(
          what + ": a word is needed; the " + place + " is empty");
    if (tokens.size() > most) {
      throw new IllegalArgumentException(
          what + ": at most " + most + " tokens are needed; got " + tokens.size());
    }
    return tokens;
  }

  private String[] parts(String name) {
    return text(name).split(",", -1);
  }

  private static int wholeOf(String what, String text, int least, int most) {
    double number = parsed(text);
    if (!(number >= least && number <= most) || number != Math.rint(number)) {
      throw new IllegalArgumentException(
          what + ": a whole number from " + least + " to " + most + " is needed" + given(text));
    }
    return (int) number;
  }

  private static double numberOf(String what, String text, double least, double most) {
    double number = parsed(text);
    if (!(number >= least && number <= most)) {
      throw new IllegalArgumentException(
          what
              + ": a number from "
              + plain(least)
              + " to "
              + plain(most)
              + " is needed"
              + given(text));
    }
    return number;
  }

  private static String plain(double bound) {
    return Numbers.significant(bound, 4);
  }

  private static String given(String text) {
    return text.isBlank() ? "; the field is empty" : "; got " + shortened(text);
  }

  private static String shortened(String text) {
    return text.length() <= 20 ? text : text.substring(0, 20) + "…";
  }

  private static double parsed(String text) {
    try {
      return Double.parseDouble(text.strip());
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
