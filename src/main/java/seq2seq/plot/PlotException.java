package seq2seq.plot;

/**
 * A picture that this machine cannot draw or save: no fonts, no permission, a full disk.
 *
 * <p>The message is one line, meant for the user. A plot is never worth a training run: a caller
 * that trains catches this, prints the message and goes on.
 */
public final class PlotException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A failure said in {@code message}, and what the machine reported, or null. */
  public PlotException(String message, Throwable cause) {
    super(message, cause);
  }
}
