package seq2seq.data;

import seq2seq.files.FileException;

/** A fault in the data that a caller gave: its message is one line, meant for the user. */
public class DataException extends FileException {
  private static final long serialVersionUID = 1L;

  /** A fault described by {@code message}. */
  public DataException(String message) {
    super(message);
  }

  /** A fault described by {@code message} that {@code cause} brought to light. */
  public DataException(String message, Throwable cause) {
    super(message, cause);
  }
}
