package seq2seq.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code learn help COMMAND}, another spelling of {@code learn COMMAND --help}. */
@CommandLine.Command(name = "help", description = "Shows the help of a command.")
public final class HelpCommand implements Command {
  @Spec private CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "The command; none: all.")
  private String command;

  /**
   * Prints the help.
   *
   * @throws UsageError if there is no such command
   */
  @Override
  public Integer call() {
    CommandLine learn = spec.parent().commandLine();
    CommandLine asked = command == null ? learn : learn.getSubcommands().get(command);
    if (asked == null) {
      throw new UsageError(UsageMessages.unknownCommand(command, learn));
    }
    asked.usage(learn.getOut());
    return ExitStatus.DONE;
  }
}
