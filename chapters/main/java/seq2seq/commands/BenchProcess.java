package seq2seq.commands;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import seq2seq.cli.UserError;
import seq2seq.files.TemporaryFolder;

/**
 * One part of the benchmark in a JVM of its own, with the flags of this one: what the JIT compiler
 * has learned from one model, and the heap that it has left, must not slow down the next.
 */
final class BenchProcess {
  private BenchProcess() {}

  /**
   * Runs {@code learn bench} with these arguments and adds what it has measured.
   *
   * @param flags of the JVM, after those of this one
   */
  static void run(BenchRows rows, List<String> flags, List<String> arguments) {
    try (TemporaryFolder folder = new TemporaryFolder("seq2seq-bench")) {
      Path file = folder.path().resolve("rows.json");
      List<String> command = command(flags, arguments);
      command.addAll(List.of("--json", file.toString()));
      wait(command);
      rows.read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> command(List<String> flags, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(flags);
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), "seq2seq.cli.Main", "bench"));
    command.addAll(arguments);
    return command;
  }

  private static void wait(List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      int status = process.waitFor();
      if (status != 0) {
        throw new UserError("bench: a part failed with status " + status + ": " + command);
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new UserError("bench: interrupted");
    }
  }
}
