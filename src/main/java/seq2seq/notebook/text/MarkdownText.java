package seq2seq.notebook.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import seq2seq.language.Width;
import seq2seq.notebook.markdown.Markdown;

/** Lays out Markdown for a terminal: headings, paragraphs, lists, tables, code, formulas. */
public final class MarkdownText {
  private final int width;
  private final Ink ink;
  private final UnaryOperator<String> pictures;

  /** Lines of at most {@code width} columns, where words, code and formulas let them. */
  public MarkdownText(int width, Ink ink) {
    this(width, ink, name -> name);
  }

  /** As above; {@code pictures} says where the picture of a name lies. */
  public MarkdownText(int width, Ink ink, UnaryOperator<String> pictures) {
    this.width = Math.max(20, width);
    this.ink = ink;
    this.pictures = pictures;
  }

  /** A plain sentence in lines of at most {@code width} columns. */
  public static List<String> wrapped(String sentence, int width) {
    return wrapped(sentence, width, "", "");
  }

  /** As above; the first line starts with {@code first}, the others with {@code next}. */
  public static List<String> wrapped(String sentence, int width, String first, String next) {
    return Wrap.lines(sentence, Math.max(20, width), first, next);
  }

  /** {@code markdown} as lines for a terminal, without empty lines at either end. */
  public List<String> render(Markdown markdown) {
    return render(markdown.blocks(), true);
  }

  /** The blocks below each other, an empty line between two unless they stand close together. */
  private List<String> render(List<Node> blocks, boolean apart) {
    List<String> lines = new ArrayList<>();
    for (Node block : blocks) {
      Layout layout = new Layout();
      block.accept(layout);
      if (apart && !lines.isEmpty() && !layout.lines.isEmpty()) {
        lines.add("");
      }
      lines.addAll(layout.lines);
    }
    return lines;
  }

  private String inline(Node parent) {
    return Inline.text(parent, ink, pictures);
  }

  /** What lies within a frame or behind a bullet of {@code taken} columns. */
  private MarkdownText narrower(int taken) {
    return new MarkdownText(width - taken, ink, pictures);
  }

  /** The lines of one block. */
  private final class Layout extends AbstractVisitor {
    private final List<String> lines = new ArrayList<>();

    @Override
    public void visit(Heading heading) {
      List<String> wrapped = Wrap.lines(inline(heading), width, "", "");
      wrapped.forEach(line -> lines.add(ink.bold(line)));
      if (heading.getLevel() <= 2) {
        int longest = wrapped.stream().mapToInt(Width::of).max().orElse(0);
        lines.add((heading.getLevel() == 1 ? "═" : "─").repeat(longest));
      }
    }

    @Override
    public void visit(Paragraph paragraph) {
      addWrapped(inline(paragraph));
    }

    private void addWrapped(String text) {
      if (!text.isBlank()) {
        lines.addAll(Wrap.lines(text, width, "", ""));
      }
    }

    /** Comments and tags are not for a reader. */
    @Override
    public void visit(HtmlBlock html) {
      addWrapped(html.getLiteral().replaceAll("(?s)<!--.*?-->", "").replaceAll("<[^<>]*>", ""));
    }

    @Override
    public void visit(FencedCodeBlock fence) {
      boolean formula = fence.getInfo().strip().equals("math");
      addIndented(formula ? formula(fence.getLiteral()) : code(fence.getLiteral()));
    }

    /** One that is too wide: its parts below each other, each folded if it is flat. */
    private List<String> formula(String tex) {
      List<String> whole = MathText.display(tex);
      return whole.stream().allMatch(line -> Width.of(line) <= width - 4)
          ? whole
          : MathParts.of(tex).stream().flatMap(part -> folded(part).stream()).toList();
    }

    private List<String> folded(String tex) {
      List<String> lines = MathText.display(tex);
      return lines.size() > 1 ? lines : Wrap.lines(lines.get(0), width - 4, "", "    ");
    }

    @Override
    public void visit(IndentedCodeBlock code) {
      addIndented(code(code.getLiteral()));
    }

    private List<String> code(String literal) {
      return List.of(literal.stripTrailing().split("\n", -1));
    }

    private void addIndented(List<String> code) {
      code.forEach(line -> lines.add(("    " + line).stripTrailing()));
    }

    @Override
    public void visit(ThematicBreak rule) {
      lines.add("─".repeat(Math.min(width, 40)));
    }

    @Override
    public void visit(BlockQuote quote) {
      List<String> quoted = narrower(2).render(Markdown.children(quote), true);
      quoted.forEach(line -> lines.add(("│ " + line).stripTrailing()));
    }

    @Override
    public void visit(BulletList list) {
      Markdown.children(list).forEach(item -> addItem("• ", list, item));
    }

    @Override
    public void visit(OrderedList list) {
      int number = list.getMarkerStartNumber();
      for (Node item : Markdown.children(list)) {
        addItem(number++ + list.getMarkerDelimiter() + " ", list, item);
      }
    }

    private void addItem(String bullet, ListBlock list, Node item) {
      List<String> text =
          narrower(bullet.length()).render(Markdown.children(item), !list.isTight());
      if (!list.isTight() && !lines.isEmpty()) {
        lines.add("");
      }
      for (int i = 0; i < Math.max(1, text.size()); i++) {
        String indent = i == 0 ? bullet : " ".repeat(bullet.length());
        lines.add((indent + (text.isEmpty() ? "" : text.get(i))).stripTrailing());
      }
    }

    @Override
    public void visit(CustomBlock block) {
      if (block instanceof TableBlock table) {
        Rows rows = new Rows();
        table.accept(rows);
        lines.addAll(new TextTable(rows.rows, width, ink).lines());
      }
    }
  }

  /** The rows of a table, each cell as text; the first is the head. */
  private final class Rows extends AbstractVisitor {
    private final List<List<String>> rows = new ArrayList<>();

    @Override
    public void visit(CustomNode node) {
      if (node instanceof TableRow row) {
        rows.add(Markdown.children(row).stream().map(MarkdownText.this::inline).toList());
      } else {
        visitChildren(node);
      }
    }
  }
}
