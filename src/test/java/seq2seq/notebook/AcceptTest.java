package seq2seq.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcceptTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream report = new ByteArrayOutputStream();
  private final Chapters chapters =
      new Chapters(new PrintStream(report, true, StandardCharsets.UTF_8));

  private String accept(String markdown) throws Exception {
    Path file = folder.resolve("ch05_mask.md");
    Files.writeString(file, markdown);
    chapters.accept(file);
    return Files.readString(file);
  }

  @Test
  void aStaleOutputIsRewrittenAndNothingElse() throws Exception {
    String fresh = Files.readString(CheckerTest.tour());
    assertThat(accept(fresh.replace("[7, 2, 8, 9]", "stale\nstale"))).isEqualTo(fresh);
  }

  @Test
  void aMissingOutputIsAddedAndASurplusOneTakenAway() throws Exception {
    assertThat(accept("A.\n\n```java\n1 + 1\n```\nB.\n"))
        .isEqualTo("A.\n\n```java\n1 + 1\n```\n\n```text\n2\n```\nB.\n");
    assertThat(accept("```java\nint a;\n```\n\n```text\n2\n```\nB.\n"))
        .isEqualTo("```java\nint a;\n```\nB.\n");
  }

  @Test
  void timesAndPathsBecomeEllipsesWhereMarked() throws Exception {
    String code = "System.out.println(\"3 runs, 12.5 ms, 1,200 tokens/s\");";
    assertThat(accept("```java\n" + code + "\n```\n<!-- output: time -->\n```text\n```\n"))
        .contains("\n3 runs, … ms, … tokens/s\n");
    assertThat(
            accept("```java\n\"saved /tmp/x/a.png\"\n```\n<!-- output: path -->\n```text\n```\n"))
        .contains("\nsaved …/a.png\n");
  }

  @Test
  void linesThatStillMatchKeepTheirEllipses() throws Exception {
    String markdown =
        "```java\n\"about 12.5 ms\"\n```\n<!-- output: time -->\n```text\nabout …\n```\n";
    assertThat(accept(markdown)).isEqualTo(markdown);
  }

  @Test
  void anOutputThatHoldsAFenceGetsALongerOne() throws Exception {
    assertThat(accept("```java\n\"```math\"\n```\n")).endsWith("\n````text\n```math\n````\n");
  }

  @Test
  void whatFailsIsReportedAndStays() throws Exception {
    String markdown = "```java\nint a = b;\n```\n\n```text\n7\n```\n";
    assertThat(accept(markdown)).isEqualTo(markdown);
    assertThat(report.toString(StandardCharsets.UTF_8)).contains("ch05_mask.md:2: cell 1 failed");
  }

  @Test
  void anUnclosedFenceIsReportedAndTheFileIsLeftAlone() throws Exception {
    assertThat(accept("```java\nint a;\n")).isEqualTo("```java\nint a;\n");
    assertThat(report.toString(StandardCharsets.UTF_8)).startsWith("ch05_mask.md:1: this fence");
  }
}
