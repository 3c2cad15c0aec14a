package seq2seq.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class RealJshellTest {
  private static final Optional<Notebook> CHAPTER =
      Optional.of(
          Notebook.parse("a.md", "```java\nint a = 1;\n```\n\n```java error\n1 / 0\n```\n"));

  @Test
  void whoLooksOnIsToldWhichCellRuns() {
    assertThat(RealJshell.startup(CHAPTER, true))
        .containsSubsequence(
            "cell 1 of 2", "int a = 1;", "cell 2 of 2", "System.setOut(seq2seqOut)")
        .doesNotContain("1 / 0");
  }

  @Test
  void aPipeIsToldNothing() {
    assertThat(RealJshell.startup(CHAPTER, false)).contains("int a = 1;").doesNotContain("of 2");
  }
}
