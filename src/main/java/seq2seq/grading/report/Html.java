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
      pre.code { font-size: .8rem; line-height: 1.35; background: #f6f8fa; padding: .5rem; max-height: 32rem; overflow: auto; white-space: pre; }
      td:has(details[open]) { min-width: 30rem; }
      summary { cursor: pointer; color: #555; }
      .wide { overflow-x: auto; }
      th[role=button] { cursor: pointer; }
      th[aria-sort=ascending]::after { content: " \\2191"; }
      th[aria-sort=descending]::after { content: " \\2193"; }
      td.none { color: #b00020; }
      td.some { color: #8a5300; }
      tr.open { background: #fff6ee; }
      tr.open span { font-weight: 600; }
      @media print { tr { break-inside: avoid; } }
      """;

  /** Sorts a table by the column whose head is pressed: numbers by value, words by letter. */
  static final String SORTING =
      """
      <script>
      for (const head of document.querySelectorAll('table.sorted th')) {
        head.setAttribute('role', 'button');
        head.tabIndex = 0;
        const sort = () => {
          const body = head.closest('table').tBodies[0];
          const column = head.cellIndex;
          const up = head.getAttribute('aria-sort') !== 'ascending';
          for (const other of head.parentNode.cells) other.removeAttribute('aria-sort');
          head.setAttribute('aria-sort', up ? 'ascending' : 'descending');
          const value = row => row.cells[column].textContent.trim();
          const compare = (a, b) => value(a).localeCompare(value(b), undefined, { numeric: true });
          [...body.rows].sort((a, b) => (up ? 1 : -1) * compare(a, b)).forEach(row => body.append(row));
        };
        head.addEventListener('click', sort);
        head.addEventListener('keydown', event => { if (event.key === 'Enter') sort(); });
      }
      </script>
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

  /** The page, whose tables of the class {@code sorted} can be sorted. */
  String endSorted() {
    page.append(SORTING);
    return end();
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
