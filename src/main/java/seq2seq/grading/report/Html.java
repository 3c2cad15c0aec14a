package seq2seq.grading.report;

/**
 * Builds a page of HTML: what is given as text is escaped, so a page holds no markup but its own.
 */
final class Html {
  private static final String STYLE =
      """
      body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
      table { border-collapse: collapse; width: 100%; }
      th, td { border-bottom: 1px solid #ccc; padding: .3rem .6rem; text-align: left; vertical-align: top; }
      td.number, th.number { text-align: right; white-space: nowrap; }
      pre { margin: .3rem 0 0; white-space: pre-wrap; overflow-wrap: anywhere; }
      img { max-width: 100%; }
      .score { font-size: 1.5rem; font-weight: 600; margin: .5rem 0 1rem; }
      tr.open { background: #fff6ee; }
      tr.open span { font-weight: 600; }
      @media print { tr { break-inside: avoid; } }
      """;

  private final StringBuilder page = new StringBuilder();

  /** A page with this title, which is its first heading too. */
  Html(String title) {
    page.append(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n");
    element("title", title);
    page.append("<style>\n").append(STYLE).append("</style>\n</head>\n<body>\n");
    element("h1", title);
  }

  /** One element that holds a text. */
  Html element(String tag, String text) {
    page.append('<').append(tag).append('>').append(escaped(text));
    page.append("</").append(tag.replaceFirst(" .*", "")).append(">\n");
    return this;
  }

  /** Begins an element. */
  Html open(String tag) {
    page.append('<').append(tag).append(">\n");
    return this;
  }

  /** Ends an element. */
  Html close(String tag) {
    page.append("</").append(tag).append(">\n");
    return this;
  }

  /** A picture of ours that lies beside the page. */
  Html picture(String file, String shows) {
    page.append("<p><img src=\"").append(escaped(file)).append("\" alt=\"");
    page.append(escaped(shows)).append("\"></p>\n");
    return this;
  }

  /** A cell with a link to a file of ours. */
  Html linkCell(String file, String text) {
    page.append("<td><a href=\"").append(escaped(file)).append("\">");
    page.append(escaped(text)).append("</a></td>\n");
    return this;
  }

  /** The page. */
  String end() {
    return page + "</body>\n</html>\n";
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
