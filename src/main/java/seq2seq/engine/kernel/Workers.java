package seq2seq.engine.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/** The threads that help with loops: one job at a time, each helper with a desk of its own. */
final class Workers {
  private final List<Worker> workers = new ArrayList<>();

  /**
   * Runs {@code job} on the calling thread and {@code helpers} others; for one caller at a time.
   */
  void run(Job job, int helpers) {
    while (workers.size() < helpers) workers.add(Worker.started(workers.size() + 1));
    for (int i = 0; i < helpers; i++) workers.get(i).give(job);
    job.work();
    job.await();
    for (int i = 0; i < helpers; i++) workers.get(i).takeBack();
    job.rethrow();
  }

  /** A daemon thread that waits for a job, helps with it, and waits again. */
  private static final class Worker extends Thread {
    private final AtomicReference<Job> desk = new AtomicReference<>();
    private volatile boolean asleep;

    private Worker(int number) {
      super("seq2seq-worker-" + number);
      setDaemon(true);
    }

    private static Worker started(int number) {
      Worker worker = new Worker(number);
      worker.start();
      return worker;
    }

    private void give(Job next) {
      desk.set(next);
      if (asleep) LockSupport.unpark(this);
    }

    /** Clears the desk, so that the last loop's arrays are not kept alive by it. */
    private void takeBack() {
      desk.set(null);
    }

    @Override
    public void run() {
      while (true) help();
    }

    private void help() {
      Job next = lookOut();
      if (next == null) next = sleep();
      next.work();
      desk.compareAndSet(next, null);
    }

    private Job lookOut() {
      long start = System.nanoTime();
      Job next = desk.get();
      while (next == null && System.nanoTime() - start < Job.LOOKOUT_NANOS) {
        Thread.onSpinWait();
        next = desk.get();
      }
      return next;
    }

    private Job sleep() {
      asleep = true;
      Job next = desk.get();
      while (next == null) {
        LockSupport.park(this);
        Thread.interrupted();
        next = desk.get();
      }
      asleep = false;
      return next;
    }
  }
}
