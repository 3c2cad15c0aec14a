package seq2seq.cli;

import java.io.PrintStream;
import seq2seq.language.Width;

/**
 * Says on a terminal how far a command is, in one line that changes and goes away at the end.
 *
 * <p>On anything else it says nothing.
 */
public final class Ticker implements AutoCloseable {
  private final PrintStream err;
  private final boolean isTerminal;
  private final String what;
  private final int all;
  private int done;
  private int shown;

  /**
   * One for {@code all} things.
   *
   * @param what is done with them, such as "checking"
   */
  public Ticker(PrintStream err, boolean isTerminal, String what, int all) {
    this.err = err;
    this.isTerminal = isTerminal && all > 1;
    this.what = what;
    this.all = all;
    show();
  }

  /** One more is done. */
  public synchronized void tick() {
    done++;
    show();
  }

  private void show() {
    if (isTerminal) {
      String line = Learn.TEXTS.get("ticker", what, done, all);
      err.print("\r" + line);
      err.flush();
      shown = Width.of(line);
    }
  }

  @Override
  public synchronized void close() {
    if (isTerminal) {
      err.print("\r" + " ".repeat(shown) + "\r");
      err.flush();
    }
  }
}
