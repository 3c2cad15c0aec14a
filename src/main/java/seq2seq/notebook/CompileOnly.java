package seq2seq.notebook;

import jdk.jshell.SourceCodeAnalysis;
import seq2seq.notebook.Splitter.Kind;
import seq2seq.notebook.Splitter.Piece;

/** A cell as Java that is compiled whole and does nothing: the body of a function never called. */
final class CompileOnly {
  private CompileOnly() {}

  /** The declaration of that function; imports and methods of the cell are left out. */
  static String of(SourceCodeAnalysis analysis, CodeCell cell) {
    StringBuilder body = new StringBuilder();
    for (Piece piece : Splitter.split(analysis, cell.source())) {
      if (piece.kind() == Kind.VALUE) {
        String value = JavaText.withoutComments(piece.text());
        body.append("java.util.Objects.requireNonNull(").append(value).append(");");
      } else if (piece.kind() == Kind.STATEMENT) {
        body.append(piece.text());
      }
    }
    return "java.util.concurrent.Callable<Object> rehearsal$ = () -> { "
        + body
        + "\nreturn null; };";
  }
}
