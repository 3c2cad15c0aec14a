package seq2seq.book;

/** Small pieces of HTML. */
final class Markup {
  private Markup() {}

  /** {@code text} as it may stand between tags and in double quotes. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** A link; {@code label} is HTML already. */
  static String link(String url, String label) {
    return "<a href=\"" + escape(url) + "\">" + label + "</a>";
  }

  /** What can be folded away, closed at first; {@code content} is HTML already. */
  static String folded(String cssClass, String summary, String content) {
    return "<details class=\""
        + cssClass
        + "\"><summary>"
        + escape(summary)
        + "</summary>\n"
        + content
        + "\n</details>\n";
  }
}
