package seq2seq.cli.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import seq2seq.cli.WalkFile;
import seq2seq.language.Language;
import seq2seq.notebook.Notebook;
import seq2seq.notebook.Session;
import seq2seq.notebook.text.Ink;

@Timeout(60)
class WalkTest {
  private static final String CHAPTER =
      """
      # Sums

      First words.

      ```java
      int sum = 1;
      sum
      ```

      ```text
      1
      ```

      ## Later

      Second words.

      ```java
      sum += 10;
      sum
      ```

      ```text
      11
      ```

      Third words.

      ```java error
      throw new IllegalStateException("on purpose");
      ```

      ```text
      IllegalStateException: on purpose
      ```

      Last words.
      """;

  @TempDir Path folder;

  private String walk(String chapter, String... typed) {
    Notebook notebook = Notebook.parse("ch05_sums.md", chapter);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Console console = console(out, typed)) {
      walk(notebook, console).walk();
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Console console(ByteArrayOutputStream out, String... typed) {
    String lines = typed.length == 0 ? "" : String.join("\n", typed) + "\n";
    return new PlainConsole(
        new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new Ink(false),
        80,
        true);
  }

  private Walk walk(Notebook notebook, Console console) {
    Pictures pictures = new Pictures(List.of(folder), opened::add);
    return new Walk(
        notebook,
        console,
        new WalkFile(folder, notebook.name()),
        pictures,
        live -> Session.start(notebook.settings(), live, folder));
  }

  private final List<Path> opened = new ArrayList<>();

  @Test
  void enterRunsTheCellShownAndGoesOnWithThePage() {
    String seen = walk(CHAPTER, "", "/q");
    assertThat(seen)
        .containsSubsequence(
            "Sums\n════",
            "First words.",
            "  │ sum\n",
            "[1/3] \n",
            "1\n",
            "Second words.",
            "[2/3] /q");
    assertThat(seen).doesNotContain("Third words.");
  }

  @Test
  void codeTooWideForTheTerminalGoesOnInTheNextLineWithinItsFrame() {
    String wide = "String s = \"" + "word ".repeat(18) + "\";";
    String seen = walk("# Wide\n\n```java\n" + wide + "\n```\n", "/q");
    assertThat(seen).contains("  │ String s = \"word", "\n  ·     word");
    assertThat(seen.lines().filter(line -> line.contains("word"))).allMatch(l -> l.length() <= 80);
  }

  @Test
  void theLastCellIsFollowedByTheRestOfThePageAndEnterLeaves() {
    assertThat(walk(CHAPTER, "", "", "", ""))
        .containsSubsequence("IllegalStateException: on purpose", "Last words.", "[end] ")
        .endsWith("The end of ch05_sums.md.\n");
    assertThat(folder.resolve("ch05_sums.progress")).doesNotExist();
    assertThat(folder.resolve("ch05_sums.finished")).exists();
  }

  @Test
  void backShowsTheCellBeforeWithItsOutputAndUndoesNothing() {
    String seen = walk(CHAPTER, "", "", "/b", "/b", "/b", "sum", "/q");
    assertThat(seen)
        .containsSubsequence(
            "[3/3] /b\nCell 2, as it ran:\n",
            "11\n",
            "Cell 1, as it ran:\n",
            "1\n",
            "This is the first cell.\n",
            "[3/3] sum\n11\n");
  }

  @Test
  void againRunsTheLastCellInTheStateAsItIs() {
    assertThat(walk(CHAPTER, "", "", "/r", "/q"))
        .containsSubsequence("[3/3] /r\nCell 2 once more:", "\n21\n");
    assertThat(walk(CHAPTER, "/r")).contains("No cell has run yet.");
  }

  @Test
  void goToRunsWhatComesBeforeQuietlyAndSaysSo() {
    String seen = walk(CHAPTER, "/g 3", "sum", "/g 1", "/g 9", "/g x", "/q");
    assertThat(seen)
        .containsSubsequence(
            "[1/3] /g 3\n",
            "Running what comes before first, quietly: cells 1 to 2.\n",
            "Third words.",
            "[3/3] sum\n11\n",
            "Back to cell 1; the state is not undone.",
            "There is no cell 9; cells are numbered 1 to 3.",
            "There is no cell x;");
    assertThat(seen).doesNotContain("Second words.");
  }

  @Test
  void anythingElseIsJavaInTheSameStateAlsoOverSeveralLines() {
    String seen =
        walk(
            CHAPTER,
            "",
            "for (int i = 0; i < 2; i++) {",
            "  sum++;",
            "}",
            "sum // now",
            "/* x */ 5");
    assertThat(seen).containsSubsequence("  ...   sum++;", "[2/3] sum // now\n3\n", "5\n");
  }

  @Test
  void errorsInTypedJavaPointIntoTheLineAndTheWalkGoesOn() {
    assertThat(walk(CHAPTER, "int a = \"x\";", "1 / 0", "2 + 2", "/q"))
        .contains("you:1:9: error: incompatible types")
        .contains("you:1:1: ArithmeticException: / by zero")
        .contains("[1/3] 2 + 2\n4\n");
  }

  @Test
  void whatARedefinitionDidIsSaid() {
    assertThat(walk(CHAPTER, "class Pair {}", "Pair p = new Pair();", "class Pair { int x; }"))
        .contains("(redefining `Pair` reset `p` to null)");
  }

  @Test
  void wordsThatAreNoCommandsAreExplained() {
    assertThat(walk(CHAPTER, "quit", "/x", "/?"))
        .contains("To quit type /q")
        .contains("There is no /x")
        .contains("/g K        go to cell K");
  }

  @Test
  void theNextWalkGoesOnWhereThisOneStopped() {
    assertThat(walk(CHAPTER, "", "", "int own = 5;", "/q")).contains("Saved: cell 3 of 3.");
    assertThat(walk(CHAPTER, "sum", "own", "/q"))
        .contains("Going on at cell 3 of 3.")
        .contains("In the section: Later")
        .contains("[3/3] sum\n11\n")
        .contains("error: cannot find symbol");
  }

  @Test
  void aNameInScopeComesBeforeAWordThatLooksLikeACommand() {
    assertThat(walk(CHAPTER, "b", "int b = 42;", "b", "String help = \"me\";", "help", "r", "/q"))
        .containsSubsequence(
            "[1/3] b\nTo quit type /q", "[1/3] b\n42\n", "[1/3] help\nme\n", "[1/3] r\nTo quit");
  }

  @Test
  void variablesAreListed() {
    assertThat(walk(CHAPTER, "/vars", "", "var all = List.of(sum, 2);", "/vars", "/q"))
        .containsSubsequence("No variables yet.", "int sum = 1\n", "List<Integer> all = [1, 2]\n");
  }

  @Test
  void ownLinesAreKeptAndRunAgainWhenAsked() {
    walk(
        CHAPTER,
        "",
        "int own = 5;",
        "int wrong = \"x\";",
        "int twice(int x) {",
        "  return 2 * x;",
        "}",
        "/q");
    assertThat(walk(CHAPTER, "/own", "twice(own)", "/q"))
        .containsSubsequence(
            "The 4 lines of Java that you typed before: /own runs them again.",
            "  │ int own = 5;\n  │ int twice(int x) {",
            "[2/3] twice(own)\n10\n");
    assertThat(walk(CHAPTER, "", "", "")).contains("The end of");
    assertThat(walk(CHAPTER, "/own", "/q")).contains("No line of your own is kept yet.");
  }

  @Test
  void anExerciseThatThereIsNotIsASentence() {
    assertThat(walk(CHAPTER, "/hint 99.9", "/check nonsense", "2 + 2", "/q"))
        .contains("there is no exercise")
        .contains("[1/3] 2 + 2\n4\n");
  }

  @Test
  void goingBackLosesNoProgress() {
    assertThat(walk(CHAPTER, "", "", "/g 1", "/q")).contains("Saved: cell 3 of 3.");
    assertThat(walk(CHAPTER, "/q")).contains("Going on at cell 3 of 3.");
  }

  @Test
  void aCellThatFailsWhileAWalkResumesLosesNoProgress() throws Exception {
    String page =
        CHAPTER.replace(
            "sum += 10;",
            "sum += 10 / (Path.of(System.getProperty(\"seq2seq.pictures\"),"
                + " \"broken\").toFile().exists() ? 0 : 1);");
    walk(page, "", "", "/q");
    Path broken = Files.createFile(folder.resolve("broken"));
    try {
      assertThat(walk(page, "/q")).contains("ArithmeticException", "Saved: cell 3 of 3.");
    } finally {
      Files.delete(broken);
    }
    assertThat(walk(page, "/q")).contains("Going on at cell 3 of 3.");
  }

  @Test
  void stoppingTheCellsThatAResumedWalkRunsLosesNoProgress() throws Exception {
    String slow =
        CHAPTER.replace(
            "int sum = 1;",
            "int sum = 1; System.setProperty(\"runs\", \"\");"
                + " Thread.sleep(Long.getLong(\"nap\", 0));");
    walk(slow, "", "", "/q");
    System.clearProperty("runs");
    System.setProperty("nap", "100000");
    try {
      Interrupting console = new Interrupting(console(new ByteArrayOutputStream(), "/g", "/q"));
      Notebook notebook = Notebook.parse("ch05_sums.md", slow);
      Walk walk = walk(notebook, console);
      Thread presser = new Thread(console::press);
      presser.start();
      walk.walk();
      presser.join();
    } finally {
      System.clearProperty("nap");
      System.clearProperty("runs");
    }
    assertThat(walk(slow, "sum", "/q")).contains("Going on at cell 3 of 3.", "\n11\n");
  }

  /** A console at which Ctrl-C is pressed once, as soon as a cell runs. */
  private static final class Interrupting implements Console {
    private final Console console;
    private volatile Runnable action;

    Interrupting(Console console) {
      this.console = console;
    }

    void press() {
      while (System.getProperty("runs") == null) {
        Thread.onSpinWait();
      }
      System.clearProperty("nap");
      action.run();
    }

    @Override
    public String readLine(String prompt) throws Interrupted {
      return console.readLine(prompt);
    }

    @Override
    public void page(List<String> lines) {
      console.page(lines);
    }

    @Override
    public PrintStream live() {
      return console.live();
    }

    @Override
    public int width() {
      return console.width();
    }

    @Override
    public Ink ink() {
      return console.ink();
    }

    @Override
    public void onInterrupt(Runnable action) {
      this.action = action;
    }

    @Override
    public void close() {
      console.close();
    }
  }

  @Test
  void theEndOfTheInputSavesTheProgress() {
    assertThat(walk(CHAPTER, "")).endsWith("Saved: cell 2 of 3. ./learn walk 5 goes on.\n");
    assertThat(walk(CHAPTER)).contains("Going on at cell 2 of 3.");
  }

  @Test
  void otherCellsStartOverAndSaySo() {
    walk(CHAPTER, "", "/q");
    assertThat(walk(CHAPTER.replace("sum += 10", "sum += 11"), "/q"))
        .startsWith("ch05_sums.md has changed since you stopped at cell 2: starting over.\n")
        .contains("First words.");
  }

  @Test
  void otherWordsAroundTheSameCellsGoOnWhereTheWalkStopped() {
    walk(CHAPTER, "", "/q");
    String chinese = CHAPTER.replace("Second words.", "第二段。");
    String seen = Language.CHINESE.speaking(() -> walk(chinese, "/b", "/?", "/vars", "/q"));
    assertThat(seen)
        .startsWith("继续：单元格 2，共 3 个。\n")
        .contains("第二段。", "（正在不声不响地重新运行单元格 1）", "单元格 1，当时的运行结果：")
        .contains("/check N.M  给一道练习评分\n")
        .contains("已保存：单元格 2，共 3 个。输入 ./learn walk 5 继续。")
        .doesNotContainPattern("[a-z]{3,} [a-z]{3,} [a-z]{3,}");
  }

  @Test
  void aDamagedProgressFileStartsOver() throws Exception {
    Files.writeString(folder.resolve("ch05_sums.progress"), "nonsense");
    assertThat(walk(CHAPTER, "/q")).contains("starting over").contains("First words.");
  }

  @Test
  void aCellThatFailsDoesNotEndTheWalk() {
    String broken = CHAPTER.replace("sum += 10;", "sum += missing;");
    assertThat(walk(broken, "", "", "/q"))
        .contains("ch05_sums.md:19:8: error: cannot find symbol")
        .contains("/r runs the cell again; Enter goes on.")
        .contains("[3/3] /q");
  }

  @Test
  void allRunsToTheEndOrToTheFirstError() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Notebook good = Notebook.parse("ch05_sums.md", CHAPTER);
    assertThat(walk(good, console(out)).all()).isTrue();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("Last words.");
    Notebook bad = Notebook.parse("ch05_sums.md", CHAPTER.replace("sum += 10;", "sum /= 0;"));
    assertThat(walk(bad, console(out)).all()).isFalse();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("ch05_sums.md:19:1: ArithmeticException");
  }

  @Test
  void aPictureIsShownByItsPathAndOpenedOnce() {
    String chapter =
        """
        ```java
        Path images = Path.of(System.getProperty("seq2seq.pictures"), "images");
        images.toFile().mkdirs();
        images.resolve("a.png").toFile().createNewFile();
        ```

        ![a picture](images/a.png)

        ```java
        int b;
        ```
        """;
    assertThat(walk(chapter, "", "/r", "", "/q"))
        .contains("[picture: a picture — " + folder.resolve("images/a.png"));
    assertThat(opened).containsExactly(folder.resolve("images/a.png"));
  }
}
