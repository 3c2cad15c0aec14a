package seq2seq.book;

import java.util.List;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.HtmlRenderer;
import seq2seq.language.Width;
import seq2seq.notebook.markdown.Markdown;

/** commonmark's renderer with the page's own ways for formulas, links, headings and the like. */
final class PageRenderer {
  private static final int SHORT = 12;

  private final HtmlRenderer renderer;

  PageRenderer(Page page, Workshop workshop) {
    boolean hasTerms = page.kind() == Page.Kind.GLOSSARY;
    renderer =
        HtmlRenderer.builder()
            .extensions(List.of(TablesExtension.create()))
            .escapeHtml(true)
            .nodeRendererFactory(context -> new PageNodes(context, page, workshop))
            .attributeProviderFactory(
                context ->
                    (node, tag, attributes) -> {
                      if (hasTerms && node instanceof TableRow row) {
                        Terms.anchor(row).ifPresent(anchor -> attributes.put("id", anchor));
                      } else if (node instanceof TableCell && isShort(Markdown.text(node))) {
                        attributes.put("class", "together");
                      }
                    })
            .build();
  }

  /**
   * Whether a cell stays on one line: 1e-07 is no place to break, nor is any in two words of
   * Chinese.
   */
  private static boolean isShort(String text) {
    return !text.isEmpty() && Width.of(text) <= SHORT;
  }

  /** A node with everything below it. */
  String render(Node node) {
    return renderer.render(node);
  }

  /** What is within a node, without the node itself. */
  String children(Node parent) {
    StringBuilder html = new StringBuilder();
    for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
      html.append(renderer.render(child));
    }
    return html.toString();
  }
}
