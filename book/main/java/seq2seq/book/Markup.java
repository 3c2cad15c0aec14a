package seq2seq.book;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Small pieces of HTML. */
final class Markup {
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)\\}");

  private Markup() {}

  /** {@code text} as it may stand between tags and in double quotes. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** {@code html} with {@code {0}}, {@code {1}} filled in by values that are HTML already. */
  static String filled(String html, Object... values) {
    return PLACE
        .matcher(html)
        .replaceAll(
            place -> {
              Object value = values[Integer.parseInt(place.group(1))];
              return Matcher.quoteReplacement(value.toString());
            });
  }

  /** A link; {@code label} is HTML already. */
  static String link(String url, String label) {
    return "<a href=\"" + escape(url) + "\">" + label + "</a>";
  }

  /** What can be folded away, closed at first; {@code content} is HTML already. */
  static String folded(String cssClass, String summary, String content) {
    return filled(
        "<details class=\"{0}\"><summary>{1}</summary>\n{2}\n</details>\n",
        cssClass, escape(summary), content);
  }
}
