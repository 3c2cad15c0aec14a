package seq2seq.notebook.markdown;

import org.commonmark.node.CustomNode;

/** A formula within a sentence, written {@code $`x_t`$}. */
public final class InlineMath extends CustomNode {
  private final String tex;

  InlineMath(String tex) {
    this.tex = tex;
  }

  /** The LaTeX between the marks. */
  public String tex() {
    return tex;
  }
}
