package seq2seq.book;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The javadoc of an exercise's interface, which is its specification, as HTML: javadoc is HTML
 * already, but for its tags.
 */
final class Javadoc {
  private static final Pattern COMMENTED =
      Pattern.compile("/\\*\\*(.*?)\\*/\\s*((?:[^;{]|\\{@)*)[;{]", Pattern.DOTALL);
  private static final Pattern CODE =
      Pattern.compile("\\{@(code|link)\\s+((?:[^{}]|\\{[^{}]*\\})*)\\}");
  private static final Pattern TAG =
      Pattern.compile("@(param|return|throws)\\s+(.*?)(?=\\n@|\\z)", Pattern.DOTALL);

  private final Edition language;
  private final CodeColours colours;

  Javadoc(Edition language, CodeColours colours) {
    this.language = language;
    this.colours = colours;
  }

  /** What the comments of {@code source} say, each below the declaration that it explains. */
  String html(String source) {
    StringBuilder html = new StringBuilder();
    Matcher commented = COMMENTED.matcher(source);
    while (commented.find()) {
      String declaration = commented.group(2).strip();
      if (!declaration.startsWith("public interface")) {
        html.append(colours.block(declaration.replaceAll("(?m)^  ", ""))).append('\n');
      }
      html.append(comment(commented.group(1)));
    }
    return html.toString();
  }

  private String comment(String comment) {
    String text = inline(comment.replaceAll("(?m)^\\s*\\* ?", "").strip());
    int tags = indexOfTags(text);
    return "<p>" + text.substring(0, tags) + "\n" + tags(text.substring(tags));
  }

  private static int indexOfTags(String text) {
    Matcher first = Pattern.compile("(?m)^@(param|return|throws)\\b").matcher(text);
    return first.find() ? first.start() : text.length();
  }

  private String tags(String text) {
    StringBuilder list = new StringBuilder();
    Matcher tag = TAG.matcher(text);
    while (tag.find()) {
      list.append(tag(tag.group(1), tag.group(2).strip()));
    }
    return list.isEmpty() ? "" : "<dl class=\"parameters\">\n" + list + "</dl>\n";
  }

  private String tag(String kind, String text) {
    if (kind.equals("return")) {
      return entry(language.word("spec.returns"), text);
    }
    String[] parts = text.split("\\s+", 2);
    String name = "<code>" + Markup.escape(parts[0]) + "</code>";
    String label = kind.equals("throws") ? language.word("spec.throws") + " " + name : name;
    return entry(label, parts.length > 1 ? parts[1] : "");
  }

  private static String entry(String label, String text) {
    return "<dt>" + label + "</dt><dd>" + text + "</dd>\n";
  }

  /** {@code code} and links become code; what is between them stays. */
  private static String inline(String text) {
    return CODE.matcher(text)
        .replaceAll(
            found -> {
              boolean isLink = found.group(1).equals("link");
              String shown = found.group(2).replaceAll("\\s*\\n\\s*", " ").strip();
              String name = isLink ? shown.replaceFirst("^\\S+\\s+", "").replace('#', '.') : shown;
              return Matcher.quoteReplacement("<code>" + Markup.escape(name) + "</code>");
            });
  }
}
