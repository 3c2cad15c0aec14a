package seq2seq.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seq2seq.notebook.Expected.Varies;

class NotebookParserTest {
  private static Notebook parse(String... lines) {
    return Notebook.parse("ch05_mask.md", String.join("\n", lines) + "\n");
  }

  private static void assertError(String message, String... lines) {
    assertThatThrownBy(() -> parse(lines))
        .isInstanceOf(NotebookException.class)
        .hasMessage(message);
  }

  @Test
  void aJavaFenceIsACellAndTheTextFenceBelowItIsItsOutput() {
    Notebook notebook =
        parse(
            "# Masks",
            "",
            "Words.",
            "```java",
            "int a = 1;",
            "a",
            "```",
            "",
            "```text",
            "1",
            "```");
    CodeCell cell = new CodeCell(1, 4, List.of("int a = 1;", "a"), false, output(9, "1"));
    assertThat(notebook.blocks()).hasSize(2).endsWith(cell);
    assertThat(prose(notebook, 0)).containsExactly("# Masks", "", "Words.");
    assertThat(cell.codeLine()).isEqualTo(5);
    assertThat(cell.closingLine()).isEqualTo(7);
  }

  private static java.util.Optional<Expected> output(int line, String... lines) {
    return java.util.Optional.of(new Expected(line, List.of(lines), Varies.NOTHING));
  }

  @Test
  void aTextFenceAfterNarrativeIsNarrative() {
    Notebook notebook = parse("```java", "int a = 1;", "```", "So:", "```text", "1", "```");
    assertThat(notebook.cells().get(0).expected()).isEmpty();
    assertThat(((Prose) notebook.blocks().get(1)).text().line()).isEqualTo(4);
    assertThat(prose(notebook, 1)).containsExactly("So:", "```text", "1", "```");
  }

  private static List<String> prose(Notebook notebook, int block) {
    return ((Prose) notebook.blocks().get(block)).text().lines();
  }

  @Test
  void theNarrativeBeforeACellIsFoundByTheCellsNumber() {
    Notebook notebook = parse("One.", "```java", "f()", "```", "```java", "g()", "```", "Two.");
    assertThat(notebook.proseBefore(1).get().text().lines()).containsExactly("One.");
    assertThat(notebook.proseBefore(2)).isEmpty();
    assertThat(notebook.proseBefore(3).get().text().lines()).containsExactly("Two.");
  }

  @Test
  void aByteOrderMarkIsNoPartOfThePage() {
    Notebook notebook = Notebook.parse("a.md", "\uFEFF# Masks\n\n```java\nint a;\n```\n");
    assertThat(notebook.page().headings().get(0).text()).isEqualTo("Masks");
    Notebook first = Notebook.parse("a.md", "\uFEFF```java\r\nint a;\r\n```\r\n");
    assertThat(first.cells().get(0).source()).isEqualTo("int a;");
    assertThat(first.markdown()).isEqualTo("```java\nint a;\n```\n");
  }

  @Test
  void aPageInAnotherEncodingIsNamed(@TempDir Path folder) throws Exception {
    Path page = folder.resolve("ch05_mask.md");
    for (Charset other : List.of(StandardCharsets.UTF_16, StandardCharsets.ISO_8859_1)) {
      Files.writeString(page, "# Übung\n", other);
      assertThatThrownBy(() -> Notebook.read(page))
          .hasMessageContaining("ch05_mask.md:1: expected UTF-8 text");
    }
  }

  @Test
  void otherFencesAndIndentedOnesAndCommentsAreNarrative() {
    Notebook notebook =
        parse("```math", "```java", "```", "  ```java", "  x", "  ```", "<!--", "```java", "-->");
    assertThat(notebook.cells()).isEmpty();
    assertThat(notebook.blocks()).hasSize(1);
  }

  @Test
  void aLongerFenceMayHoldAShorterOne() {
    Notebook notebook = parse("```java", "f()", "```", "````text", "```math", "```", "````");
    assertThat(notebook.cells().get(0).expected()).isEqualTo(output(4, "```math", "```"));
  }

  @Test
  void markUpSaysWhatVariesInAnOutput() {
    Notebook notebook =
        parse("```java", "t()", "```", "<!-- output: time -->", "```text", "… ms", "```");
    assertThat(notebook.cells().get(0).expected().get().varies()).isEqualTo(Varies.TIME);
  }

  @Test
  void aCellMarkedErrorIsMeantToFail() {
    assertThat(parse("```java error", "x", "```").cells().get(0).fails()).isTrue();
  }

  @Test
  void settingsAreReadFromTheirComment() {
    Settings settings =
        parse("<!-- notebook", "imports: a.*, static b.C.*", "minutes: 20", "needs: 1", "-->")
            .settings();
    assertThat(settings).isEqualTo(new Settings(List.of("a.*", "static b.C.*")));
    assertThat(settings.importLines())
        .startsWith("import java.nio.file.Path;")
        .endsWith("import a.*;", "import static b.C.*;");
  }

  @Test
  void linesMayEndAsOnWindows() {
    Notebook notebook = Notebook.parse("a.md", "```java\r\nint a;\r\n```\r\n");
    assertThat(notebook.cells().get(0).source()).isEqualTo("int a;");
  }

  @Test
  void anUnclosedFenceIsAnErrorAtItsLine() {
    assertError(
        "ch05_mask.md:2: this fence is never closed: a line `````` is missing"
            .replace("``````", "`" + "```" + "`"),
        "Words.",
        "```java",
        "int a;");
  }

  @Test
  void anUnclosedOutputIsAnErrorAtItsLine() {
    assertThatThrownBy(() -> parse("```java", "1", "```", "```text", "1"))
        .hasMessageStartingWith("ch05_mask.md:4: this fence is never closed");
  }

  @Test
  void mistakesInMarkUpAreErrorsAtTheirLine() {
    assertError("ch05_mask.md:1: this comment is never closed: `-->` is missing", "<!-- a", "b");
    assertError(
        "ch05_mask.md:2: settings are `imports`, `minutes`, `needs`; not `import`",
        "<!-- notebook",
        "import: a.*",
        "-->");
    assertError(
        "ch05_mask.md:1: `minutes` is a whole number, not `ten`", "<!-- notebook minutes: ten -->");
    assertError(
        "ch05_mask.md:1: a cell is marked `java` or `java error`, not `java fails`",
        "```java fails",
        "```");
    assertError(
        "ch05_mask.md:4: `output:` is `time` or `path`, not `date`",
        "```java",
        "1",
        "```",
        "<!-- output: date -->");
    assertError(
        "ch05_mask.md:1: `output:` mark-up must stand between a cell and its text fence",
        "<!-- output: time -->");
  }
}
