package seq2seq.book;

import java.util.Locale;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import seq2seq.notebook.markdown.Markdown;

/** The terms of the glossary: rows of a table, each with an anchor that a link can name. */
final class Terms {
  private Terms() {}

  /** The anchor of a row; none for a table's head, and for a letter, which is a formula. */
  static Optional<String> anchor(TableRow row) {
    Node cell = row.getFirstChild();
    boolean isTerm = row.getParent() instanceof TableBody && cell.getFirstChild() instanceof Text;
    return isTerm && cell.getFirstChild() == cell.getLastChild()
        ? Optional.of(anchor(Markdown.text(cell)))
        : Optional.empty();
  }

  /** The anchor of a term: {@code term-teacher-forcing}. */
  static String anchor(String term) {
    String kept = term.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
    return "term-" + kept.replaceAll("^-|-$", "");
  }
}
