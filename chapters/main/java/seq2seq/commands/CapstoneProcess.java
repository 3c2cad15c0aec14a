package seq2seq.commands;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import seq2seq.ch11_capstone.Capstone;
import seq2seq.ch11_capstone.Part;

/**
 * A training of the capstone in a JVM of its own, for the learner's classes are in it.
 *
 * @param classes the folder where it finds them
 */
record CapstoneProcess(Path classes) {
  private static final String MAIN = "seq2seq.graded.capstone.CapstoneMain";

  /** Seconds on the clock: for a part that waits, and uses no processor. */
  private static final int LONGEST = 600;

  /**
   * What came of it: a result, or what failed.
   *
   * @param result null after a failure
   * @param failed the part that failed; null if none did, or nobody knows which
   * @param fault what happened, in one line
   */
  record Ended(Capstone.Result result, Part failed, String fault) {}

  /**
   * Trains with these parts of the learner's.
   *
   * @param lines is told a line after each epoch
   */
  Ended run(Collection<Part> yours, Consumer<String> lines) {
    try {
      Process process =
          new ProcessBuilder(command(yours)).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      CompletableFuture.delayedExecutor(LONGEST, TimeUnit.SECONDS, Runnable::run)
          .execute(process::destroyForcibly);
      try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
        return read(out, lines, process);
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> command(Collection<Part> yours) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-Xmx512m", "-XX:+ExitOnOutOfMemoryError"));
    String path = System.getProperty("java.class.path");
    command.addAll(List.of("-cp", classes + java.io.File.pathSeparator + path, MAIN));
    yours.forEach(part -> command.add(part.exercise()));
    return command;
  }

  private static Ended read(BufferedReader out, Consumer<String> lines, Process process)
      throws IOException {
    List<String[]> samples = new ArrayList<>();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      String[] field = line.split("\t", -1);
      switch (field[0]) {
        case "epoch" -> lines.accept(CapstoneTexts.said(field[1]));
        case "sample" -> samples.add(new String[] {field[1], field[2]});
        case "fault" -> {
          Part failed = CapstoneParts.part(field[1]).orElse(null);
          return new Ended(null, failed, CapstoneTexts.fault(failed, field[2]));
        }
        case "result" -> {
          return new Ended(result(field, samples), null, "");
        }
        default -> {}
      }
    }
    String status = status(process);
    return new Ended(null, null, CapstoneTexts.TEXTS.get("unfinished", status, LONGEST));
  }

  private static String status(Process process) {
    try {
      return process.waitFor(1, TimeUnit.SECONDS) ? "" + process.exitValue() : "?";
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return "?";
    }
  }

  private static Capstone.Result result(String[] field, List<String[]> samples) {
    double[] number = new double[5];
    for (int i = 0; i < number.length; i++) {
      number[i] = Double.parseDouble(field[i + 1]);
    }
    return new Capstone.Result(number[0], number[1], number[2], number[3], samples, number[4]);
  }
}
