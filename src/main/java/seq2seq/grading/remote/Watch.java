package seq2seq.grading.remote;

import java.time.Duration;
import seq2seq.grading.Exercise;
import seq2seq.grading.SubjectFault;
import seq2seq.grading.run.Limits;
import seq2seq.grading.wire.Message;

/** Says when a learner's process has used up what it may, and what that means in words. */
final class Watch {
  private static final String ENDLESS = "look for a loop without end";
  private static final long LOOK_NANOS = 50_000_000;
  private static final int LOOKS_PER_COUNT = 5;
  private static final int MOST_CALLBACKS = 20_000;

  private final Exercise exercise;
  private final Limits limits;
  private long exerciseEnd = Long.MAX_VALUE;
  private long testEnd;
  private Duration allowed;
  private Duration processorEnd;
  private long lastLook = System.nanoTime();
  private int looks;
  private int callbacks;

  Watch(Exercise exercise, Limits limits) {
    this.exercise = exercise;
    this.limits = limits;
  }

  /** A process is starting. */
  void starts() {
    allowed = limits.start();
    testEnd = System.nanoTime() + allowed.toNanos();
    processorEnd = limits.start();
  }

  /** A test begins; with the first one, so does the exercise. */
  void begins(ChildJvm child) {
    long now = System.nanoTime();
    callbacks = 0;
    allowed = limits.test();
    testEnd = now + allowed.toNanos();
    processorEnd = child.processorTime().plus(limits.processor());
    if (exerciseEnd == Long.MAX_VALUE) {
      exerciseEnd = now + limits.exercise().toNanos();
    }
  }

  /** Called now and then while an answer is waited for. */
  void check(ChildJvm child) throws SubjectFault {
    long now = System.nanoTime();
    if (now - testEnd > 0) {
      throw fault("did not end within " + seconds(allowed), ENDLESS);
    }
    if (exerciseEnd != Long.MAX_VALUE && now - exerciseEnd > 0) {
      throw fault("all its tests did not end within " + seconds(limits.exercise()), ENDLESS);
    }
    if (now - lastLook < LOOK_NANOS) {
      return;
    }
    lastLook = now;
    if (child.processorTime().compareTo(processorEnd) > 0) {
      throw fault(
          "did not end within " + seconds(limits.processor()) + " of processor time", ENDLESS);
    }
    if (++looks % LOOKS_PER_COUNT == 0 && child.descendants() > 0) {
      throw fault("started another process", "an exercise computes, and no more");
    }
  }

  /** The subject calls a callback: a test may keep something of each call. */
  void callsBack() throws SubjectFault {
    if (++callbacks > MOST_CALLBACKS) {
      throw fault("called what it was given more than " + MOST_CALLBACKS + " times", ENDLESS);
    }
  }

  private static String seconds(Duration limit) {
    return limit.toSeconds() + " s";
  }

  /** What it means that the child ended, or nearly so. */
  SubjectFault fault(ChildJvm.End end, ChildJvm child) {
    return switch (end) {
      case TIME -> fault("was stopped", "");
      case PROCESS ->
          fault("ended the JVM (exit status " + child.exitStatus() + ")", "look for System.exit");
      case MEMORY ->
          fault(
              "ran out of memory; the limit is " + limits.heapMegabytes() + " MB",
              "look for a list or an array that grows without end");
      case NONSENSE -> nonsense();
    };
  }

  /** What it means that the child says so. */
  SubjectFault fault(Message said) {
    return switch (said) {
      case FLOODED ->
          fault(
              "printed more than " + limits.printedKilobytes() + " KB",
              "look for a print in a loop without end");
      case THREADS -> fault("left threads running", "an exercise runs in one thread");
      case TOO_LARGE -> fault("returned more than the grader takes", "look at the result's sizes");
      default -> nonsense();
    };
  }

  SubjectFault nonsense() {
    return fault("sent something that is no answer", "");
  }

  private SubjectFault fault(String what, String hint) {
    return new SubjectFault(exercise, what, hint);
  }
}
