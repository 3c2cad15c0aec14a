package seq2seq.book;

import java.util.List;

/** What the book is made with: libraries and typefaces, with their versions and licences. */
final class Colophon {
  /** What one thing is for, its name, where it comes from, and its licence. */
  private record Made(String use, String name, String home, String licence) {}

  private static final List<Made> ALL =
      List.of(
          new Made(
              "text", "Source Serif 4", "https://github.com/adobe-fonts/source-serif", "OFL 1.1"),
          new Made(
              "code", "JetBrains Mono", "https://github.com/JetBrains/JetBrainsMono", "OFL 1.1"),
          new Made("formulas", "KaTeX", "https://katex.org", "MIT; its typefaces OFL 1.1"),
          new Made("colours of code", "Prism", "https://prismjs.com", "MIT"),
          new Made(
              "Markdown",
              "commonmark-java",
              "https://github.com/commonmark/commonmark-java",
              "BSD 2-Clause"),
          new Made(
              "scripts, while building", "Rhino", "https://github.com/mozilla/rhino", "MPL 2.0"),
          new Made("live figures", "TeaVM", "https://teavm.org", "Apache 2.0"));

  private Colophon() {}

  /** The body of the page. */
  static String body() {
    StringBuilder rows = new StringBuilder();
    for (Made made : ALL) {
      rows.append("<tr><td>").append(made.use).append("</td><td>");
      rows.append(Markup.link(made.home, Markup.escape(made.name))).append("</td><td>");
      rows.append(Markup.escape(made.licence)).append("</td></tr>\n");
    }
    return Resources.text("seq2seq/book/colophon.html").replace("@ROWS@\n", rows);
  }
}
