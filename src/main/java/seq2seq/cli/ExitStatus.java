package seq2seq.cli;

/** The exit status of {@code learn}, the same for every command. */
public final class ExitStatus {
  /** The command did what was asked. */
  public static final int DONE = 0;

  /** It could not be done: one line on standard error says why. */
  public static final int FAILED = 1;

  /** The command line is wrong; nothing was done. */
  public static final int WRONG_USAGE = 2;

  private ExitStatus() {}
}
