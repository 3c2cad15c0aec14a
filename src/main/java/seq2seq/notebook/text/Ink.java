package seq2seq.notebook.text;

import java.util.regex.Pattern;

/**
 * Weight and colour on a terminal, or none.
 *
 * <p>Only what can be read on a dark and on a light background: bold, italic, magenta, red. Without
 * colour, emphasis keeps its asterisks and code its backticks.
 *
 * @param isOn whether escape sequences may be written
 */
public record Ink(boolean isOn) {
  static final Pattern ESCAPE = Pattern.compile("\u001b\\[[0-9;]*m");
  private static final String END = "\u001b[0m";

  /** Headings and prompts. */
  public String bold(String text) {
    return isOn ? "\u001b[1m" + text + END : text;
  }

  /** What failed. */
  public String red(String text) {
    return isOn ? "\u001b[31m" + text + END : text;
  }

  /** Strong emphasis within a sentence. */
  String strong(String text) {
    return isOn ? "\u001b[1m" + text + END : "*" + text + "*";
  }

  /** Emphasis within a sentence. */
  String emphasis(String text) {
    return isOn ? "\u001b[3m" + text + END : "*" + text + "*";
  }

  /** Code within a sentence. */
  public String code(String text) {
    return isOn ? "\u001b[35m" + text + END : "`" + text + "`";
  }

  /** {@code text} without escape sequences. */
  static String without(String text) {
    return text.indexOf('\u001b') < 0 ? text : ESCAPE.matcher(text).replaceAll("");
  }
}
