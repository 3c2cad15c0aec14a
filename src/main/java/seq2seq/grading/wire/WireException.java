package seq2seq.grading.wire;

/** What came is not what the protocol allows: the other side is broken, or lies. */
public final class WireException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** With the reason, for whoever looks into it. */
  public WireException(String why) {
    super(why);
  }

  /** With the failure that the bytes led to. */
  public WireException(String why, Throwable cause) {
    super(why, cause);
  }
}
