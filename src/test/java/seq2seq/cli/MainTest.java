package seq2seq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import seq2seq.language.Width;

class MainTest {

  @CommandLine.Command(name = "late", description = "Comes last.")
  private static final class Late implements Command {
    @Override
    public Integer call() {
      return 7;
    }
  }

  @Test
  void helpListsTheInstalledCommandsAndTheExitStatuses() {
    Captured run = Captured.learn("--help");
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("classpath", "help", "0 done, 1 failed, 2 wrong usage");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void commandsStandInTheirPlaceAndNotInTheOrderTheyWereFound() {
    List<Command> found = List.of(new Late(), new HelpCommand(), new ClasspathCommand());
    CommandLine line = Main.commandLine(found, null);
    assertThat(line.getSubcommands().keySet()).containsExactly("classpath", "help", "late");
  }

  @Test
  void aCommandThatIsNamedNeedsNoOther() {
    for (String name : Main.commandLine(Main.installed(), null).getSubcommands().keySet()) {
      CommandLine alone = Main.commandLine(Main.needed("--debug", name, "walk"), null);
      if (name.equals("help")) {
        assertThat(alone.getSubcommands()).hasSizeGreaterThan(5);
      } else {
        assertThat(alone.getSubcommands().keySet()).containsExactly(name);
      }
    }
    assertThat(Main.needed("wlak")).hasSameSizeAs(Main.installed());
    assertThat(Main.needed("Walk")).hasSameSizeAs(Main.installed());
    assertThat(Main.needed()).hasSameSizeAs(Main.installed());
  }

  @Test
  void everyInstalledCommandExplainsItselfWithinEightyColumns() {
    List<String> names =
        List.copyOf(Main.commandLine(Main.installed(), null).getSubcommands().keySet());
    assertThat(names).contains("classpath", "help");
    for (String name : names) {
      Captured run = Captured.learn(name, "--help");
      assertThat(run.status()).as(name).isZero();
      assertThat(run.out()).as(name).contains("Usage: learn " + name, "--help");
      assertThat(run.out().lines()).as(name).allMatch(line -> line.length() <= 80);
    }
  }

  @Test
  void noLineOfAHelpIsBrokenIntoTwo() {
    Main.commandLine(Main.installed(), null)
        .getSubcommands()
        .forEach(
            (name, command) ->
                assertThat(command.getCommandSpec().usageMessage().footer())
                    .as(name)
                    .allMatch(line -> Width.of(line) <= 80));
  }

  @Test
  void theHelpOfACommandThatSpeaksChineseIsInChineseAndFitsIntoEightyColumns() {
    for (String name : List.of("walk", "check", "hint", "submit")) {
      String help = Captured.learn(name, "--help", "--language", "zh").out();
      assertThat(help).contains("用法：learn " + name, "选项：", "显示这份帮助。", "例：");
      assertThat(help).doesNotContainPattern("[a-z]{3,} [a-z]{3,} [a-z]{3,}");
      assertThat(help.lines()).as(name).allMatch(line -> Width.of(line) <= 80);
    }
    String all = Captured.learn("--language=zh", "--help").out();
    assertThat(all).contains("命令：", "逐个单元格走过一章。", "退出状态：0 完成");
    assertThat(all).doesNotContainPattern("[a-z]{3,} [a-z]{3,} [a-z]{3,}");
    assertThat(all.lines()).allMatch(line -> Width.of(line) <= 80);
  }

  @Test
  void aLanguageThatThereIsNotIsWrongUsage() {
    Captured run = Captured.learn("hint", "5.1", "--language", "fr");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("--language", "there are en and zh; got 'fr'");
  }

  @Test
  void helpWithACommandIsThatCommandsHelp() {
    assertThat(Captured.learn("help", "classpath")).isEqualTo(Captured.learn("classpath", "-h"));
    assertThat(Captured.learn("help")).isEqualTo(Captured.learn("--help"));
  }

  @Test
  void helpWithAnUnknownCommandIsWrongUsage() {
    Captured run = Captured.learn("help", "claspath");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo("learn: unknown command 'claspath'; did you mean 'classpath'?\n");
  }

  @Test
  void theVersionNamesTheJdk() {
    Captured run = Captured.learn("--version");
    assertThat(run.status()).isZero();
    assertThat(run.out()).startsWith("learn ").contains("JDK " + Runtime.version().feature());
  }

  @Test
  void anUnknownCommandIsWrongUsageAndTheNearestIsProposed() {
    Captured run = Captured.learn("clsspath");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines())
        .containsExactly(
            "learn: unknown command 'clsspath'; did you mean 'classpath'?",
            "For the usage: ./learn --help");
  }

  @Test
  void twoLettersThatChangedPlacesAreOneMistakeAndAStrangeWordGetsNoProposal() {
    assertThat(Captured.learn("deploy").err()).startsWith("learn: unknown command 'deploy'\n");
    assertThat(Captured.learn("wlak").err()).contains("did you mean 'walk'?");
    assertThat(Captured.learn("exprot").err()).contains("did you mean 'export'?");
    assertThat(Captured.learn("cehck").err()).contains("did you mean 'check'?");
    assertThat(Captured.learn("Check").err()).contains("did you mean 'check'?");
  }

  @Test
  void anUnknownOptionIsWrongUsageAndTheNearestIsProposed() {
    Captured run = Captured.learn(new Failing(null), "failing", "--hiden=3");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err().lines())
        .containsExactly(
            "learn: unknown option '--hiden'; did you mean '--hidden'?",
            "For the usage: ./learn failing --help");
  }

  @Test
  void aValueOfTheWrongKindIsOneLineWithTheValue() {
    Captured run = Captured.learn(new Failing(null), "failing", "--hidden", "many");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err().lines().findFirst().orElseThrow()).contains("--hidden", "'many'");
    assertThat(run.err().lines()).hasSize(2);
  }

  @Test
  void anArgumentThatNobodyAskedForIsWrongUsage() {
    Captured run = Captured.learn("classpath", "où");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).startsWith("learn: unexpected argument 'où'\n");
  }

  @Test
  void theStatusOfTheCommandIsTheStatusOfLearn() {
    assertThat(Captured.learn(new Late(), "late").status()).isEqualTo(7);
  }

  @Test
  void withoutACommandTheContentsAreShown() {
    Captured run = Captured.learn();
    assertThat(run.status()).isZero();
    assertThat(run.out()).startsWith("Sequence to sequence").contains("What to do next");
  }

  @Test
  void classpathPrintsTheClassPathOfThisJvm() {
    assertThat(Captured.learn("classpath").out().strip())
        .isEqualTo(System.getProperty("java.class.path"));
  }

  @Test
  void outputThatCannotBeWrittenIsAFailureInOneLine() {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setOut(new PrintStream(new FullDisk(), true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      System.out.println("x");
      assertThat(Main.written(ExitStatus.DONE)).isEqualTo(ExitStatus.FAILED);
      assertThat(Main.written(ExitStatus.WRONG_USAGE)).isEqualTo(ExitStatus.WRONG_USAGE);
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    assertThat(said.toString(StandardCharsets.UTF_8).lines())
        .allMatch(line -> line.startsWith("learn: the output could not be written"));
    assertThat(Main.written(ExitStatus.DONE)).isEqualTo(ExitStatus.DONE);
  }

  /** Takes nothing, as {@code /dev/full} does. */
  private static final class FullDisk extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      throw new IOException("No space left on device");
    }
  }
}
