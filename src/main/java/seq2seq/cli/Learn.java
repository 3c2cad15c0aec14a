package seq2seq.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code learn} itself: shows the contents when no command is named. */
@CommandLine.Command(
    name = "learn",
    description = "Sequence-to-sequence learning, step by step.",
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Without a command: the table of contents, and what to do next.",
      "Exit status: 0 done, 1 failed, 2 wrong usage."
    })
final class Learn implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Shows the version.")
  private boolean version;

  @Override
  public Integer call() {
    ContentsPage.lines(Contents.chapters(), spec.subcommands().keySet())
        .forEach(System.out::println);
    return ExitStatus.DONE;
  }
}
