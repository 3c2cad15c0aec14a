package seq2seq.book;

import seq2seq.language.Texts;

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
    return Texts.filled(
        "<details class=\"{0}\"><summary>{1}</summary>\n{2}\n</details>\n",
        cssClass, escape(summary), content);
  }
}
