package seq2seq.cli.check;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Saves and keys, in the order in which they happen: each is waited for by a thread of its own. */
final class WatchEvents {
  private final BlockingQueue<WatchEvent> queue = new LinkedBlockingQueue<>();

  /** Where events of one kind come from. */
  interface Origin {
    /** The next one. */
    WatchEvent next() throws InterruptedException;
  }

  /** Takes the events of {@code origin} too, from now on. */
  void add(String name, Origin origin) {
    Thread thread = new Thread(() -> pass(origin), name);
    thread.setDaemon(true);
    thread.start();
  }

  private void pass(Origin origin) {
    try {
      while (true) {
        queue.put(origin.next());
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits for the next event of any kind. */
  WatchEvent next() throws InterruptedException {
    return queue.take();
  }
}
