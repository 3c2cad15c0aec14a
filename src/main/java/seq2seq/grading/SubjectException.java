package seq2seq.grading;

/** What a subject in another process threw: its name and message, never the object itself. */
public final class SubjectException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String name;

  /** An exception of the class with this simple name. */
  public SubjectException(String name, String message) {
    super(message.isEmpty() ? null : message);
    this.name = name;
  }

  /** The simple name of its class. */
  public String name() {
    return name;
  }
}
