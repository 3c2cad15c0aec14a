package seq2seq.notebook.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Markdown within a paragraph: code, formulas, emphasis, links, pictures. */
final class Inline {
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<escape>\\\\[\\\\`*_{}\\[\\]()#+.!|<>$-])"
              + "|\\$`(?<codemath>[^`]+)`\\$"
              + "|(?<ticks>`+)(?<code>.+?)(?<!`)\\k<ticks>(?!`)"
              + "|\\$\\$(?<shown>[^$]+)\\$\\$"
              + "|\\$(?<math>[^$\\s](?:[^$]*[^$\\s])?)\\$(?!\\d)"
              + "|!\\[(?<alt>[^\\]]*)\\]\\((?<picture>[^)\\s]+)[^)]*\\)"
              + "|\\[(?<label>(?:[^\\[\\]]|\\[[^\\]]*\\])+)\\]\\((?<link>[^)\\s]+)[^)]*\\)"
              + "|<(?<url>https?://[^>\\s]+)>"
              + "|\\*\\*(?<strong>\\S(?:.*?\\S)?)\\*\\*"
              + "|(?<![\\w*])[*_](?<em>[^\\s*_](?:[^*]*?[^\\s*])?)[*_](?![\\w*])"
              + "|(?<tag></?(?:details|summary|p|br|sub|sup|kbd|b|i|em|strong|a|div|span|img|picture|"
              + "source|center)\\b[^>]*>)",
          Pattern.DOTALL);

  private static final int SHORT = 20;

  private final Ink ink;
  private final UnaryLink pictures;

  /** How a picture's name is shown. */
  interface UnaryLink {
    String of(String name);
  }

  Inline(Ink ink, UnaryLink pictures) {
    this.ink = ink;
    this.pictures = pictures;
  }

  /** {@code markdown} as text; line breaks are blanks. */
  String text(String markdown) {
    Matcher token = TOKEN.matcher(markdown);
    StringBuilder text = new StringBuilder();
    int at = 0;
    while (token.find()) {
      text.append(plain(markdown.substring(at, token.start()))).append(replaced(token));
      at = token.end();
    }
    return text.append(plain(markdown.substring(at))).toString();
  }

  private String replaced(Matcher token) {
    if (token.group("escape") != null) {
      return token.group("escape").substring(1);
    }
    if (token.group("codemath") != null) {
      return math(token.group("codemath"));
    }
    if (token.group("code") != null) {
      return ink.code(token.group("code").strip());
    }
    if (token.group("math") != null) {
      return math(token.group("math"));
    }
    if (token.group("shown") != null) {
      return math(token.group("shown"));
    }
    if (token.group("picture") != null) {
      String alt = text(token.group("alt"));
      return "[picture: " + alt + " — " + pictures.of(token.group("picture")) + "]";
    }
    if (token.group("link") != null) {
      return link(text(token.group("label")), token.group("link"));
    }
    if (token.group("url") != null) {
      return token.group("url");
    }
    if (token.group("strong") != null) {
      return ink.strong(text(token.group("strong")));
    }
    return token.group("em") != null ? ink.emphasis(text(token.group("em"))) : "";
  }

  /** A short formula stays on one line. */
  private static String math(String tex) {
    String text = MathText.inline(tex);
    return Width.of(text) <= SHORT ? text.replace(' ', '\u00a0') : text;
  }

  private static String link(String label, String target) {
    boolean within = target.startsWith("#") || Ink.without(label).contains(target);
    return within ? label : label + " (" + target + ")";
  }

  private static String plain(String text) {
    return text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&nbsp;", "\u00a0")
        .replace("&amp;", "&");
  }
}
