package seq2seq.cli;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Does the same for each of several things, a few at a time. */
public final class Each {
  private Each() {}

  /**
   * What {@code work} gives for each of {@code things}, in their order.
   *
   * @param threads how many at a time, at least 1
   * @throws RuntimeException what {@code work} threw for the first thing it failed for; what was
   *     not begun then is left
   */
  public static <T, R> List<R> inParallel(List<T> things, int threads, Function<T, R> work) {
    ExecutorService workers = Executors.newFixedThreadPool(threads, Each::daemon);
    try {
      List<Future<R>> results =
          things.stream().map(thing -> workers.submit(() -> work.apply(thing))).toList();
      return results.stream().map(Each::get).toList();
    } finally {
      workers.shutdownNow();
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "worker");
    thread.setDaemon(true);
    return thread;
  }

  private static <R> R get(Future<R> result) {
    try {
      return result.get();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException known) {
        throw known;
      }
      if (failed.getCause() instanceof Error known) {
        throw known;
      }
      throw new CompletionException(failed.getCause());
    }
  }
}
