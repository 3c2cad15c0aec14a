package seq2seq.book;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.ThematicBreak;
import seq2seq.notebook.markdown.Markdown;

/**
 * The blocks of a page as HTML: a cell with what it printed, a formula, a picture, a live figure
 * each become one thing with a class of its own.
 */
final class PageBody {
  private static final Pattern EXERCISE =
      Pattern.compile("(<td[^>]*>)(?=(\\d+)\\.(\\d+) )([^<]+)</td>");
  private static final Pattern PICTURE = Pattern.compile("(?m)^images/\\S+\\.png\\s*\\z");
  private static final Pattern PREDICT =
      Pattern.compile("Before you run\\s+this,\\s+predict|运行之前，先猜一猜");
  private static final Pattern FIGURE = Pattern.compile("<!-- figure: ([\\w-]+) -->");

  private final Page page;
  private final Workshop workshop;
  private final PageRenderer inline;
  private final StringBuilder html = new StringBuilder();
  private boolean predicting;
  private boolean hasLive;

  /** The body of {@code page}, made with the tools of the workshop. */
  PageBody(Page page, Workshop workshop) {
    this.page = page;
    this.workshop = workshop;
    this.inline = new PageRenderer(page, workshop);
  }

  /** Whether the page has a figure that runs the course's classes. */
  boolean hasLive() {
    return hasLive;
  }

  /** The HTML of all blocks; call it once. */
  String html() {
    if (page.kind() == Page.Kind.GLOSSARY) {
      html.append("<h1>").append(Markup.escape(page.title())).append("</h1>\n");
    }
    List<Node> blocks = shown();
    for (int i = 0; i < blocks.size(); i++) {
      Node block = blocks.get(i);
      Node next = i + 1 < blocks.size() ? blocks.get(i + 1) : null;
      if (isCell(block) && isFence(next, "text")) {
        cell((FencedCodeBlock) block, (FencedCodeBlock) next);
        i++;
      } else {
        block(block);
      }
    }
    return html.toString();
  }

  /**
   * Without the line before the title that leads to the other language, and the one at the end that
   * leads to the neighbours: the page's frame does that.
   */
  private List<Node> shown() {
    List<Node> blocks = page.blocks();
    int last = blocks.size() - 1;
    boolean hasEnd =
        last > 0
            && blocks.get(last) instanceof Paragraph
            && blocks.get(last - 1) instanceof ThematicBreak;
    int from = blocks.get(0) instanceof Paragraph && blocks.get(1) instanceof Heading ? 1 : 0;
    return blocks.subList(from, hasEnd ? last - 1 : last + 1);
  }

  private void block(Node block) {
    if (block instanceof Heading heading) {
      heading(heading);
    } else if (block instanceof HtmlBlock comment) {
      comment(comment.getLiteral());
    } else if (block instanceof TableBlock table) {
      table(table);
    } else if (block instanceof Paragraph paragraph) {
      paragraph(paragraph);
    } else {
      html.append(inline.render(block));
    }
  }

  private void heading(Heading heading) {
    predicting = false;
    if (heading.getLevel() == 1 && page.kind() == Page.Kind.INDEX) {
      html.append(Cover.html(page, workshop));
      return;
    }
    html.append(inline.render(heading));
    if (heading.getLevel() == 1 && page.kind() == Page.Kind.CHAPTER) {
      html.append(ChapterFacts.of(page).html(page.language()));
    }
  }

  private void comment(String text) {
    Matcher figure = FIGURE.matcher(text.strip());
    if (figure.matches() && workshop.live().isThere()) {
      hasLive = true;
      html.append(workshop.live().section(page.language(), figure.group(1)));
    }
  }

  private void table(TableBlock table) {
    if (page.kind() == Page.Kind.INDEX && ContentsList.isContents(table)) {
      html.append(new ContentsList(inline, page.language()).html(table));
    } else {
      // An empty head says nothing, and a screen reader should not say it.
      String rendered = inline.render(table).replace("<th></th>", "<td></td>");
      html.append("<div class=\"table\">").append(withLinks(rendered)).append("</div>\n");
    }
  }

  /** In the list of exercises each number leads to where the exercise is folded, in its chapter. */
  private String withLinks(String table) {
    if (page.kind() != Page.Kind.EXERCISES) {
      return table;
    }
    return EXERCISE
        .matcher(table)
        .replaceAll(
            found -> {
              String url = workshop.map().chapter(page.language(), found.group(2)).url();
              String anchor = "#exercise-" + found.group(2) + "-" + found.group(3);
              String href = Urls.relative(page.url(), url) + anchor;
              String cell = found.group(1) + Markup.link(href, found.group(4)) + "</td>";
              return Matcher.quoteReplacement(cell);
            });
  }

  private void paragraph(Paragraph paragraph) {
    Node first = paragraph.getFirstChild();
    if (first instanceof Image && first.getNext() == null) {
      html.append("<figure>").append(inline.render(first)).append("</figure>\n");
      return;
    }
    String type = kind(paragraph);
    predicting |= PREDICT.matcher(Markdown.text(paragraph)).find();
    html.append(type.isEmpty() ? "<p>" : "<p class=\"" + type + "\">");
    html.append(inline.children(paragraph)).append("</p>\n");
  }

  /** What a paragraph is to the reader: a prediction to make, the chapter's question, or prose. */
  private String kind(Paragraph paragraph) {
    Node first = paragraph.getFirstChild();
    if (first instanceof Emphasis && PREDICT.matcher(Markdown.text(first)).find()) {
      return "predict";
    }
    return first instanceof StrongEmphasis && first.getNext() == null ? "question" : "";
  }

  private static boolean isCell(Node block) {
    return block instanceof FencedCodeBlock fence && fence.getInfo().strip().startsWith("java");
  }

  private static boolean isFence(Node block, String info) {
    return block instanceof FencedCodeBlock fence && fence.getInfo().strip().equals(info);
  }

  /** Code and what it printed; the answer to a prediction stays folded until it is wanted. */
  private void cell(FencedCodeBlock code, FencedCodeBlock output) {
    html.append("<div class=\"cell\">\n").append(inline.render(code));
    printed(code, PICTURE.matcher(output.getLiteral()).replaceFirst(""));
    predicting = false;
    html.append("</div>\n");
  }

  /** What a cell printed, without the path of a picture: the picture itself comes next. */
  private void printed(FencedCodeBlock code, String text) {
    if (text.isEmpty()) {
      return;
    }
    String type = code.getInfo().contains("error") ? "out error" : "out";
    String printed = "<pre class=\"" + type + "\"><samp>" + Markup.escape(text) + "</samp></pre>\n";
    if (predicting) {
      String summary = page.language().word("cell.output");
      html.append(Markup.folded("answer", summary, printed));
    } else {
      html.append(printed);
    }
  }
}
