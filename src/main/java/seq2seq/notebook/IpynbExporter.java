package seq2seq.notebook;

import com.google.gson.FormattingStyle;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import seq2seq.language.Language;

/**
 * Writes a chapter as a Jupyter notebook, format 4.5, with the outputs that the page shows.
 *
 * <p>Keys are sorted and lines end as Jupyter's own do, so that saving the notebook there changes
 * little. The same chapter gives the same bytes.
 */
public final class IpynbExporter {
  private static final Gson GSON =
      new GsonBuilder()
          .disableHtmlEscaping()
          .serializeNulls()
          .setFormattingStyle(FormattingStyle.PRETTY.withIndent(" "))
          .create();

  private static final String METADATA =
      """
      {
        "kernelspec": {"display_name": "Java", "language": "java", "name": "java"},
        "language_info": {
          "codemirror_mode": "text/x-java",
          "file_extension": ".jshell",
          "mimetype": "text/x-java-source",
          "name": "java",
          "pygments_lexer": "java"
        }
      }
      """;

  /**
   * The notebook file of {@code notebook}, which lies in a folder beside the chapter's pictures.
   */
  public String export(Notebook notebook) {
    List<Object> cells = new ArrayList<>();
    int prose = 0;
    for (Block block : notebook.blocks()) {
      if (block instanceof CodeCell cell) {
        cells.add(code(cell));
      } else {
        addProse(cells, (Prose) block, ++prose);
      }
    }
    int first = cells.isEmpty() || !isMarkdown(cells.get(0)) ? 0 : 1;
    cells.add(first, imports(notebook));
    Map<String, Object> file = new TreeMap<>();
    file.put("cells", cells);
    file.put("metadata", JsonParser.parseString(METADATA));
    file.put("nbformat", 4);
    file.put("nbformat_minor", 5);
    return GSON.toJson(file) + "\n";
  }

  private static boolean isMarkdown(Object cell) {
    return ((Map<?, ?>) cell).get("cell_type").equals("markdown");
  }

  private static void addProse(List<Object> cells, Prose prose, int number) {
    String text = JupyterText.of(prose.text());
    if (!text.isEmpty()) {
      cells.add(cell("markdown", "text-" + number, text));
    }
  }

  private static Map<String, Object> imports(Notebook notebook) {
    List<String> lines = new ArrayList<>(notebook.settings().importLines());
    if (notebook.language() == Language.CHINESE) { // the words in pictures
      lines.add("System.setProperty(\"" + Language.PROPERTY + "\", \"zh\");");
    }
    return code("imports", String.join("\n", lines), List.of());
  }

  private static Map<String, Object> code(CodeCell cell) {
    List<Object> outputs = cell.expected().map(IpynbExporter::outputs).orElse(List.of());
    Map<String, Object> code = code("cell-" + cell.number(), cell.source(), outputs);
    if (cell.fails()) {
      code.put("metadata", Map.of("tags", List.of("raises-exception")));
    }
    return code;
  }

  private static Map<String, Object> code(String id, String source, List<Object> outputs) {
    Map<String, Object> cell = cell("code", id, source);
    cell.put("execution_count", null);
    cell.put("outputs", outputs);
    return cell;
  }

  private static Map<String, Object> cell(String type, String id, String source) {
    Map<String, Object> cell = new TreeMap<>();
    cell.put("cell_type", type);
    cell.put("id", id);
    cell.put("metadata", Map.of());
    cell.put("source", lines(source));
    return cell;
  }

  private static List<Object> outputs(Expected page) {
    Map<String, Object> stream = new TreeMap<>();
    stream.put("name", "stdout");
    stream.put("output_type", "stream");
    stream.put("text", lines(String.join("\n", Output.trimmed(page.lines())) + "\n"));
    return List.of(stream);
  }

  /** Text as Jupyter stores it: a line an entry, each but the last with its newline. */
  private static List<String> lines(String text) {
    return List.of(text.split("(?<=\n)"));
  }
}
