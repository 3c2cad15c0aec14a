package seq2seq.notebook;

/**
 * A chapter that cannot be read as a notebook; the message starts with {@code file:line}.
 *
 * <p>Thrown for an unclosed fence, an unknown key of metadata, or mark-up in a place where it means
 * nothing.
 */
public final class NotebookException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** The message is {@code file:line: problem}. */
  NotebookException(String file, int line, String problem) {
    super(file + ":" + line + ": " + problem);
  }
}
