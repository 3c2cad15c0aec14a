package seq2seq.cli;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import seq2seq.language.Texts;
import seq2seq.notebook.text.Ink;

/** {@code learn} itself: shows the contents when no command is named. */
@CommandLine.Command(
    name = "learn",
    description = "Sequence-to-sequence learning, step by step.",
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Without a command: the table of contents, and what to do next.",
      "The command book, which builds the course as a web site: ./learn book --help.",
      "JAVA_HOME, LEARN_JAVA_OPTS and what else may be set: docs/settings.md.",
      "Exit status: 0 done, 1 failed, 2 wrong usage."
    })
final class Learn implements Callable<Integer> {
  static final Texts TEXTS = Texts.of(Learn.class);

  @Spec private CommandSpec spec;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Shows the version.")
  private boolean version;

  @Override
  public Integer call() {
    List<ChapterProgress> chapters = ChapterProgress.of(Contents.chapters());
    Ink ink = new Ink(Terminal.current().colour());
    Set<String> commands = spec.subcommands().keySet();
    new ContentsPage(chapters, commands, Contents.capstone(), ink, Terminal.columns())
        .lines()
        .forEach(System.out::println);
    return ExitStatus.DONE;
  }
}
