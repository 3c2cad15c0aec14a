package seq2seq.notebook.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * A page, or a part of one, as blocks in reading order.
 *
 * <p>Line numbers are those of the whole page, from 1. The tree is commonmark's; nobody changes it.
 *
 * @param line the line on which the text starts
 * @param lines the text as it was written, without line ends and byte-order mark
 * @param blocks headings, paragraphs, lists, tables, fences
 */
public record Markdown(int line, List<String> lines, List<Node> blocks) {
  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(TablesExtension.create()))
          .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
          .build();

  public Markdown {
    lines = List.copyOf(lines);
    blocks = List.copyOf(blocks);
  }

  /** Parses a whole text; lines may end as on Windows, and a byte-order mark is left out. */
  public static Markdown parse(String text) {
    List<String> lines = text.replaceFirst("^\uFEFF", "").lines().toList();
    Node page = PARSER.parse(String.join("\n", lines));
    page.accept(new MathMarks());
    return new Markdown(1, lines, children(page));
  }

  /** The nodes right below {@code parent}, in order. */
  public static List<Node> children(Node parent) {
    List<Node> children = new ArrayList<>();
    for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
      children.add(child);
    }
    return children;
  }

  /** The blocks that lie between two lines, from the first up to, and without, the second. */
  public Markdown part(int from, int to) {
    List<Node> within =
        blocks.stream().filter(block -> lineOf(block) >= from && lineOf(block) < to).toList();
    return new Markdown(from, lines.subList(from - line, to - line), within);
  }

  /**
   * The line on which {@code node} starts, from 1. One without a place of its own, as a picture's
   * caption may be, stands where its parent does.
   */
  public static int lineOf(Node node) {
    Node placed = node;
    while (placed.getSourceSpans().isEmpty()) {
      placed = placed.getParent();
    }
    return placed.getSourceSpans().get(0).getLineIndex() + 1;
  }

  /** The line on which {@code block} ends, from 1. */
  public static int lastLineOf(Node block) {
    List<SourceSpan> spans = block.getSourceSpans();
    return spans.get(spans.size() - 1).getLineIndex() + 1;
  }

  /** The headings, in order, with the anchors that GitHub gives them. */
  public List<Heading> headings() {
    List<Heading> headings = new ArrayList<>();
    Map<String, Integer> seen = new TreeMap<>();
    for (Node block : blocks) {
      if (block instanceof org.commonmark.node.Heading heading) {
        String text = text(heading);
        String anchor = anchor(text);
        int before = seen.merge(anchor, 1, Integer::sum) - 1;
        String unique = before == 0 ? anchor : anchor + "-" + before;
        headings.add(new Heading(heading.getLevel(), text, unique, lineOf(heading)));
      }
    }
    return headings;
  }

  private static String anchor(String heading) {
    String kept = heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{N}_ -]", "");
    return kept.replace(' ', '-');
  }

  /** The links and the pictures, in order. */
  public List<Link> links() {
    List<Link> links = new ArrayList<>();
    AbstractVisitor visitor =
        new AbstractVisitor() {
          @Override
          public void visit(org.commonmark.node.Link link) {
            links.add(link(link, link.getDestination(), false));
            visitChildren(link);
          }

          @Override
          public void visit(Image picture) {
            links.add(link(picture, picture.getDestination(), true));
          }
        };
    blocks.forEach(block -> block.accept(visitor));
    return links;
  }

  private static Link link(Node node, String target, boolean isPicture) {
    return new Link(text(node), target, lineOf(node), isPicture);
  }

  /** What {@code node} says, without mark-up; a formula by its LaTeX. */
  public static String text(Node node) {
    StringBuilder text = new StringBuilder();
    node.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text literal) {
            text.append(literal.getLiteral());
          }

          @Override
          public void visit(Code code) {
            text.append(code.getLiteral());
          }

          @Override
          public void visit(CustomNode node) {
            if (node instanceof InlineMath math) {
              text.append(math.tex());
            }
            visitChildren(node);
          }

          @Override
          public void visit(org.commonmark.node.SoftLineBreak lineBreak) {
            text.append(' ');
          }
        });
    return text.toString();
  }
}
