package seq2seq.cli;

import picocli.CommandLine;
import picocli.CommandLine.Option;

/** A command for tests that fails as it is told to. */
@CommandLine.Command(name = "failing", description = "Fails.")
final class Failing implements Command {
  private final Throwable failure;

  @Option(names = "--hidden", description = "A number.")
  private int hidden;

  Failing(Throwable failure) {
    this.failure = failure;
  }

  @Override
  public Integer call() throws Exception {
    if (failure instanceof Error error) {
      throw error;
    }
    throw (Exception) failure;
  }
}
