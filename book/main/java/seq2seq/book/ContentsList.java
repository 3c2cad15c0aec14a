package seq2seq.book;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import seq2seq.language.Texts;
import seq2seq.notebook.ChapterPages;
import seq2seq.notebook.markdown.Markdown;

/** The table of contents as a list, which also a narrow screen shows without scrolling sideways. */
final class ContentsList {
  private final PageRenderer inline;
  private final Edition language;

  ContentsList(PageRenderer inline, Edition language) {
    this.inline = inline;
    this.language = language;
  }

  /** Whether the rows of a table begin with a link to a chapter. */
  static boolean isContents(TableBlock table) {
    List<TableRow> rows = rows(table);
    return !rows.isEmpty()
        && rows.get(0).getFirstChild().getFirstChild() instanceof Link link
        && ChapterPages.isPage(link.getDestination());
  }

  /** A list with an entry for each row: number and title, what it teaches, minutes. */
  String html(TableBlock table) {
    StringBuilder html = new StringBuilder("<ol class=\"chapters\" start=\"0\">\n");
    for (TableRow row : rows(table)) {
      List<Node> cells = children(row);
      html.append(
          Texts.filled(
              "<li><span class=\"title\">{0}</span> <span class=\"minutes\">{1}</span><p>{2}</p></li>\n",
              inline.children(cells.get(0)).replaceFirst(">(第 )?(\\d+) ", "><b>$2</b> "),
              Markup.escape(language.word("chapter.minutes", Markdown.text(cells.get(2)))),
              inline.children(cells.get(1))));
    }
    return html.append("</ol>\n").toString();
  }

  private static List<TableRow> rows(TableBlock table) {
    List<TableRow> rows = new ArrayList<>();
    for (Node part : children(table)) {
      if (part instanceof TableBody) {
        children(part).forEach(row -> rows.add((TableRow) row));
      }
    }
    return rows;
  }

  private static List<Node> children(Node node) {
    List<Node> children = new ArrayList<>();
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      children.add(child);
    }
    return children;
  }
}
