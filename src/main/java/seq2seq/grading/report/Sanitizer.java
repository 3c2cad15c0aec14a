package seq2seq.grading.report;

import java.util.List;

/**
 * Makes a stranger's text harmless as text: no control characters, no characters that turn the
 * writing direction round, no half characters, and no more than a page. Escaping for a format comes
 * on top.
 */
final class Sanitizer {
  private static final int LONGEST = 4000;
  private static final int MOST_LINES = 5000;
  private static final int LONGEST_NAME = 200;
  private static final String REPLACEMENT = "\ufffd";

  private Sanitizer() {}

  /** A text of some lines; tabs become spaces. */
  static String text(String raw) {
    String cut = raw.length() > LONGEST ? raw.substring(0, LONGEST) + " [...]" : raw;
    StringBuilder clean = new StringBuilder();
    cut.replace("\r\n", "\n")
        .replace('\r', '\n')
        .codePoints()
        .forEach(
            c -> {
              if (c == '\n') {
                clean.append('\n');
              } else if (c == '\t') {
                clean.append(' ');
              } else if (isHarmful(c)) {
                clean.append(REPLACEMENT);
              } else {
                clean.appendCodePoint(c);
              }
            });
    return clean.toString();
  }

  /** A text of one line. */
  static String line(String raw) {
    return text(raw).replace('\n', ' ').strip();
  }

  /** A long text line by line. */
  static List<String> lines(String raw) {
    return raw.lines().limit(MOST_LINES).map(each -> text(each).stripTrailing()).toList();
  }

  /** A name, never empty. */
  static String name(String raw) {
    String line = line(raw.length() > LONGEST_NAME ? raw.substring(0, LONGEST_NAME) : raw);
    return line.isEmpty() ? "(no name)" : line;
  }

  private static boolean isHarmful(int c) {
    return Character.isISOControl(c)
        || Character.getType(c) == Character.SURROGATE
        || Character.getType(c) == Character.UNASSIGNED
        || Character.getType(c) == Character.PRIVATE_USE
        || isDirection(c)
        || c == 0x2028
        || c == 0x2029
        || c == 0xfeff;
  }

  private static boolean isDirection(int c) {
    return c >= 0x202a && c <= 0x202e
        || c >= 0x2066 && c <= 0x2069
        || c == 0x200e
        || c == 0x200f
        || c == 0x061c;
  }
}
