package seq2seq.notebook.text;

/** How many columns of a terminal a text takes. */
final class Width {
  private Width() {}

  /** The columns of {@code text}; escape sequences of {@link Ink} take none. */
  static int of(String text) {
    return Ink.without(text).codePoints().map(Width::of).sum();
  }

  private static int of(int point) {
    int type = Character.getType(point);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    return isWide(point) ? 2 : 1;
  }

  /** Chinese, Japanese and Korean characters and their punctuation, and emoji. */
  private static boolean isWide(int point) {
    return (point >= 0x1100 && point <= 0x115F)
        || (point >= 0x2E80 && point <= 0xA4CF)
        || (point >= 0xAC00 && point <= 0xD7A3)
        || (point >= 0xF900 && point <= 0xFAFF)
        || (point >= 0xFE30 && point <= 0xFE6F)
        || (point >= 0xFF00 && point <= 0xFF60)
        || (point >= 0x1F300 && point <= 0x1FAFF)
        || (point >= 0x20000 && point <= 0x3FFFD);
  }

  /** {@code text} with blanks behind it up to {@code columns}. */
  static String padded(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - of(text)));
  }
}
