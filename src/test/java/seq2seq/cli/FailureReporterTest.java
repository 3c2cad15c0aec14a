package seq2seq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seq2seq.plot.PlotException;

class FailureReporterTest {
  @TempDir Path folder;

  private int status;

  private String report(Throwable failure, boolean debug) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    status = new FailureReporter(err, debug, traceFile()).report(failure);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private String report(Throwable failure) {
    return report(failure, false);
  }

  private Path traceFile() {
    return folder.resolve("new").resolve("fault.txt");
  }

  @Test
  void anIllegalArgumentIsOneLineAndNoTrace() {
    String error = "matmul: inner sizes differ: (64×32)·(16×8), 32 ≠ 16";
    assertThat(report(new IllegalArgumentException(error))).isEqualTo("learn: " + error + "\n");
    assertThat(status).isEqualTo(1);
    assertThat(traceFile()).doesNotExist();
  }

  @Test
  void aMessageOfSeveralLinesIsJoinedIntoOne() {
    assertThat(report(new UserError("first\n  second\n"))).isEqualTo("learn: first second\n");
    assertThat(status).isEqualTo(1);
  }

  @Test
  void whatTheMachineRefusesToDrawIsOneLineAndNoFaultOfTheCourse() {
    assertThat(report(new PlotException("cannot draw: no display", null)))
        .isEqualTo("learn: cannot draw: no display\n");
    assertThat(status).isEqualTo(1);
  }

  @Test
  void aUsageErrorHasItsOwnStatus() {
    assertThat(report(new UsageError("--hidden must be at least 1; got 0")))
        .isEqualTo("learn: --hidden must be at least 1; got 0\n");
    assertThat(status).isEqualTo(2);
  }

  @Test
  void filesThatCannotBeReadOrWrittenAreNamedWithTheReason() {
    assertThat(report(new NoSuchFileException("pairs.tsv")))
        .isEqualTo("learn: pairs.tsv: no such file or folder\n");
    assertThat(report(new AccessDeniedException("runs")))
        .isEqualTo("learn: runs: permission denied\n");
    assertThat(report(new FileSystemException("runs/a", null, "No space left on device")))
        .isEqualTo("learn: runs/a: No space left on device\n");
    assertThat(report(new FileSystemException("runs", null, "Read-only file system")))
        .isEqualTo("learn: runs: Read-only file system\n");
    assertThat(report(new FileNotFoundException("x (Is a directory)")))
        .isEqualTo("learn: cannot open x (Is a directory)\n");
    assertThat(report(new IOException("No space left on device")))
        .isEqualTo("learn: No space left on device\n");
    assertThat(status).isEqualTo(1);
  }

  @Test
  void textThatIsNotUtf8IsSaidToBeSo() {
    assertThat(report(new MalformedInputException(1))).contains("not UTF-8").hasLineCount(1);
  }

  @Test
  void anUncheckedIoExceptionIsReportedAsItsCause() {
    assertThat(report(new UncheckedIOException(new NoSuchFileException("pairs.tsv"))))
        .isEqualTo("learn: pairs.tsv: no such file or folder\n");
  }

  @Test
  void runningOutOfMemoryNamesTheHeapAndTheWayOut() {
    assertThat(report(new OutOfMemoryError("Java heap space")))
        .startsWith("learn: out of memory: the heap is ")
        .contains("LEARN_JAVA_OPTS=-Xmx4g")
        .hasLineCount(1);
    assertThat(status).isEqualTo(1);
  }

  @Test
  void aThreadThatTheSystemDoesNotGiveIsNoFaultOfTheCourse() {
    Throwable none = new OutOfMemoryError("unable to create native thread: possibly out of memory");
    for (Throwable failure :
        List.of(none, new ExceptionInInitializerError(new IllegalStateException(none)))) {
      assertThat(report(failure)).contains("the system gave no new thread").hasLineCount(1);
    }
  }

  @Test
  void aFaultOfTheCourseIsOneLineAndItsTraceIsKept() throws IOException {
    assertThat(report(new IllegalStateException("lost")))
        .startsWith("learn: unexpected java.lang.IllegalStateException: lost")
        .contains("fault of the course", traceFile().toString())
        .hasLineCount(1);
    assertThat(status).isEqualTo(1);
    assertThat(Files.readString(traceFile())).contains("at seq2seq.cli.FailureReporterTest");
  }

  @Test
  void aNumberThatDoesNotParseDeepInsideIsAFaultAndNotTheUsersMistake() {
    assertThat(report(new NumberFormatException("For input string: \"x\"")))
        .contains("fault of the course");
  }

  @Test
  void whereTheTraceCannotBeKeptDebugIsProposed() throws IOException {
    Files.writeString(folder.resolve("new"), "a file where the folder should be");
    assertThat(report(new NullPointerException())).contains("--debug").hasLineCount(1);
  }

  @Test
  void debugPrintsTheTraceOfAUsersMistakeToo() {
    assertThat(report(new IllegalArgumentException("bad"), true))
        .contains("at seq2seq.cli.FailureReporterTest")
        .endsWith("learn: bad\n");
  }

  @Test
  void exceptionsAndErrorsOfACommandAllEndHere() {
    Captured mistake =
        Captured.learn(new Failing(new IllegalArgumentException("batch: 0 < 1")), "failing");
    assertThat(mistake).isEqualTo(new Captured(1, "", "learn: batch: 0 < 1\n"));
    Captured memory = Captured.learn(new Failing(new OutOfMemoryError()), "failing");
    assertThat(memory.status()).isEqualTo(1);
    assertThat(memory.err()).startsWith("learn: out of memory");
  }

  @Test
  void debugIsAcceptedBeforeAndAfterTheCommand() {
    Failing failing = new Failing(new IllegalArgumentException("bad"));
    assertThat(Captured.learn(failing, "--debug", "failing").err()).contains("\tat ");
    assertThat(Captured.learn(failing, "failing", "--debug").err()).contains("\tat ");
    assertThat(Captured.learn(failing, "failing").err()).doesNotContain("\tat ");
  }
}
