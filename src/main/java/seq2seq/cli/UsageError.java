package seq2seq.cli;

/**
 * A command line that cannot be obeyed, such as {@code --hidden 0}, said in one line; ends {@code
 * learn} with exit status 2.
 */
public final class UsageError extends UserError {

  /** An error whose {@code message} names the option, the rule and the value that broke it. */
  public UsageError(String message) {
    super(message);
  }
}
