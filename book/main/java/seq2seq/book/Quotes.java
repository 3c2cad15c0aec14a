package seq2seq.book;

import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** The quotation marks of print, “ ” ‘ ’, in place of the typewriter's, for English text. */
final class Quotes {
  private Quotes() {}

  /** The text of a node with its marks bent; what stands before the node decides its first one. */
  static String bent(Text node) {
    String text = node.getLiteral();
    StringBuilder bent = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean opens = i == 0 ? opensAtStart(node) : isBeforeWord(text.charAt(i - 1));
      switch (c) {
        case '"' -> bent.append(opens ? '“' : '”');
        case '\'' -> bent.append(opens ? '‘' : '’');
        default -> bent.append(c);
      }
    }
    return bent.toString();
  }

  /**
   * Behind a formula, code or emphasis a mark closes; at the start of a line or a block it opens.
   */
  private static boolean opensAtStart(Node node) {
    Node before = node.getPrevious();
    return before == null || before instanceof org.commonmark.node.SoftLineBreak;
  }

  private static boolean isBeforeWord(char c) {
    return Character.isWhitespace(c) || "([{—–-/“‘".indexOf(c) >= 0;
  }
}
