package seq2seq.engine;

/** Sizes that do not fit together. The message names the operation, the rule and the shapes. */
public class ShapeException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** An error of {@code operation}: the message reads {@code operation: what was wrong}. */
  public ShapeException(String operation, String whatWasWrong) {
    super(operation + ": " + whatWasWrong);
  }
}
