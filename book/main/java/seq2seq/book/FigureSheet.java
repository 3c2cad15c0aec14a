package seq2seq.book;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The style sheet of all drawings in the pages: what each says of its colours, said once. */
final class FigureSheet {
  private static final Pattern STYLE = Pattern.compile("(?s)<style>(.*?)</style>\\s*");
  private static final Pattern DARK =
      Pattern.compile("@media\\(prefers-color-scheme:dark\\)\\{((?:[^{}]*\\{[^{}]*\\})*)\\}");
  private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)\\}");

  private final Map<String, String> always = new TreeMap<>();
  private final Map<String, String> dark = new TreeMap<>();

  /**
   * A drawing without the style that it brings, which is now the sheet's.
   *
   * @throws IllegalArgumentException if it says of a class what another drawing does not
   */
  String use(String svg) {
    return STYLE
        .matcher(svg)
        .replaceAll(
            style -> {
              keep(style.group(1));
              return "";
            });
  }

  private void keep(String style) {
    Matcher night = DARK.matcher(style);
    while (night.find()) {
      keep(dark, night.group(1));
    }
    keep(always, DARK.matcher(style).replaceAll(""));
  }

  private static void keep(Map<String, String> rules, String style) {
    RULE.matcher(style)
        .results()
        .forEach(
            rule -> {
              String selector = rule.group(1).strip();
              String before = rules.putIfAbsent(selector, rule.group(2));
              if (before != null && !before.equals(rule.group(2))) {
                throw new IllegalArgumentException(
                    "two drawings differ in " + selector + ": " + before + ", " + rule.group(2));
              }
            });
  }

  /** The sheet for all drawings so far. */
  String css() {
    return css(always) + "@media(prefers-color-scheme:dark){\n" + css(dark) + "}\n";
  }

  private static String css(Map<String, String> rules) {
    StringBuilder css = new StringBuilder();
    rules.forEach((selector, body) -> css.append(selector + "{" + body + "}\n"));
    return css.toString();
  }
}
