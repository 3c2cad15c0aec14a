package seq2seq.notebook;

/** Java source as text. */
final class JavaText {
  private JavaText() {}

  /**
   * {@code code} without comments, without blanks at either end. Quotes are respected: {@code
   * "http://x"} holds no comment.
   */
  static String withoutComments(String code) {
    StringBuilder bare = new StringBuilder();
    int at = 0;
    while (at < code.length()) {
      int end = tokenEnd(code, at);
      if (!code.startsWith("//", at) && !code.startsWith("/*", at)) {
        bare.append(code, at, end);
      }
      at = end;
    }
    return bare.toString().strip();
  }

  /** Where the comment, the literal or the single character that starts at {@code at} ends. */
  private static int tokenEnd(String code, int at) {
    if (code.startsWith("//", at)) {
      return end(code, code.indexOf('\n', at), 0);
    }
    if (code.startsWith("/*", at)) {
      return end(code, code.indexOf("*/", at + 2), 2);
    }
    if (code.startsWith("\"\"\"", at)) {
      return end(code, code.indexOf("\"\"\"", at + 3), 3);
    }
    char quote = code.charAt(at);
    return quote == '"' || quote == '\'' ? literalEnd(code, at, quote) : at + 1;
  }

  private static int end(String code, int found, int length) {
    return found < 0 ? code.length() : found + length;
  }

  private static int literalEnd(String code, int at, char quote) {
    for (int i = at + 1; i < code.length(); i++) {
      char c = code.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == quote || c == '\n') {
        return i + 1;
      }
    }
    return code.length();
  }

  /** {@code text} as a text block of Java, its lines indented by four blanks. */
  static String textBlock(String text) {
    String escaped = text.replace("\\", "\\\\").replace("\"\"\"", "\\\"\"\"");
    StringBuilder block = new StringBuilder("\"\"\"\n");
    escaped.lines().forEach(line -> block.append(line.isEmpty() ? "" : "    " + line).append('\n'));
    return block.append("    \"\"\"").toString();
  }
}
