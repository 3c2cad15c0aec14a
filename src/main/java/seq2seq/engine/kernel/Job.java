package seq2seq.engine.kernel;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/** One loop of {@link Parallel}: its pieces, taken by whichever thread is free, and its outcome. */
final class Job {
  /** How long a thread spins for what it waits for before it parks. */
  static final long SPIN_NANOS = 100_000;

  private static final long PARK_NANOS = 20_000;

  private final Parallel.Range body;
  private final int count;
  private final int pieces;
  private final AtomicInteger taken = new AtomicInteger();
  private final AtomicInteger ended = new AtomicInteger();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();

  Job(Parallel.Range body, int count, int pieces) {
    this.body = body;
    this.count = count;
    this.pieces = pieces;
  }

  /** Takes pieces and runs them until none is left to take. */
  void work() {
    for (int piece = taken.getAndIncrement(); piece < pieces; piece = taken.getAndIncrement()) {
      run(piece);
    }
  }

  private void run(int piece) {
    try {
      if (failure.get() == null) body.run(start(piece), start(piece + 1));
    } catch (Throwable e) {
      failure.compareAndSet(null, e);
    } finally {
      ended.incrementAndGet();
    }
  }

  private int start(int piece) {
    return (int) ((long) count * piece / pieces);
  }

  /** Waits until every piece has ended. */
  void await() {
    long start = System.nanoTime();
    while (ended.get() < pieces) {
      if (System.nanoTime() - start < SPIN_NANOS) {
        Thread.onSpinWait();
      } else {
        LockSupport.parkNanos(this, PARK_NANOS);
      }
    }
  }

  /** Throws what a piece threw, if one did. */
  void rethrow() {
    Throwable e = failure.get();
    if (e != null) Job.<RuntimeException>unchecked(e);
  }

  /** Throws {@code e} as it is: a body declares no checked exception, so it is rarely one. */
  @SuppressWarnings("unchecked")
  private static <E extends Throwable> void unchecked(Throwable e) throws E {
    throw (E) e;
  }
}
