package seq2seq.book.live.jdk;

/** For {@code java.text.Normalizer}: the browser's own. */
public final class Normalizer {
  private Normalizer() {}

  /** The two forms that the course asks for. */
  public enum Form {
    /** Marks apart from their letters. */
    NFD,
    /** Marks and letters in one, where there is such a character. */
    NFC
  }

  /** {@code text} in a normal form. */
  public static String normalize(CharSequence text, Form form) {
    String given = text.toString();
    boolean isAscii = given.codePoints().allMatch(c -> c < 0x80);
    return isAscii ? given : Browser.normalized(given, form.name());
  }
}
