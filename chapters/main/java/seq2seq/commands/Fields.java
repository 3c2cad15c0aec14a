package seq2seq.commands;

import static java.util.stream.Collectors.joining;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import seq2seq.data.StrictJson;
import seq2seq.files.FileException;
import seq2seq.files.TextFile;

/**
 * The named values of a file that was saved, read one by one; what is not as it should be is an
 * error that names the file, the field, the value and the rule.
 */
final class Fields {
  private final String file;
  private final Map<String, String> values;

  /**
   * The fields of a file.
   *
   * @param file its name, for the error
   */
  Fields(String file, Map<String, String> values) {
    this.file = file;
    this.values = new LinkedHashMap<>(values);
  }

  /**
   * Refuses a file of another kind.
   *
   * @param what it should be
   * @param formats that it may have, the newest first
   */
  void requireFormat(String what, String... formats) {
    String found = values.get("format");
    if (!Arrays.asList(formats).contains(found)) {
      throw new FileException(
          file
              + ": is not "
              + what
              + " (expected format \""
              + formats[0]
              + "\", found "
              + (found == null ? "none" : TextFile.shown(found))
              + ")");
    }
  }

  /** The members of the JSON object that is the value of {@code name}. */
  Fields object(String name) {
    try {
      return new Fields(file + ": " + name, StrictJson.flat(text(name)));
    } catch (StrictJson.Fault wrong) {
      throw new FileException(file + ": " + name + " is no strict JSON: " + wrong.getMessage());
    }
  }

  /** Whether there is such a field. */
  boolean has(String name) {
    return values.containsKey(name);
  }

  /** Any text. */
  String text(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new FileException(file + ": has no " + name);
    }
    return value;
  }

  /** A whole number from {@code least} to {@code most}. */
  int whole(String name, int least, int most) {
    return (int) whole(name, (long) least, most);
  }

  /** A whole number from {@code least} to {@code most}. */
  long whole(String name, long least, long most) {
    String value = text(name);
    boolean fits =
        value.matches("-?\\d{1,19}")
            && new BigInteger(value).compareTo(BigInteger.valueOf(least)) >= 0
            && new BigInteger(value).compareTo(BigInteger.valueOf(most)) <= 0;
    require(name, fits, "a whole number from " + least + " to " + most);
    return Long.parseLong(value);
  }

  /**
   * A decimal number from {@code least} to {@code most}.
   *
   * @param rule the range in words
   */
  double number(String name, double least, double most, String rule) {
    String value = text(name);
    boolean fits = value.matches("-?\\d+(\\.\\d+)?([eE][-+]?\\d{1,3})?");
    double number = fits ? Double.parseDouble(value) : Double.NaN;
    require(name, number >= least && number <= most, rule);
    return number;
  }

  /** true or false. */
  boolean flag(String name) {
    String value = text(name);
    require(name, value.equals("true") || value.equals("false"), "true or false");
    return value.equals("true");
  }

  /** One of the constants of an enumeration, by its name. */
  <T extends Enum<T>> T choice(String name, Class<T> kind) {
    String value = text(name);
    List<T> choices = Arrays.asList(kind.getEnumConstants());
    List<String> names = choices.stream().map(Enum::name).toList();
    require(name, names.contains(value), "one of " + String.join(", ", names));
    return choices.get(names.indexOf(value));
  }

  /** Words of 64 bits, 16 hexadecimal digits each. */
  long[] words(String name) {
    String hex = text(name);
    require(name, hex.matches("([0-9a-f]{16})*+"), "hexadecimal words of 16 digits");
    long[] words = new long[hex.length() / 16];
    for (int i = 0; i < words.length; i++) {
      words[i] = HexFormat.fromHexDigitsToLong(hex, 16 * i, 16 * i + 16);
    }
    return words;
  }

  /** So many words. */
  long[] words(String name, int count) {
    long[] words = words(name);
    require(name, words.length == count, count + " hexadecimal words of 16 digits");
    return words;
  }

  /** So many finite doubles from 0, a word each. */
  double[] doubles(String name, int count) {
    double[] values =
        Arrays.stream(words(name, count)).mapToDouble(Double::longBitsToDouble).toArray();
    boolean fit = Arrays.stream(values).allMatch(value -> value >= 0 && Double.isFinite(value));
    require(name, fit, "the bits of finite numbers from 0");
    return values;
  }

  /** What {@link #words} reads. */
  static String hex(long... words) {
    return Arrays.stream(words).mapToObj(HexFormat.of()::toHexDigits).collect(joining());
  }

  /** The bits of {@code values}, for {@link #words} to read. */
  static String hex(double... values) {
    return hex(Arrays.stream(values).mapToLong(Double::doubleToRawLongBits).toArray());
  }

  /** Refuses the value of {@code name} unless the {@code rule} holds. */
  void require(String name, boolean holds, String rule) {
    if (!holds) {
      throw new FileException(
          file + ": " + name + " must be " + rule + "; got " + TextFile.shown(text(name)));
    }
  }
}
