package seq2seq.data;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import seq2seq.files.TextFile;

/**
 * Reads JSON (RFC 8259) that must be exactly what is expected: each name of an object once, a
 * string where a string should be, nothing after the end.
 */
public final class StrictJson {
  private static final int MOST_NUMBERS = 64;

  private final JsonReader json;

  private StrictJson(JsonReader json) {
    this.json = json;
  }

  /** The text is not the JSON that was expected. */
  public static final class Fault extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    Fault(String message) {
      super(message);
    }
  }

  /** What is done with each member of an object. */
  @FunctionalInterface
  interface Member {
    /** Reads the value of the member {@code name} from {@code value}. */
    void read(String name, StrictJson value) throws IOException;
  }

  /**
   * The members of an object whose values are strings, numbers, true, false or null, each as its
   * text; a null is left out.
   *
   * @throws Fault if {@code text} is anything else
   */
  public static Map<String, String> flat(String text) {
    Map<String, String> members = new LinkedHashMap<>();
    object(text, (name, value) -> value.putScalar(name, members));
    return members;
  }

  /** Reads {@code text}, which is one object. */
  static void object(String text, Member member) {
    JsonReader reader = new JsonReader(new StringReader(text));
    reader.setStrictness(Strictness.STRICT);
    reader.setNestingLimit(8);
    try {
      StrictJson json = new StrictJson(reader);
      json.object(member);
      json.expect(JsonToken.END_DOCUMENT);
    } catch (MalformedJsonException | EOFException e) {
      throw new Fault("malformed at character " + position(e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gson tells where it is as {@code line 1 column 17 path $.a}. */
  private static String position(String message) {
    return message.replaceAll("(?s).*column (\\d+).*", "$1").replaceAll("(?s)\\D.*", "?");
  }

  /** Reads an object here, each of whose names stands there once. */
  void object(Member member) throws IOException {
    expect(JsonToken.BEGIN_OBJECT);
    json.beginObject();
    Set<String> names = new HashSet<>();
    while (json.hasNext()) {
      String name = json.nextName();
      if (!names.add(name)) {
        throw new Fault("the name " + TextFile.shown(name) + " is there twice");
      }
      member.read(name, this);
    }
    json.endObject();
  }

  /** Reads a string. */
  String text() throws IOException {
    expect(JsonToken.STRING);
    return json.nextString();
  }

  /** Reads an array of whole numbers from 0. */
  long[] wholeNumbers() throws IOException {
    expect(JsonToken.BEGIN_ARRAY);
    json.beginArray();
    long[] numbers = new long[MOST_NUMBERS];
    int count = 0;
    while (json.hasNext()) {
      if (count == MOST_NUMBERS) {
        throw new Fault("more than " + MOST_NUMBERS + " numbers in a row");
      }
      numbers[count++] = wholeNumber();
    }
    json.endArray();
    return Arrays.copyOf(numbers, count);
  }

  private long wholeNumber() throws IOException {
    expect(JsonToken.NUMBER);
    String digits = json.nextString();
    if (!digits.matches("\\d{1,18}")) {
      throw new Fault("expected a whole number from 0, found " + TextFile.shown(digits));
    }
    return Long.parseLong(digits);
  }

  private void putScalar(String name, Map<String, String> members) throws IOException {
    switch (json.peek()) {
      case NULL -> json.nextNull();
      case BOOLEAN -> members.put(name, Boolean.toString(json.nextBoolean()));
      case STRING, NUMBER -> members.put(name, json.nextString());
      default -> throw new Fault(TextFile.shown(name) + " is no plain value");
    }
  }

  /** Whether the next is a {@code kind}. */
  boolean is(JsonToken kind) throws IOException {
    return json.peek() == kind;
  }

  private void expect(JsonToken kind) throws IOException {
    if (!is(kind)) {
      String where = json.getPath();
      throw new Fault(
          "expected "
              + words(kind)
              + " at "
              + TextFile.shown(where)
              + ", found "
              + words(json.peek()));
    }
  }

  private static String words(JsonToken kind) {
    return kind.name().replace('_', ' ').toLowerCase(java.util.Locale.ROOT);
  }
}
