package seq2seq.cli.walk;

import java.util.Arrays;

/**
 * Keeps the progress when the program ends in the middle of a walk, and says so: because a cell
 * called {@code System.exit}, which no in-process engine survives, or because it was killed.
 */
final class SuddenEnd extends Thread {
  private final Walk walk;
  private final Console console;
  private final Progress progress;
  private volatile boolean armed = true;

  SuddenEnd(Walk walk, Console console, Progress progress) {
    super("keep progress");
    this.walk = walk;
    this.console = console;
    this.progress = progress;
  }

  /** The walk ended in good order. */
  void disarm() {
    armed = false;
    try {
      Runtime.getRuntime().removeShutdownHook(this);
    } catch (IllegalStateException e) {
      // The program is ending already.
    }
  }

  @Override
  public void run() {
    if (!armed) {
      return;
    }
    progress.write(walk.next());
    String why = isExitCalled() ? "System.exit was called, which ends the walk too. " : "";
    console.say("");
    console.say(why + "Saved: the next walk goes on at cell " + walk.next() + ".");
    console.close();
  }

  /** Whether Java that the reader ran, and not a signal, ends the program. */
  private static boolean isExitCalled() {
    return Thread.getAllStackTraces().values().stream().anyMatch(SuddenEnd::exits);
  }

  private static boolean exits(StackTraceElement[] calls) {
    return Arrays.stream(calls).anyMatch(call -> call.getMethodName().equals("exit"))
        && Arrays.stream(calls).anyMatch(call -> call.getClassName().startsWith("REPL."));
  }
}
