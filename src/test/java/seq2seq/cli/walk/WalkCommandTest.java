package seq2seq.cli.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@code learn} in a JVM of its own, because a cell may end it. */
class WalkCommandTest {
  @TempDir Path home;

  /** What a run left: its exit status, and what it printed on both streams. */
  private record Ran(int status, String printed) {}

  @BeforeEach
  void writeChapters() throws IOException {
    Path chapters = Files.createDirectories(home.resolve("chapters"));
    Path tour = Path.of("test/resources/seq2seq/notebook/ch90_tour.md");
    Files.copy(tour, chapters.resolve("ch09_tour.md"));
    Files.writeString(chapters.resolve("ch01_open.md"), "# Open\n\n```java\nint a;\n");
    Files.writeString(
        chapters.resolve("ch02_exit.md"),
        "# Exit\n\n```java\nint a;\n```\n\n```java\nSystem.exit(3);\n```\n");
  }

  private Ran learn(String input, String... arguments) throws Exception {
    return learnIn("C", input, arguments);
  }

  private Ran learnIn(String locale, String input, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    String spoken = "-Dseq2seq.locale=" + locale;
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-Dfile.encoding=UTF-8", "-Dseq2seq.home=" + home, "-Dseq2seq.terminal=", spoken));
    // It compiles a few cells and ends: optimising it takes longer than it saves.
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "seq2seq.cli.Main"));
    command.addAll(List.of(arguments));
    Path typed = Files.writeString(home.resolve("typed"), input);
    Path printed = home.resolve("printed");
    Process process =
        new ProcessBuilder(command)
            .directory(home.toFile())
            .redirectInput(typed.toFile())
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile())
            .start();
    assertThat(process.waitFor(600, TimeUnit.SECONDS)).isTrue();
    return new Ran(process.exitValue(), Files.readString(printed, StandardCharsets.UTF_8));
  }

  @Test
  void aChapterThatDoesNotExistIsWrongUsageAndSaysWhichThereAre() throws Exception {
    Ran ran = learn("", "walk", "42");
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.printed()).isEqualTo("learn: there is no chapter 42; there are 1, 2, 9\n");
  }

  @Test
  void anUnclosedFenceIsOneLineWithFileAndLine() throws Exception {
    Ran ran = learn("", "walk", "1");
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.printed()).startsWith("learn: ch01_open.md:3: this fence is never closed");
    assertThat(ran.printed().lines()).hasSize(1);
  }

  @Test
  void aCellThatCallsSystemExitLosesNothingAndSaysSo() throws Exception {
    Ran ran = learn("\n\n", "walk", "2");
    assertThat(ran.status()).isEqualTo(3);
    assertThat(ran.printed())
        .contains("System.exit was called, which ends the walk too.")
        .containsPattern("Saved: the next walk goes on:\\s+cell 2 of 2\\.");
    assertThat(learn("/q\n", "walk", "2").printed()).contains("Going on at cell 2 of 2.");
  }

  @Test
  void closedInputShowsTheFirstPageAndEnds() throws Exception {
    Ran ran = learn("", "walk", "9");
    assertThat(ran.status()).isZero();
    assertThat(ran.printed()).contains("A tour of a notebook").contains("Saved: cell 1 of 7.");
  }

  @Test
  void allRunsThroughAndFailsOnTheFirstError() throws Exception {
    assertThat(learn("", "walk", "9", "--all").status()).isZero();
    Path chapter = home.resolve("chapters/ch09_tour.md");
    Files.writeString(chapter, Files.readString(chapter).replace("int x = 3;", "int x = 3 / 0;"));
    Ran ran = learn("", "walk", "--all", "9");
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.printed()).contains("ch09_tour.md:15:1: ArithmeticException: / by zero");
    assertThat(ran.printed()).doesNotContain("The same seed");
  }

  @Test
  void exportWritesAcceptsAndChecks() throws Exception {
    assertThat(learn("", "export", "9").status()).isZero();
    assertThat(home.resolve("chapters/jshell/ch09_tour.jsh")).exists();
    assertThat(home.resolve("chapters/notebooks/ch09_tour.ipynb")).exists();
    Path chapter = home.resolve("chapters/ch09_tour.md");
    Files.writeString(chapter, Files.readString(chapter).replace("[7, 2, 8, 9]", "[0]"));
    Ran checked = learn("", "export", "--check", "9");
    assertThat(checked.status()).isEqualTo(1);
    assertThat(checked.printed()).contains("ch09_tour.md:43: cell 3 printed something else");
    assertThat(learn("", "export", "--accept", "9").status()).isZero();
    assertThat(chapter).content().contains("[7, 2, 8, 9]");
    assertThat(learn("", "export", "--accept", "--check").status()).isEqualTo(2);
  }

  @Test
  void aChineseLocaleAndTheOptionBothShowTheChinesePageAndTheOptionGoesFirst() throws Exception {
    Path chinese = Files.createDirectories(home.resolve("chapters/zh"));
    Files.writeString(chinese.resolve("ch02_exit.md"), "# 离开\n\n```java\nint a;\n```\n");
    assertThat(learnIn("zh_CN.UTF-8", "", "walk", "2").printed())
        .contains("离开\n════", "按 Enter 运行上面的单元格");
    assertThat(learn("", "walk", "2", "--language", "zh").printed()).contains("离开\n════");
    assertThat(learnIn("zh_CN.UTF-8", "", "walk", "2", "--language=en").printed())
        .contains("Exit\n════", "Enter runs the cell shown");
    assertThat(learnIn("zh_CN.UTF-8", "", "walk", "9").printed())
        .contains("ch09_tour.md 还没有中文版：下面是英文页面。", "A tour of a notebook");
    assertThat(learn("", "walk", "2", "--language", "fr").status()).isEqualTo(2);
    assertThat(learn("", "export", "--language", "zh", "2").printed())
        .contains("ch02_exit.jsh: written");
    assertThat(chinese.resolve("jshell/ch02_exit.jsh"))
        .content()
        .startsWith("// ch02_exit.jsh 由 `./learn export --language zh` 从 zh/ch02_exit.md 生成")
        .contains("chapters/zh/jshell/ch02_exit.jsh", "Script.begin(\"zh/ch02_exit.md\");");
    assertThat(chinese.resolve("notebooks/ch02_exit.ipynb"))
        .content()
        .contains("System.setProperty(\\\"seq2seq.language\\\", \\\"zh\\\");");
  }

  /** Two JVMs and a whole chapter. */
  @Tag("slow")
  @Test
  void jshellStartsWithTheCourseAndTheChaptersState() throws Exception {
    Ran ran = learn("draws[0] + x\nGenerator.seeded(7).nextInt(10)\n/exit 4\n", "jshell", "9");
    assertThat(ran.printed()).contains("==> 10").contains("==> 7").doesNotContain("Error");
    assertThat(ran.status()).isEqualTo(4);
  }
}
