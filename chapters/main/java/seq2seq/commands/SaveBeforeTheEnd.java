package seq2seq.commands;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What happens at Ctrl-C: the training thread is asked to stop between two batches and to save, and
 * the JVM waits for it.
 */
final class SaveBeforeTheEnd implements AutoCloseable {
  private static final int MOST_SECONDS = 20;

  private final CountDownLatch saved = new CountDownLatch(1);
  private final Thread hook;

  private SaveBeforeTheEnd(Thread trainer) {
    hook = new Thread(() -> stop(trainer), "save before the end");
  }

  /** From now on the end of the JVM interrupts {@code trainer} and waits until {@link #close}. */
  static SaveBeforeTheEnd of(Thread trainer) {
    SaveBeforeTheEnd ending = new SaveBeforeTheEnd(trainer);
    Runtime.getRuntime().addShutdownHook(ending.hook);
    return ending;
  }

  private void stop(Thread trainer) {
    trainer.interrupt();
    try {
      saved.await(MOST_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Training is over, or saved: the JVM may end. */
  @Override
  public void close() {
    saved.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException theEndHasCome) {
      // The hook is running: that is what it was for.
    }
  }
}
