package seq2seq.grading.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import seq2seq.grading.Exercise;
import seq2seq.grading.run.GradedTests.GradedTest;
import seq2seq.grading.run.TestResult.Status;

/**
 * Runs the tests of one exercise in a JVM of its own, under watch.
 *
 * <p>A test that ends the JVM, or does not end itself, costs its own points: the tests after it run
 * in a fresh JVM.
 */
public final class GradingProcess {
  private static final String GONE = "#gone";
  private static final String OUT_OF_MEMORY = "Terminating due to java.lang.OutOfMemoryError";

  private final Exercise exercise;
  private final String subject;
  private final long seed;
  private final Limits limits;
  private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private volatile boolean outOfMemory;
  private boolean isLost;

  private GradingProcess(Exercise exercise, String subject, long seed, Limits limits) {
    this.exercise = exercise;
    this.subject = subject;
    this.seed = seed;
    this.limits = limits;
  }

  /**
   * Runs all tests of {@code exercise}.
   *
   * @param classes the folder of the learner's compiled class
   * @return one result a test, in the order of {@link GradedTests#of}
   */
  public static List<TestResult> of(Exercise exercise, Path classes, long seed, Limits limits) {
    List<TestResult> results = new ArrayList<>();
    List<GradedTest> rest = GradedTests.of(exercise);
    while (!rest.isEmpty()) {
      List<TestResult> some =
          new GradingProcess(exercise, "classes:" + classes, seed, limits).run(rest);
      results.addAll(some);
      rest = rest.subList(some.size(), rest.size());
    }
    return results;
  }

  /** The results up to the end, or up to the first test that took the JVM with it. */
  private List<TestResult> run(List<GradedTest> tests) {
    Process process = start(tests);
    try {
      List<TestResult> results = new ArrayList<>();
      Duration wait = limits.start();
      for (GradedTest test : tests) {
        TestResult result = watch(process, test, wait);
        results.add(result);
        if (isLost) {
          break;
        }
        wait = limits.test();
      }
      return results;
    } finally {
      process.destroyForcibly();
    }
  }

  private TestResult watch(Process process, GradedTest test, Duration untilStart) {
    String line = next(untilStart);
    if (!Protocol.isStart(line, test)) {
      return lost(test, "the grading JVM did not start this test" + because(process, line));
    }
    line = next(limits.test());
    if (Protocol.isEnd(line, test)) {
      return Protocol.result(line, test);
    }
    return lost(test, exercise.label() + ": " + reason(process, line));
  }

  private String reason(Process process, String line) {
    if (line.isEmpty()) {
      return "did not end within " + limits.test().toSeconds() + " s: is there a loop without end?";
    }
    if (outOfMemory) {
      return "ran out of memory: the limit is " + limits.heapMegabytes() + " MB.";
    }
    return "ended the JVM" + because(process, line) + ": was System.exit called?";
  }

  private static String because(Process process, String line) {
    try {
      boolean ended = line.equals(GONE) && process.waitFor(2, TimeUnit.SECONDS);
      return ended ? " (exit status " + process.exitValue() + ")" : "";
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  private TestResult lost(GradedTest test, String why) {
    isLost = true;
    return new TestResult(test.method(), test.points(), Status.FAILED, why);
  }

  /** The next line of the protocol; empty if none came in time, {@link #GONE} if none ever will. */
  private String next(Duration wait) {
    try {
      String line = lines.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
      return line == null ? "" : line;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  private Process start(List<GradedTest> tests) {
    try {
      Process process = new ProcessBuilder(command(tests)).redirectErrorStream(true).start();
      process.getOutputStream().close(); // standard input is at its end
      Thread reader = new Thread(() -> read(process), "grading " + exercise.id());
      reader.setDaemon(true);
      reader.start();
      return process;
    } catch (IOException unstartable) {
      throw new UncheckedIOException("cannot start a JVM for the tests", unstartable);
    }
  }

  private List<String> command(List<GradedTest> tests) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Started often and gone soon: what makes a JVM start fast.
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
    command.addAll(List.of("-Xmx" + limits.heapMegabytes() + "m", "-XX:+ExitOnOutOfMemoryError"));
    command.addAll(List.of("-Dfile.encoding=UTF-8", "-Djava.awt.headless=true"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(GradingMain.class.getName(), exercise.id(), subject, "" + seed));
    tests.forEach(test -> command.add(test.method()));
    return command;
  }

  private void read(Process process) {
    try (BufferedReader from =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = from.readLine(); line != null; line = from.readLine()) {
        keep(line);
      }
    } catch (IOException ended) {
      // the process was ended; what follows says so
    }
    lines.add(GONE);
  }

  /** Only lines of the protocol are kept, so a flood of others cannot fill our own heap. */
  private void keep(String line) {
    outOfMemory |= line.startsWith(OUT_OF_MEMORY);
    if (Protocol.isLine(line)) {
      lines.add(line);
    }
  }
}
