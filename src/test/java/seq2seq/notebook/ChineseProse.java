package seq2seq.notebook;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import seq2seq.language.ChineseTypography;
import seq2seq.notebook.markdown.InlineMath;
import seq2seq.notebook.markdown.Markdown;

/**
 * The sentences of a page as a reader sees them: a heading, a paragraph or a cell of a table each,
 * with a letter in the place of code, of a formula and of the Latin title of another work, and what
 * stands for a picture by itself.
 */
final class ChineseProse extends AbstractVisitor {
  private static final String LETTER = "x";

  /** A text and the line it begins on. */
  record Piece(String text, int line) {}

  private final List<Piece> pieces = new ArrayList<>();
  private StringBuilder text = new StringBuilder();

  private ChineseProse() {}

  static List<Piece> of(Markdown page) {
    ChineseProse prose = new ChineseProse();
    page.blocks().forEach(block -> block.accept(prose));
    return prose.pieces;
  }

  private void piece(Node node) {
    StringBuilder before = text;
    text = new StringBuilder();
    visitChildren(node);
    if (!text.isEmpty()) {
      pieces.add(new Piece(text.toString(), Markdown.lineOf(node)));
    }
    text = before;
  }

  @Override
  public void visit(Heading heading) {
    piece(heading);
  }

  @Override
  public void visit(Paragraph paragraph) {
    piece(paragraph);
  }

  @Override
  public void visit(CustomNode node) {
    if (node instanceof TableCell) {
      piece(node);
    } else if (node instanceof InlineMath) {
      text.append(LETTER);
    } else {
      visitChildren(node);
    }
  }

  @Override
  public void visit(Image picture) {
    piece(picture);
  }

  @Override
  public void visit(Link link) {
    if (ChineseTypography.isChinese(Markdown.text(link))) {
      visitChildren(link);
    } else {
      text.append(LETTER);
    }
  }

  @Override
  public void visit(Text literal) {
    text.append(literal.getLiteral());
  }

  @Override
  public void visit(Code code) {
    text.append(LETTER);
  }

  @Override
  public void visit(SoftLineBreak end) {
    text.append('\n');
  }

  @Override
  public void visit(HardLineBreak end) {
    text.append('\n');
  }
}
