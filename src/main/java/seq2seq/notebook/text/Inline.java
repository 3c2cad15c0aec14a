package seq2seq.notebook.text;

import java.util.function.UnaryOperator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import seq2seq.language.Texts;
import seq2seq.language.Width;
import seq2seq.notebook.markdown.InlineMath;

/** What stands within a paragraph, as text: code, formulas, emphasis, links, pictures. */
final class Inline extends AbstractVisitor {
  private static final Texts TEXTS = Texts.of(Inline.class);
  private static final int SHORT = 20;

  private final Ink ink;
  private final UnaryOperator<String> pictures;
  private final StringBuilder text = new StringBuilder();

  private Inline(Ink ink, UnaryOperator<String> pictures) {
    this.ink = ink;
    this.pictures = pictures;
  }

  /**
   * What {@code parent} holds, as text; line breaks are blanks, comments and tags are left out.
   *
   * @param pictures how a picture's name is shown
   */
  static String text(Node parent, Ink ink, UnaryOperator<String> pictures) {
    Inline inline = new Inline(ink, pictures);
    inline.visitChildren(parent);
    return inline.text.toString();
  }

  private String inside(Node parent) {
    return text(parent, ink, pictures);
  }

  @Override
  public void visit(Text literal) {
    text.append(literal.getLiteral());
  }

  @Override
  public void visit(SoftLineBreak end) {
    text.append('\n');
  }

  @Override
  public void visit(HardLineBreak end) {
    text.append('\n');
  }

  @Override
  public void visit(Code code) {
    text.append(ink.code(code.getLiteral()));
  }

  @Override
  public void visit(CustomNode node) {
    if (node instanceof InlineMath math) {
      text.append(formula(math.tex()));
    } else {
      visitChildren(node);
    }
  }

  /** A short formula stays on one line. */
  private static String formula(String tex) {
    String formula = MathText.inline(tex);
    return Width.of(formula) <= SHORT ? formula.replace(' ', '\u00a0') : formula;
  }

  @Override
  public void visit(Emphasis emphasis) {
    text.append(ink.emphasis(inside(emphasis)));
  }

  @Override
  public void visit(StrongEmphasis strong) {
    text.append(ink.strong(inside(strong)));
  }

  @Override
  public void visit(Link link) {
    String label = inside(link);
    String target = link.getDestination();
    boolean within = target.startsWith("#") || Ink.without(label).contains(target);
    text.append(within ? label : TEXTS.get("link", label, target));
  }

  @Override
  public void visit(Image picture) {
    String file = pictures.apply(picture.getDestination());
    text.append(TEXTS.get("picture", inside(picture), file));
  }
}
