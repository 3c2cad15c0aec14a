package seq2seq.engine.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/** The threads that help with loops: one job at a time, each helper with a slot of its own. */
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
    private final AtomicReference<Job> slot = new AtomicReference<>();
    private volatile boolean isParked;

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
      slot.set(next);
      if (isParked) LockSupport.unpark(this);
    }

    /** Clears the slot, so that the last loop's arrays are not kept alive by it. */
    private void takeBack() {
      slot.set(null);
    }

    @Override
    public void run() {
      while (true) help();
    }

    private void help() {
      Job next = spinForJob();
      if (next == null) next = park();
      next.work();
      slot.compareAndSet(next, null);
    }

    private Job spinForJob() {
      long start = System.nanoTime();
      Job next = slot.get();
      while (next == null && System.nanoTime() - start < Job.SPIN_NANOS) {
        Thread.onSpinWait();
        next = slot.get();
      }
      return next;
    }

    private Job park() {
      isParked = true;
      Job next = slot.get();
      while (next == null) {
        LockSupport.park(this);
        Thread.interrupted();
        next = slot.get();
      }
      isParked = false;
      return next;
    }
  }
}
