package seq2seq.language;

import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many columns of a terminal a text takes: two for a Chinese, Japanese or Korean character and
 * its punctuation and for an emoji, none for an accent that stands on the character before, and
 * none for an escape sequence that colours.
 */
public final class Width {
  private static final Pattern ESCAPE = Pattern.compile("\u001b\\[[0-9;]*m");

  private Width() {}

  /** The columns of {@code text}. */
  public static int of(String text) {
    return without(text).codePoints().map(Width::of).sum();
  }

  private static String without(String text) {
    return text.indexOf('\u001b') < 0 ? text : ESCAPE.matcher(text).replaceAll("");
  }

  /** The columns of one character: 0, 1 or 2. */
  public static int of(int point) {
    int type = Character.getType(point);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    return isWide(point) ? 2 : 1;
  }

  /** Whether {@code point} takes two columns. */
  public static boolean isWide(int point) {
    return (point >= 0x1100 && point <= 0x115F)
        || (point >= 0x2E80 && point <= 0xA4CF && point != 0x303F)
        || (point >= 0xAC00 && point <= 0xD7A3)
        || (point >= 0xF900 && point <= 0xFAFF)
        || (point >= 0xFE30 && point <= 0xFE6F)
        || (point >= 0xFF00 && point <= 0xFF60)
        || (point >= 0xFFE0 && point <= 0xFFE6)
        || (point >= 0x1F300 && point <= 0x1FAFF)
        || (point >= 0x20000 && point <= 0x3FFFD);
  }

  /** {@code text} without those wide characters that {@code keeps} does not want. */
  public static String withoutWide(String text, IntPredicate keeps) {
    int[] kept = text.codePoints().filter(p -> !isWide(p) || keeps.test(p)).toArray();
    return new String(kept, 0, kept.length);
  }

  /** {@code text} with blanks behind it up to {@code columns}. */
  public static String padded(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - of(text)));
  }

  /**
   * How many chars of {@code text} fit into {@code columns}, with the escape sequences among them;
   * a character that would only half fit does not.
   */
  public static int fitting(String text, int columns) {
    Matcher escape = ESCAPE.matcher(text);
    int at = 0;
    int taken = 0;
    while (at < text.length()) {
      if (text.charAt(at) == '\u001b' && escape.find(at) && escape.start() == at) {
        at = escape.end();
        continue;
      }
      int point = text.codePointAt(at);
      taken += of(point);
      if (taken > columns) {
        return at;
      }
      at += Character.charCount(point);
    }
    return at;
  }
}
