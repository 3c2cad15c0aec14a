package seq2seq.engine.kernel;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Splits loops over output elements between threads; results never depend on how many there are.
 *
 * <p>The workers are daemon threads, started when first needed. After a loop they look out for the
 * next one for some microseconds, then sleep: a training step is many short loops in a row, and a
 * program that waits for its user uses no processor time.
 *
 * <p>One loop runs at a time. A loop inside a loop, or one of another thread meanwhile, runs where
 * it is called, undivided.
 */
public final class Parallel {
  /** More threads than this do not help sizes that a laptop trains. */
  private static final int MOST_BY_DEFAULT = 8;

  /** Pieces per thread: when one thread is held up, another takes what it has not begun. */
  private static final int PIECES = 2;

  /** Elements of a simple loop that are worth waking a thread for. */
  private static final int MIN_ELEMENTS = 32768;

  private static final AtomicBoolean BUSY = new AtomicBoolean();
  private static final Workers WORKERS = new Workers();

  private static volatile int threads =
      Math.min(MOST_BY_DEFAULT, Runtime.getRuntime().availableProcessors());

  private Parallel() {}

  /** The body of a loop over the half-open range of indices that one thread takes. */
  @FunctionalInterface
  public interface Range {
    /** Runs the iterations {@code from}, inclusive, to {@code to}, exclusive. */
    void run(int from, int to);
  }

  /**
   * How many threads loops may use, at least 1; at first the number of processors, but no more than
   * 8.
   */
  public static int threads() {
    return threads;
  }

  /**
   * Lets loops use that many threads from now on, the calling one included.
   *
   * @throws IllegalArgumentException when {@code count} is less than 1
   */
  public static void use(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("threads: at least 1 is needed, not " + count);
    }
    threads = count;
  }

  /** {@link #range} over the elements of an array, each of which is little work. */
  public static void elements(int count, Range body) {
    range(count, MIN_ELEMENTS, body);
  }

  /** {@link #range} over rows of {@code width} elements, each of which is little work. */
  public static void rows(int count, int width, Range body) {
    range(count, 1 + MIN_ELEMENTS / width, body);
  }

  /**
   * Runs {@code body} over 0..count, in pieces of at least {@code grain} indices that may run at
   * the same time; returns when all are done. A count below {@code 2 * grain} stays in one piece;
   * of 0, nothing runs.
   *
   * <p>What {@code body} throws is thrown here, the first if there are several, after the pieces
   * already begun have ended; the others are left out. An interrupt of the calling thread neither
   * ends the loop nor gets lost.
   */
  public static void range(int count, int grain, Range body) {
    int threads = Parallel.threads;
    int pieces = Math.min(threads * PIECES, count / Math.max(1, grain));
    // As many for each thread, or the last piece would keep the others waiting.
    if (pieces > threads) pieces -= pieces % threads;
    if (pieces > 1 && threads > 1 && BUSY.compareAndSet(false, true)) {
      try {
        WORKERS.run(new Job(body, count, pieces), Math.min(threads, pieces) - 1);
      } finally {
        BUSY.set(false);
      }
    } else if (count > 0) {
      body.run(0, count);
    }
  }
}
