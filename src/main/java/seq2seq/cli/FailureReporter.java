package seq2seq.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import seq2seq.files.AtomicFile;
import seq2seq.files.IoMessages;
import seq2seq.plot.PlotException;

/**
 * Turns an exception into one line on standard error and an exit status.
 *
 * <p>A mistake of the user's never shows a stack trace. A fault of the course (any other exception)
 * says so, and keeps the trace in a file. With {@code --debug} the trace is printed for both.
 *
 * @param err where the line goes
 * @param debug true to print the stack trace as well
 * @param traceFile where the trace of a fault is kept; overwritten
 */
record FailureReporter(PrintStream err, boolean debug, Path traceFile) {

  /** Reports {@code failure} and returns the exit status. */
  int report(Throwable failure) {
    if (debug) {
      failure.printStackTrace(err);
    }
    if (failure instanceof UsageError) {
      err.println("learn: " + oneLine(failure.getMessage()));
      return ExitStatus.WRONG_USAGE;
    }
    err.println("learn: " + line(failure));
    return ExitStatus.FAILED;
  }

  private String line(Throwable failure) {
    if (failure instanceof IOException io) {
      return oneLine(IoMessages.of(io));
    }
    if (failure instanceof UncheckedIOException unchecked) {
      return oneLine(IoMessages.of(unchecked.getCause()));
    }
    if (lacksThreads(failure)) {
      return "the system gave no new thread or process: too many run already (ulimit -u)";
    }
    if (failure instanceof OutOfMemoryError) {
      return outOfMemory();
    }
    return isUsers(failure) ? oneLine(failure.getMessage()) : fault(failure);
  }

  /** A number that does not parse is nobody's message, so it counts as a fault. */
  private static boolean isUsers(Throwable failure) {
    boolean kind =
        failure instanceof UserError
            || failure instanceof PlotException
            || failure instanceof IllegalArgumentException;
    return kind && !(failure instanceof NumberFormatException) && failure.getMessage() != null;
  }

  /** A library that wanted a thread wraps that in errors of its own. */
  private static boolean lacksThreads(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof OutOfMemoryError && ("" + each.getMessage()).contains("native thread")) {
        return true;
      }
    }
    return false;
  }

  private static String outOfMemory() {
    long megabytes = Runtime.getRuntime().maxMemory() >> 20;
    return "out of memory: the heap is "
        + megabytes
        + " MB; give more with LEARN_JAVA_OPTS=-Xmx4g, or ask for smaller sizes";
  }

  private String fault(Throwable failure) {
    String what = "unexpected " + oneLine(failure.toString()) + "; this is a fault of the course";
    return debug ? what : what + ". " + whereTheTraceIs(failure);
  }

  private String whereTheTraceIs(Throwable failure) {
    try {
      keep(failure);
      return "The trace is in " + traceFile + ".";
    } catch (IOException unwritable) {
      return "To see the trace, add --debug.";
    }
  }

  private void keep(Throwable failure) throws IOException {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace, true));
    AtomicFile.write(traceFile, trace.toString());
  }

  static String oneLine(String message) {
    return message.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
