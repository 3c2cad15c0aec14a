package seq2seq.files;

/** A file is missing, unreadable or not what it should be: one line, meant for the user. */
public class FileException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** A fault described by {@code message}, which names the file. */
  public FileException(String message) {
    super(message);
  }

  /** A fault described by {@code message}, which {@code cause} brought to light. */
  public FileException(String message, Throwable cause) {
    super(message, cause);
  }
}
