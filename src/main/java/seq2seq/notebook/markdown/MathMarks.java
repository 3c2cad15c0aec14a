package seq2seq.notebook.markdown;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** Makes a formula of code between two dollar signs, as GitHub does. */
final class MathMarks extends AbstractVisitor {
  @Override
  public void visit(Code code) {
    if (code.getPrevious() instanceof Text before
        && code.getNext() instanceof Text after
        && before.getLiteral().endsWith("$")
        && after.getLiteral().startsWith("$")) {
      before.setLiteral(before.getLiteral().substring(0, before.getLiteral().length() - 1));
      after.setLiteral(after.getLiteral().substring(1));
      Node math = new InlineMath(code.getLiteral());
      math.setSourceSpans(code.getSourceSpans());
      code.insertBefore(math);
      code.unlink();
    }
  }
}
