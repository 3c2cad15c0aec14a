package seq2seq.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/** Takes the code of a cell apart into snippets, without running anything. */
final class Splitter implements AutoCloseable {
  private final JShell shell =
      JShell.builder()
          .executionEngine(new CellControl.Provider(new CellControl()), Map.of())
          .build();

  /**
   * One snippet.
   *
   * @param text the Java, with the line breaks and comments around it
   * @param kind what it is
   */
  record Piece(String text, Kind kind) {}

  /** What matters about a snippet to those who write it out again. */
  enum Kind {
    /** An expression without {@code ;}: its value is shown. */
    VALUE,
    /** A method or a type, or an import: it cannot stand within a method. */
    DECLARATION,
    /** Anything else. */
    STATEMENT
  }

  /** The snippets of {@code code}; their texts, one after the other, are the code. */
  List<Piece> split(String code) {
    return split(shell.sourceCodeAnalysis(), code);
  }

  /** The same, by an analysis that knows the names in scope. */
  static List<Piece> split(SourceCodeAnalysis analysis, String code) {
    List<Piece> pieces = new ArrayList<>();
    String rest = code;
    while (!rest.isBlank()) {
      CompletionInfo info = analysis.analyzeCompletion(rest);
      boolean whole = !info.completeness().isComplete() || info.remaining().isBlank();
      int end = whole ? rest.length() : rest.length() - info.remaining().length();
      String text = rest.substring(0, end);
      pieces.add(new Piece(text, kind(analysis, text)));
      rest = rest.substring(end);
    }
    return pieces;
  }

  private static Kind kind(SourceCodeAnalysis analysis, String text) {
    List<Snippet> snippets = analysis.sourceToSnippets(text.strip());
    if (snippets.isEmpty()) {
      return Kind.STATEMENT;
    }
    return switch (snippets.get(0).kind()) {
      case METHOD, TYPE_DECL, IMPORT -> Kind.DECLARATION;
      case STATEMENT -> Kind.STATEMENT;
      default -> isValue(snippets.get(0)) ? Kind.VALUE : Kind.STATEMENT;
    };
  }

  /** Names that the code before declares are unknown here, so that such snippets are erroneous. */
  private static boolean isValue(Snippet snippet) {
    String bare = JavaText.withoutComments(snippet.source());
    boolean unended = !bare.endsWith(";") && (!bare.endsWith("}") || bare.startsWith("new "));
    return unended && (isExpression(snippet) || snippet.kind() == Snippet.Kind.ERRONEOUS);
  }

  /** Whether the snippet is an expression without a semicolon: one that shows its value. */
  static boolean showsValue(Snippet snippet) {
    return isExpression(snippet) && !JavaText.withoutComments(snippet.source()).endsWith(";");
  }

  private static boolean isExpression(Snippet snippet) {
    return snippet instanceof ExpressionSnippet
        || snippet.subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND;
  }

  @Override
  public void close() {
    shell.close();
  }
}
