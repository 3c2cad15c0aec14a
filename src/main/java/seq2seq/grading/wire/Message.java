package seq2seq.grading.wire;

/** What a frame says; its first byte is the ordinal. */
public enum Message {
  /** To the child: the limits that it watches itself. */
  HELLO,
  /** To the child: the exercise's interface, the learner's classes. */
  LOAD,
  /** To the child: forget the subject; the next call makes a new one, of freshly loaded classes. */
  RENEW,
  /** To the child: call a method of the subject. */
  CALL,
  /** To the child: what a callback returned. */
  CALLED_BACK,
  /** To the child: what a callback threw. */
  CALLBACK_THREW,
  /** From the child: it is there. */
  READY,
  /** From the child: what the call returned, and its arguments as they are now. */
  RETURNED,
  /** From the child: what the call threw. */
  THREW,
  /** From the child: call a callback. */
  CALL_BACK,
  /** From the child: something that the subject printed. */
  PRINTED,
  /** From the child: the subject printed more than it may. */
  FLOODED,
  /** From the child: threads of the subject are left. */
  THREADS,
  /** From the child: the result is larger than a frame. */
  TOO_LARGE,
  /**
   * To the process of javac: the exercise, the folder of the course, the folder for the classes.
   */
  COMPILE,
  /** From the process of javac: what it says, line by line. */
  COMPILED;

  private static final Message[] ALL = values();

  /** The message of this ordinal. */
  static Message of(int ordinal) {
    if (ordinal < 0 || ordinal >= ALL.length) {
      throw new WireException("no message has the number " + ordinal);
    }
    return ALL[ordinal];
  }
}
