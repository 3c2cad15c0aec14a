package seq2seq.grading.remote;

import java.time.Duration;
import seq2seq.grading.Exercise;
import seq2seq.grading.GraderTrouble;
import seq2seq.grading.SubjectFault;
import seq2seq.grading.run.Limits;
import seq2seq.grading.wire.Message;

/** Says when a learner's process has used up what it may, and what that means in words. */
final class UsageMeter {
  private static final String ENDLESS = "look for a loop without end";
  private static final long LOOK_NANOS = 50_000_000;
  private static final int LOOKS_PER_COUNT = 5;
  private static final int MOST_CALLBACKS = 20_000;
  private static final int MOST_EXTENSIONS = 20;

  /**
   * Processor time for a test that is run again if it fails, and for one after another has used up
   * all of its own: an honest test takes a tenth of that.
   */
  private static final Duration SHORT = Duration.ofSeconds(1);

  /** A process that has used less than this part of the time has waited, and not worked. */
  private static final int IDLE = 100;

  private final Exercise exercise;
  private final Limits limits;
  private final boolean isChecked;
  private long exerciseEnd = Long.MAX_VALUE;
  private long testEnd;
  private Duration allowed;
  private Duration processorEnd;
  private Duration usedBefore = Duration.ZERO;
  private int extensions;
  private boolean mayBlock;
  private boolean isShort;
  private Duration processor;
  private long lastLook = System.nanoTime();
  private int looks;
  private int callbacks;

  /**
   * @param isChecked true if what the class uses has been checked: then it cannot end its process,
   *     wait or write to it by itself, and where that happens it was not the class
   */
  UsageMeter(Exercise exercise, Limits limits, boolean isChecked) {
    this.exercise = exercise;
    this.isChecked = isChecked;
    this.limits = limits;
    processor = limits.processor();
  }

  /** What overflowed inside a lock of Java's and was caught may wait for that lock for ever. */
  void mayBlock(boolean catchesErrors) {
    mayBlock = catchesErrors;
  }

  /** From the next test on, processor time is short. */
  void shorten() {
    isShort = true;
  }

  /** A process is starting. */
  void starts() {
    usedBefore = Duration.ZERO;
    extensions = 0;
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
    usedBefore = child.processorTime();
    extensions = 0;
    boolean isLess = isShort && SHORT.compareTo(limits.processor()) < 0;
    processor = isLess ? SHORT : limits.processor();
    processorEnd = usedBefore.plus(processor);
    if (exerciseEnd == Long.MAX_VALUE) {
      exerciseEnd = now + limits.exercise().toNanos();
    }
  }

  /** Called now and then while an answer is waited for. */
  void check(ChildJvm child) throws SubjectFault {
    long now = System.nanoTime();
    if (now - testEnd > 0 && !mayGoOn(child)) {
      throw late(child, "did not end within " + seconds(allowed));
    }
    if (exerciseEnd != Long.MAX_VALUE && now - exerciseEnd > 0) {
      throw late(child, "all its tests did not end within " + seconds(limits.exercise()));
    }
    if (now - lastLook < LOOK_NANOS) {
      return;
    }
    lastLook = now;
    if (child.processorTime().compareTo(processorEnd) > 0) {
      isShort = true;
      throw fault("did not end within " + seconds(processor) + " of processor time", ENDLESS);
    }
    if (++looks % LOOKS_PER_COUNT == 0 && child.descendants() > 0) {
      throw fault("started another process", "an exercise computes, and no more");
    }
  }

  /** On a busy machine a class that computes gets more time, until its processor time is up. */
  private boolean mayGoOn(ChildJvm child) {
    Duration used = child.processorTime();
    boolean hasWorked = used.minus(usedBefore).compareTo(allowed.dividedBy(IDLE)) > 0;
    if (!isChecked || !child.isMeasured() || !hasWorked || ++extensions > MOST_EXTENSIONS) {
      return false;
    }
    usedBefore = used;
    testEnd += allowed.toNanos();
    exerciseEnd += exerciseEnd == Long.MAX_VALUE ? 0 : allowed.toNanos();
    return true;
  }

  /** A class that computes would have used up its processor time before. */
  private Error late(ChildJvm child, String what) {
    return isChecked && child.isMeasured() && !mayBlock
        ? new GraderTrouble(what + ", with too little of the processor in that time")
        : fault(what, ENDLESS);
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
  Error fault(ChildJvm.End end, ChildJvm child) {
    if (end == ChildJvm.End.MEMORY) {
      return fault(
          "ran out of memory; the limit is " + limits.heapMegabytes() + " MB",
          "look for a list or an array that grows without end");
    }
    if (isChecked || end == ChildJvm.End.KILLED) {
      return new GraderTrouble("the process of the class ended (" + child.lastWords() + ")");
    }
    return end == ChildJvm.End.EXIT
        ? fault("ended the JVM (exit status " + child.exitStatus() + ")", "look for System.exit")
        : nonsense();
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
