package seq2seq.notebook;

import java.util.ArrayList;
import java.util.List;
import seq2seq.language.Language;
import seq2seq.language.Texts;
import seq2seq.notebook.Expected.Varies;
import seq2seq.notebook.Splitter.Kind;
import seq2seq.notebook.Splitter.Piece;
import seq2seq.notebook.text.Ink;
import seq2seq.notebook.text.MarkdownText;

/**
 * Writes a chapter as a script for stock jshell.
 *
 * <p>The script prints the narrative, and calls {@link Script} for what jshell does not do by
 * itself when it runs a file: show the value of a cell's last line, survive a cell that is meant to
 * fail, and notice one that is not. The same chapter gives the same bytes.
 */
public final class JshExporter implements AutoCloseable {
  private static final Texts TEXTS = Texts.of(JshExporter.class);
  private static final int WIDTH = 80;

  private final Splitter splitter = new Splitter();

  /** The script of {@code notebook}. */
  public String export(Notebook notebook) {
    String file = notebook.name() + ".jsh";
    List<String> parts = new ArrayList<>();
    parts.add(head(notebook, file));
    List<String> imports = new ArrayList<>(notebook.settings().importLines());
    imports.add("import seq2seq.notebook.Script;");
    parts.add(String.join("\n", imports));
    String status = "int chapterStatus = 1; // " + TEXTS.get("script.status");
    parts.add(status + "\nScript.begin(\"" + notebook.file() + "\");");
    for (Block block : notebook.blocks()) {
      parts.add(block instanceof CodeCell cell ? cell(cell) : prose((Prose) block));
    }
    parts.add("chapterStatus = Script.status();\n/exit chapterStatus");
    parts.removeIf(String::isEmpty);
    return String.join("\n\n", parts) + "\n";
  }

  private static String head(Notebook notebook, String file) {
    boolean isChinese = notebook.language() == Language.CHINESE;
    String export = "./learn export" + (isChinese ? " --language zh" : "");
    String folder = isChinese ? "chapters/zh/jshell/" : "chapters/jshell/";
    return "// "
        + TEXTS.get("script.generated", file, notebook.file(), export)
        + "\n// "
        + TEXTS.get("script.prints")
        + "\n//   jshell -J-Dfile.encoding=UTF-8 --class-path \"$(./learn classpath)\" "
        + folder
        + file
        + "\n// "
        + TEXTS.get("script.goes.on", "./learn jshell " + number(notebook));
  }

  private static String number(Notebook notebook) {
    return notebook.name().replaceFirst("^ch0?(\\d+).*$", "$1");
  }

  private static String prose(Prose prose) {
    List<String> lines = new MarkdownText(WIDTH, new Ink(false)).render(prose.text());
    return lines.isEmpty() ? "" : call("say", String.join("\n", lines));
  }

  private static String call(String method, String text) {
    return "Script." + method + "(" + JavaText.textBlock(text) + ");";
  }

  private String cell(CodeCell cell) {
    StringBuilder code = new StringBuilder();
    List<Piece> pieces = splitter.split(cell.source());
    for (int i = 0; i < pieces.size(); i++) {
      boolean last = i == pieces.size() - 1;
      code.append(cell.fails() && last ? failing(cell, pieces.get(i)) : plain(pieces.get(i), last));
    }
    return code.toString().strip() + "\n" + end(cell);
  }

  private static String plain(Piece piece, boolean last) {
    return piece.kind() == Kind.VALUE && last ? blanks(piece) + value(piece) : piece.text();
  }

  private static String blanks(Piece piece) {
    return piece.text().substring(0, piece.text().length() - piece.text().stripLeading().length());
  }

  private static String value(Piece piece) {
    return "Script.show(" + JavaText.withoutComments(piece.text()) + ");";
  }

  /** What the compiler rejects is shown as a comment; what throws is caught. */
  private static String failing(CodeCell cell, Piece piece) {
    List<String> message = error(cell);
    String code = piece.text().strip();
    if (!message.isEmpty()) {
      String comment =
          "// " + TEXTS.get("script.not.compiling") + "\n//   " + code.replace("\n", "\n//   ");
      return "\n" + comment + "\n" + call("rejected", String.join("\n", message));
    }
    String body = piece.kind() == Kind.VALUE ? value(piece) : code;
    return "\nScript.fails(() -> {\n  " + body.replace("\n", "\n  ") + "\n});";
  }

  /** The compiler's message among a failing cell's expected output; empty if it throws. */
  private static List<String> error(CodeCell cell) {
    List<String> lines = cell.expected().map(Expected::lines).orElse(List.of());
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("error: ")) {
        return lines.subList(i, lines.size());
      }
    }
    return List.of();
  }

  private static String end(CodeCell cell) {
    if (cell.expected().isEmpty()) {
      return "Script.end(" + cell.number() + ", \"\");";
    }
    Expected page = cell.expected().get();
    String method = page.varies() == Varies.NOTHING ? "end" : "endVarying";
    String text = JavaText.textBlock(String.join("\n", Output.trimmed(page.lines())));
    return "Script." + method + "(" + cell.number() + ", " + text + ");";
  }

  @Override
  public void close() {
    splitter.close();
  }
}
