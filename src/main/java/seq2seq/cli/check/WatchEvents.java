package seq2seq.cli.check;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Saves and keys, in the order in which they happen: each is waited for by a thread of its own. */
final class WatchEvents implements Watch.Events {
  private final BlockingQueue<WatchEvent> queue = new LinkedBlockingQueue<>();

  /** Takes the events of {@code origin} too, from now on. */
  void add(String name, Watch.Events origin) {
    Thread thread = new Thread(() -> pass(origin), name);
    thread.setDaemon(true);
    thread.start();
  }

  private void pass(Watch.Events origin) {
    try {
      while (true) {
        queue.put(origin.next());
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits for the next event of any kind. */
  @Override
  public WatchEvent next() throws InterruptedException {
    return queue.take();
  }
}
