package seq2seq.ch11_capstone;

/** A part that failed: it threw, or gave back what cannot be used. */
public final class PartException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final Part part;

  /**
   * A failure.
   *
   * @param what what the part did, a verb first
   */
  public PartException(Part part, String what, Throwable cause) {
    super("your " + part + " " + what, cause);
    this.part = part;
  }

  /** The part that failed. */
  public Part part() {
    return part;
  }
}
