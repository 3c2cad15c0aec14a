package seq2seq.book.live;

import java.util.List;
import java.util.function.IntConsumer;
import seq2seq.engine.Numbers;

/**
 * An answer as it is written: one JSON object. Numbers that a reader sees are texts of the course's
 * own format, the same in every world.
 */
final class Json {
  private final StringBuilder text = new StringBuilder("{");

  /** A text. */
  Json put(String name, String value) {
    name(name);
    quote(value);
    return this;
  }

  /** A whole number. */
  Json put(String name, int value) {
    name(name).append(value);
    return this;
  }

  /** Yes or no. */
  Json put(String name, boolean value) {
    name(name).append(value);
    return this;
  }

  /** A number with 4 decimals, as a text. */
  Json fixed(String name, double value) {
    return put(name, Numbers.fixed(value, 4));
  }

  /** Numbers with 4 decimals, as texts. */
  Json fixed(String name, float[] values) {
    return array(name, values.length, i -> fixed(values[i]));
  }

  /** Rows of numbers with 4 decimals, as texts. */
  Json fixed(String name, float[][] rows) {
    return array(name, rows.length, i -> array(rows[i].length, j -> fixed(rows[i][j])));
  }

  /** Rows of whole numbers that are held as floats. */
  Json wholes(String name, float[][] rows) {
    return array(
        name, rows.length, i -> array(rows[i].length, j -> text.append((int) rows[i][j])));
  }

  /** Whole numbers. */
  Json wholes(String name, int[] values) {
    return array(name, values.length, i -> text.append(values[i]));
  }

  /** Texts. */
  Json texts(String name, List<String> values) {
    return array(name, values.size(), i -> quote(values.get(i)));
  }

  /** Objects. */
  Json objects(String name, List<Json> values) {
    return array(name, values.size(), i -> text.append(values.get(i)));
  }

  private void fixed(float value) {
    quote(Numbers.fixed(value, 4));
  }

  private Json array(String name, int count, IntConsumer element) {
    name(name);
    array(count, element);
    return this;
  }

  private void array(int count, IntConsumer element) {
    text.append('[');
    for (int i = 0; i < count; i++) {
      if (i > 0) text.append(',');
      element.accept(i);
    }
    text.append(']');
  }

  private StringBuilder name(String name) {
    if (text.length() > 1) text.append(',');
    quote(name);
    return text.append(':');
  }

  private void quote(String value) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c < ' ') {
        text.append(c == '\n' ? "\\n" : " ");
      } else {
        text.append(c);
      }
    }
    text.append('"');
  }

  /** The whole object. */
  @Override
  public String toString() {
    return text + "}";
  }
}
