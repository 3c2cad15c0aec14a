package seq2seq.cli.check;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import seq2seq.cli.Command;
import seq2seq.cli.ExitStatus;
import seq2seq.cli.Terminal;

/** Shows the next hint for an exercise. */
@CommandLine.Command(
    name = "hint",
    description = "Shows the next hint for an exercise.",
    footer = {"", "Example:", "  ./learn hint 6.2"})
public final class HintCommand implements Command {
  @Parameters(
      paramLabel = "N.M",
      descriptionKey = "asked",
      description = "The number of the exercise.")
  private String asked;

  @Option(names = "--restart", description = "Starts again with the first hint.")
  private boolean restart;

  @Override
  public boolean speaksChinese() {
    return true;
  }

  @Override
  public Integer call() {
    ExerciseHelp.hint(asked, Terminal.columns(), restart).forEach(System.out::println);
    return ExitStatus.DONE;
  }
}
