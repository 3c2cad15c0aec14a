package seq2seq.book.live;

import java.util.List;
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
    name(name);
    fixed(values);
    return this;
  }

  /** Rows of numbers with 4 decimals, as texts. */
  Json fixed(String name, float[][] rows) {
    name(name).append('[');
    for (int i = 0; i < rows.length; i++) {
      comma(i);
      fixed(rows[i]);
    }
    text.append(']');
    return this;
  }

  /** Rows of whole numbers that are held as floats. */
  Json wholes(String name, float[][] rows) {
    name(name).append('[');
    for (int i = 0; i < rows.length; i++) {
      comma(i).append('[');
      for (int j = 0; j < rows[i].length; j++) comma(j).append((int) rows[i][j]);
      text.append(']');
    }
    text.append(']');
    return this;
  }

  /** Whole numbers. */
  Json wholes(String name, int[] values) {
    name(name).append('[');
    for (int i = 0; i < values.length; i++) comma(i).append(values[i]);
    text.append(']');
    return this;
  }

  /** Texts. */
  Json texts(String name, List<String> values) {
    name(name).append('[');
    for (int i = 0; i < values.size(); i++) {
      comma(i);
      quote(values.get(i));
    }
    text.append(']');
    return this;
  }

  /** Objects. */
  Json objects(String name, List<Json> values) {
    name(name).append('[');
    for (int i = 0; i < values.size(); i++) comma(i).append(values.get(i));
    text.append(']');
    return this;
  }

  private void fixed(float[] values) {
    text.append('[');
    for (int i = 0; i < values.length; i++) {
      comma(i);
      quote(Numbers.fixed(values[i], 4));
    }
    text.append(']');
  }

  private StringBuilder comma(int i) {
    return i == 0 ? text : text.append(',');
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
