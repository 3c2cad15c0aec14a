package seq2seq.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckerTest {
  @TempDir Path folder;

  static Path tour() {
    return Path.of("test/resources/seq2seq/notebook/ch90_tour.md");
  }

  private List<String> findings(String markdown) {
    Notebook notebook = Notebook.parse("ch05_mask.md", markdown);
    return Checker.check(notebook, folder).findings().stream().map(Finding::toString).toList();
  }

  private static String cell(String code, String output) {
    return "```java\n" + code + "\n```\n\n```text\n" + output + "\n```\n";
  }

  @Test
  void aChapterWhoseOutputsMatchHasNoFindings() {
    assertThat(Checker.check(Notebook.read(tour()), folder).findings()).isEmpty();
  }

  @Test
  void oneChangedDigitIsFoundWithFileAndLine() throws Exception {
    String changed = Files.readString(tour()).replace("[7, 2, 8, 9]", "[7, 2, 3, 9]");
    assertThat(findings(changed))
        .containsExactly(
            "ch05_mask.md:43: cell 3 printed something else\n"
                + "  expected: [7, 2, 3, 9]\n"
                + "  actual:   [7, 2, 8, 9]");
  }

  @Test
  void aMissingAndASurplusLineAreFound() {
    String two = "System.out.println(1);\nSystem.out.println(2);";
    assertThat(findings(cell(two, "1")).get(0))
        .startsWith("ch05_mask.md:8:")
        .contains("nothing more");
    assertThat(findings(cell(two, "1\n2\n3")).get(0)).startsWith("ch05_mask.md:9:");
  }

  @Test
  void outputWithoutATextFenceIsFound() {
    assertThat(findings("```java\n1 + 1\n```\n").get(0))
        .startsWith("ch05_mask.md:3: cell 1 prints, but no `text` fence follows it");
  }

  @Test
  void aCellThatFailsEndsTheRun() {
    assertThat(findings(cell("int a = b;", "") + cell("1", "2")))
        .singleElement()
        .asString()
        .startsWith("ch05_mask.md:2: cell 1 failed: ch05_mask.md:2:9: error: cannot find symbol");
  }

  @Test
  void aCellThatShouldFailButRunsIsFound() {
    assertThat(findings("```java error\nint a = 1;\n```\n"))
        .containsExactly("ch05_mask.md:1: cell 1 is marked `error` but ran to its end");
  }

  @Test
  void anEllipsisNeedsMarkUpAndMarkUpNeedsAnEllipsis() {
    assertThat(findings(cell("\"12 ms\"", "… ms"))).hasSize(1);
    String marked = "```java\n\"12 ms\"\n```\n<!-- output: time -->\n```text\n12 ms\n```\n";
    assertThat(findings(marked).get(0)).startsWith("ch05_mask.md:5: marked `output:` but without");
    assertThat(findings(marked.replace("12 ms\n`", "… ms\n`"))).isEmpty();
  }

  @Test
  void aPictureThatNoCellSavedIsFound() {
    String saves =
        "java.nio.file.Files.createDirectories(Path.of(System.getProperty(\"seq2seq.pictures\"), \"images\"));";
    String shows = "Words\n![a mask](images/mask.png)\n";
    assertThat(findings(shows))
        .containsExactly("ch05_mask.md:2: no cell above saves images/mask.png");
    String writes =
        "java.nio.file.Files.write(Path.of(System.getProperty(\"seq2seq.pictures\"), \"images/mask.png\"), new byte[1]);";
    String code = String.join("\n", saves, writes).replace("java.nio.file.Files", "Files");
    assertThat(
            findings(
                "<!-- notebook imports: java.nio.file.* -->\n```java\n" + code + "\n```\n" + shows))
        .noneMatch(finding -> finding.contains("no cell above"));
  }

  @Test
  void styleThatStockJshellReadsOtherwiseIsFound() {
    String code =
        String.join(
            "\n",
            "int a = 1;",
            "if (a > 1) {",
            "}",
            "else {",
            "}",
            "@FunctionalInterface",
            "interface F { int f(); }",
            "String s = \"x\"",
            "    .strip();",
            "int b = 2");
    assertThat(findings("```java\n" + code + "\n```\n"))
        .containsExactly(
            "ch05_mask.md:5: keep `} else` on one line",
            "ch05_mask.md:7: an annotation stands on the line of its declaration",
            "ch05_mask.md:10: no line starts with `.`: end the line before with it",
            "ch05_mask.md:11: end a statement with `;`: this one has no value to show");
    assertThat(findings("```java\n" + "int a = 1;\n".repeat(21) + "```\n"))
        .containsExactly("ch05_mask.md:1: a cell of 21 lines; at most 20");
  }
}
