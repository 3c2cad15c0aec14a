package seq2seq.book.live.jdk;

/** For {@code java.util.HexFormat}: lower-case digits without separators. */
public final class HexFormat {
  private static final String DIGITS = "0123456789abcdef";

  private HexFormat() {}

  /** The one there is. */
  public static HexFormat of() {
    return new HexFormat();
  }

  /** Two digits a byte. */
  public String formatHex(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    for (byte b : bytes) {
      text.append(DIGITS.charAt(b >> 4 & 15)).append(DIGITS.charAt(b & 15));
    }
    return text.toString();
  }
}
