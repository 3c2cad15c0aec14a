package seq2seq.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {
  @TempDir Path folder;

  private static String jsh(String markdown) {
    try (JshExporter exporter = new JshExporter()) {
      return exporter.export(Notebook.parse("ch05_mask.md", markdown));
    }
  }

  private static JsonObject ipynb(String markdown) {
    String text = new IpynbExporter().export(Notebook.parse("ch05_mask.md", markdown));
    return JsonParser.parseString(text).getAsJsonObject();
  }

  @Test
  void theLastValueIsShownByACall() {
    assertThat(jsh("```java\nint a = 1;\na + 1 // next\n```\n```text\n2\n```\n"))
        .contains("\nint a = 1;\nScript.show(a + 1);\nScript.end(1, \"\"\"\n    2\n    \"\"\");\n");
  }

  @Test
  void declarationsAndStatementsAreLeftAsTheyAre() {
    String code = "record P(int a) {}\nP p = new P(1);\nfor (int i = 0; i < 2; i++) {\n}";
    assertThat(jsh("```java\n" + code + "\n```\n"))
        .contains("\n" + code + "\nScript.end(1, \"\");");
  }

  @Test
  void whatThrowsIsCaughtAndWhatDoesNotCompileIsAComment() {
    assertThat(jsh("```java error\nint a = 1;\na / 0\n```\n```text\nArithmeticException: x\n```\n"))
        .contains("\nint a = 1;\nScript.fails(() -> {\n  Script.show(a / 0);\n});\n");
    assertThat(jsh("```java error\nint b = \"\";\n```\n```text\nerror: no\n```\n"))
        .contains(
            "// This does not compile:\n"
                + "//   int b = \"\";\n"
                + "Script.rejected(\"\"\"\n"
                + "    error: no\n");
  }

  @Test
  void textIsEscapedForATextBlock() {
    assertThat(jsh("Say `\\n` and \"\"\"three\"\"\".\n"))
        .contains("    Say `\\\\n` and \\\"\"\"three\\\"\"\".\n");
  }

  @Test
  void theScriptEndsWithAStatusOfItsOwn() {
    assertThat(jsh("Words.\n"))
        .endsWith("\nchapterStatus = Script.status();\n/exit chapterStatus\n");
  }

  @Test
  void theNotebookHasCellsWithIdsOutputsAndTheKernel() {
    JsonObject notebook =
        ipynb(
            "# T\n\n"
                + "![p](images/p.png) [n](ch06.md) [w](https://w)\n\n"
                + "```java\n"
                + "1\n"
                + "```\n"
                + "```text\n"
                + "1\n"
                + "2\n"
                + "```\n");
    assertThat(notebook.get("nbformat").getAsInt()).isEqualTo(4);
    assertThat(notebook.get("nbformat_minor").getAsInt()).isEqualTo(5);
    JsonArray cells = notebook.getAsJsonArray("cells");
    Set<String> ids = new HashSet<>();
    for (JsonElement cell : cells) {
      assertThat(ids.add(cell.getAsJsonObject().get("id").getAsString())).isTrue();
    }
    assertThat(cells.get(0).toString())
        .contains("![p](../images/p.png) [n](../ch06.md) [w](https://w)");
    assertThat(cells.get(1).toString()).contains("import java.util.*;");
    assertThat(cells.get(2).toString()).contains("\"text\":[\"1\\n\",\"2\\n\"]");
    assertThat(notebook.getAsJsonObject("metadata").toString()).contains("\"language\":\"java\"");
  }

  @Test
  void narrativeInANotebookHasItsOwnLinksAndItsFormulasBetweenDollarSigns() {
    String page =
        "[a](../exercises/README.md), [b\n](x.md), `[c](y.md)`, $`x_{t}`$.\n\n"
            + "```math\n\\begin{cases} 1 \\\\ 0 \\end{cases}\n```\n";
    StringBuilder text = new StringBuilder();
    JsonObject cell = ipynb(page).getAsJsonArray("cells").get(0).getAsJsonObject();
    cell.getAsJsonArray("source").forEach(line -> text.append(line.getAsString()));
    assertThat(text.toString())
        .isEqualTo(
            "[a](../../exercises/README.md), [b\n](../x.md), `[c](y.md)`, $x_{t}$.\n\n"
                + "$$\n\\begin{cases} 1 \\\\ 0 \\end{cases}\n$$");
  }

  @Test
  void aCellThatIsMeantToFailSaysSoToJupyter() {
    assertThat(ipynb("```java error\n1 / 0\n```\n").toString()).contains("raises-exception");
  }

  @Test
  void theSameChapterGivesTheSameBytesAndADriftIsFoundWithItsLine() throws Exception {
    Path chapter = folder.resolve("ch90_tour.md");
    Files.copy(CheckerTest.tour(), chapter);
    Chapters chapters = new Chapters(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    ChapterCheck check = ChapterCheck.in(folder).get(0);
    assertThat(check.drift())
        .containsExactly(
            "ch90_tour.jsh: missing; run `./learn export`",
            "ch90_tour.ipynb: missing; run `./learn export`");
    chapters.export(chapter);
    assertThat(check.drift()).isEmpty();
    assertThat(check.outputs()).isEmpty();
    Path script = folder.resolve("jshell/ch90_tour.jsh");
    Files.writeString(script, Files.readString(script).replace("int x = 3;", "int x = 4;"));
    assertThat(check.drift())
        .singleElement()
        .asString()
        .matches("ch90_tour.jsh:\\d+: not what the chapter generates.*");
    Files.writeString(folder.resolve("jshell/ch91_old.jsh"), "");
    assertThat(ChapterCheck.orphans(folder))
        .containsExactly("ch91_old.jsh: no chapter generates it; delete it");
  }

  @Test
  @Tag("slow")
  void stockJshellPrintsTheSameAndFailsVisibly() throws Exception {
    String script = jsh(Files.readString(CheckerTest.tour()));
    assertThat(stockJshell(script, 0))
        .contains("[7, 2, 8, 9]", "IllegalArgumentException: generator");
    String wrong = script.replace("    [7, 2, 8, 9]", "    [7, 2, 3, 9]");
    assertThat(stockJshell(wrong, 1))
        .contains("|  expected: [7, 2, 3, 9]", "|  actual:   [7, 2, 8, 9]");
    assertThat(stockJshell(script.replace("x * 2", "y * 2"), 1))
        .contains("cell 1: the output is not");
  }

  private String stockJshell(String script, int status) throws Exception {
    Path file = Files.writeString(folder.resolve("a.jsh"), script);
    Path printed = folder.resolve("printed");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "jshell").toString(),
            "-J-Dfile.encoding=UTF-8",
            "--class-path",
            System.getProperty("java.class.path"),
            file.toString());
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile())
            .start();
    process.getOutputStream().close();
    assertThat(process.waitFor(600, TimeUnit.SECONDS)).isTrue();
    String text = Files.readString(printed, StandardCharsets.UTF_8);
    assertThat(process.exitValue()).describedAs(text).isEqualTo(status);
    return text;
  }
}
