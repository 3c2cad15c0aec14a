package seq2seq.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import seq2seq.engine.Generator;

/** Damages files, as disks, editors and attackers do, from a seed. */
public final class Mutator {
  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-1",
          "1",
          "3",
          "255",
          "16000",
          "999999999",
          "2147483647",
          "2147483648",
          "4294967296",
          "9223372036854775807",
          "9223372036854775808",
          "-9223372036854775808",
          "1e308",
          "1e999",
          "0.5",
          "-0",
          "NaN",
          "Infinity",
          "01",
          "1_000",
          "\"7\"",
          "[1]",
          "null",
          "");
  private static final List<String> VALUES =
      List.of(
          "null", "true", "{}", "[]", "\"\"", "\"x\"", "[[[[[[[[[[1]]]]]]]]]]", "-1", "{\"a\":1}");
  private static final Pattern DIGITS = Pattern.compile("\\d+");
  private static final Pattern MEMBER =
      Pattern.compile("\"([^\"\\\\]|\\\\.)*\":(\"([^\"\\\\]|\\\\.)*\"|\\[[^\\]]*\\]|[-\\w.]+)");

  private final Generator random;

  /** One whose damages are fixed by {@code seed}. */
  public Mutator(long seed) {
    random = Generator.seeded(seed);
  }

  private int below(int bound) {
    return (int) Math.floorMod(random.nextLong(), (long) bound);
  }

  private <T> T one(List<T> choices) {
    return choices.get(below(choices.size()));
  }

  /** A damaged copy of any file: one to three changes. */
  public byte[] bytes(byte[] original) {
    byte[] damaged = original;
    for (int n = 1 + below(3); n > 0; n--) {
      damaged = change(damaged);
    }
    return damaged;
  }

  private byte[] change(byte[] b) {
    if (b.length == 0) {
      return new byte[] {(byte) random.nextLong()};
    }
    return switch (below(8)) {
      case 0 -> flip(b);
      case 1 -> Arrays.copyOf(b, below(b.length));
      case 2 -> splice(b);
      case 3 -> insert(b, below(b.length + 1), some(1 + below(16)));
      case 4 -> cut(b);
      case 5 -> repeat(b);
      case 6 -> asText(b, true);
      default -> asText(b, false);
    };
  }

  private byte[] flip(byte[] b) {
    byte[] c = b.clone();
    c[below(c.length)] ^= (byte) (1 << below(8));
    return c;
  }

  /** A stretch is overwritten by another of the same file. */
  private byte[] splice(byte[] b) {
    byte[] c = b.clone();
    int length = 1 + below(Math.min(64, b.length));
    System.arraycopy(b, below(b.length - length + 1), c, below(b.length - length + 1), length);
    return c;
  }

  private byte[] cut(byte[] b) {
    int from = below(b.length);
    int to = Math.min(b.length, from + 1 + below(32));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(b, 0, from);
    out.write(b, to, b.length - to);
    return out.toByteArray();
  }

  private byte[] repeat(byte[] b) {
    int from = below(b.length);
    return insert(b, from, Arrays.copyOfRange(b, from, Math.min(b.length, from + 1 + below(200))));
  }

  private byte[] some(int count) {
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) random.nextLong();
    }
    return bytes;
  }

  private static byte[] insert(byte[] b, int at, byte[] more) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(b, 0, at);
    out.writeBytes(more);
    out.write(b, at, b.length - at);
    return out.toByteArray();
  }

  private byte[] asText(byte[] b, boolean numbers) {
    String text = new String(b, StandardCharsets.ISO_8859_1);
    String changed = numbers ? number(text) : member(text);
    return changed.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** One number of a text becomes another, often a monstrous one. */
  public String number(String text) {
    List<int[]> places = places(DIGITS, text);
    return places.isEmpty() ? text : replaced(text, one(places), one(NUMBERS));
  }

  /** One member of a JSON object is dropped, doubled, renamed, or gets another value. */
  public String member(String text) {
    List<int[]> places = places(MEMBER, text);
    if (places.isEmpty()) {
      return text + one(VALUES);
    }
    int[] at = one(places);
    String member = text.substring(at[0], at[1]);
    String name = member.replaceFirst("(?s)(\"([^\"\\\\]|\\\\.)*\"):.*", "$1");
    return replaced(
        text,
        at,
        switch (below(5)) {
          case 0 -> "";
          case 1 -> member + "," + member;
          case 2 -> name + ":" + one(VALUES);
          case 3 -> "\"x" + member.substring(1);
          default -> name + ":" + one(NUMBERS);
        });
  }

  private static List<int[]> places(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    return found.results().map(r -> new int[] {r.start(), r.end()}).toList();
  }

  private static String replaced(String text, int[] at, String by) {
    return text.substring(0, at[0]) + by + text.substring(at[1]);
  }

  /** A safetensors file whose header is changed as JSON, its length put right again. */
  public byte[] header(byte[] original) {
    int length = (int) ByteBuffer.wrap(original).order(ByteOrder.LITTLE_ENDIAN).getLong();
    String header = new String(original, 8, length, StandardCharsets.ISO_8859_1);
    for (int n = 1 + below(2); n > 0; n--) {
      header = below(2) == 0 ? number(header) : member(header);
    }
    byte[] changed = header.getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer all = ByteBuffer.allocate(original.length - length + changed.length);
    all.order(ByteOrder.LITTLE_ENDIAN).putLong(changed.length).put(changed);
    return all.put(original, 8 + length, original.length - 8 - length).array();
  }

  /** True every second time. */
  public boolean coin() {
    return below(2) == 0;
  }
}
