package seq2seq.grading.child;

import seq2seq.grading.Todo;
import seq2seq.grading.wire.Message;
import seq2seq.grading.wire.Thrown;
import seq2seq.grading.wire.WireWriter;

/** What the subject threw, as plain data: its kind, name, message and line. */
final class ThrownFrame {
  private static final int LONGEST = 500;

  private ThrownFrame() {}

  static WireWriter of(Throwable thrown, LearnerLoader loader, Callbacks callbacks) {
    Throwable failure = thrown instanceof ExceptionInInitializerError ? cause(thrown) : thrown;
    return new WireWriter(Message.THREW)
        .number(kind(failure, callbacks).ordinal())
        .number(callbacks.number(failure))
        .text(failure.getClass().getSimpleName())
        .text(message(failure))
        .number(line(failure, loader));
  }

  private static Throwable cause(Throwable thrown) {
    try {
      return thrown.getCause() == null ? thrown : thrown.getCause();
    } catch (Throwable another) {
      return thrown;
    }
  }

  private static Thrown kind(Throwable failure, Callbacks callbacks) {
    if (callbacks.number(failure) >= 0) {
      return Thrown.FROM_CALLBACK;
    }
    if (failure instanceof Todo) {
      return Thrown.TODO;
    }
    if (failure instanceof StackOverflowError) {
      return Thrown.ENDLESS;
    }
    return failure instanceof IllegalArgumentException ? Thrown.REFUSAL : Thrown.OTHER;
  }

  /** An exception of the learner's own may do anything when it is asked. */
  private static String message(Throwable failure) {
    try {
      String message = failure.getMessage();
      return message == null ? "" : message.substring(0, Math.min(message.length(), LONGEST));
    } catch (Throwable another) {
      return "";
    }
  }

  /** The line of the learner's file that threw it, or was on the way there; 0 if none is known. */
  private static int line(Throwable failure, LearnerLoader loader) {
    try {
      for (StackTraceElement frame : failure.getStackTrace()) {
        if (loader.isLearners(frame.getClassName())) {
          return frame.getLineNumber();
        }
      }
    } catch (Throwable another) {
      // then there is none
    }
    return 0;
  }
}
