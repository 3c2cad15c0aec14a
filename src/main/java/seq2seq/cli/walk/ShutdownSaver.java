package seq2seq.cli.walk;

import java.util.Arrays;
import seq2seq.language.Texts;

/**
 * Keeps the progress when the program ends in the middle of a walk, and says so: because a cell
 * called {@code System.exit}, which no in-process engine survives, or because it was killed.
 */
final class ShutdownSaver extends Thread {
  private static final Texts TEXTS = Texts.of(ShutdownSaver.class);

  private final Walk walk;
  private final Console console;
  private volatile boolean armed = true;

  ShutdownSaver(Walk walk, Console console) {
    super("keep progress");
    this.walk = walk;
    this.console = console;
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
    walk.place().save();
    String why = isExitCalled() ? TEXTS.get("exit.called") + " " : "";
    console.say("");
    console.say(why + TEXTS.get("saved.exit", walk.place().told()));
    console.close();
  }

  /** Whether Java that the reader ran, and not a signal, ends the program. */
  private static boolean isExitCalled() {
    return Thread.getAllStackTraces().values().stream().anyMatch(ShutdownSaver::exits);
  }

  private static boolean exits(StackTraceElement[] calls) {
    return Arrays.stream(calls).anyMatch(call -> call.getMethodName().equals("exit"))
        && Arrays.stream(calls).anyMatch(call -> call.getClassName().startsWith("REPL."));
  }
}
