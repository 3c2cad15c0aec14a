package seq2seq.cli;

/** Something the user can put right, said in one line; ends {@code learn} with exit status 1. */
public class UserError extends RuntimeException {

  /** An error whose {@code message} names what was tried, the rule and the value that broke it. */
  public UserError(String message) {
    super(message);
  }

  /** As {@link #UserError(String)}, with the {@code cause} that {@code --debug} shows. */
  public UserError(String message, Throwable cause) {
    super(message, cause);
  }
}
