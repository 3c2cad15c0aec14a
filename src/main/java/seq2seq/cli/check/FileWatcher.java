package seq2seq.cli.check;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Wakes whoever waits for a change below some folders. It may wake for nothing; it always wakes in
 * time for the next look.
 *
 * <p>The file system's own notices are used where there are any. On some file systems (a network's,
 * a container's) none ever come, and the number of watchers may be used up; then only the time
 * wakes.
 */
final class FileWatcher implements AutoCloseable {
  private static final Duration PATIENCE_WITH_NOTICES = Duration.ofSeconds(1);
  private static final Duration PATIENCE_WITHOUT = Duration.ofMillis(300);

  private final Optional<WatchService> notices;

  private FileWatcher(Optional<WatchService> notices) {
    this.notices = notices;
  }

  /** A watcher that hears the file system, where that can be heard. */
  static FileWatcher listening() {
    try {
      return new FileWatcher(Optional.of(FileSystems.getDefault().newWatchService()));
    } catch (IOException | UnsupportedOperationException deaf) {
      return polling();
    }
  }

  /** A watcher that only knows the time. */
  static FileWatcher polling() {
    return new FileWatcher(Optional.empty());
  }

  /**
   * Returns when something may have changed.
   *
   * @throws InterruptedException if the thread is interrupted
   */
  void await(Collection<Path> folders) throws InterruptedException {
    if (notices.isPresent() && register(notices.get(), folders)) {
      drain(notices.get().poll(PATIENCE_WITH_NOTICES.toMillis(), TimeUnit.MILLISECONDS));
    } else {
      Thread.sleep(PATIENCE_WITHOUT.toMillis());
    }
  }

  /** Each time anew, since a folder may have been replaced; a folder twice is one folder. */
  private static boolean register(WatchService notices, Collection<Path> folders) {
    boolean all = true;
    for (Path folder : folders) {
      try {
        folder.register(
            notices,
            StandardWatchEventKinds.ENTRY_CREATE,
            StandardWatchEventKinds.ENTRY_MODIFY,
            StandardWatchEventKinds.ENTRY_DELETE);
      } catch (IOException missing) {
        all &= !Files.exists(folder);
      }
    }
    return all;
  }

  private static void drain(WatchKey key) {
    if (key != null) {
      key.pollEvents();
      key.reset();
    }
  }

  @Override
  public void close() {
    notices.ifPresent(FileWatcher::close);
  }

  private static void close(WatchService service) {
    try {
      service.close();
    } catch (IOException closed) {
      // nothing is lost
    }
  }
}
