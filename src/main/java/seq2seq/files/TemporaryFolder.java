package seq2seq.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder for a while: it goes when it is closed, or when the JVM ends before, by Ctrl-C, TERM or
 * HUP.
 */
public final class TemporaryFolder implements AutoCloseable {
  private final Path folder;
  private final Thread hook = new Thread(this::delete, "remove a temporary folder");

  /**
   * Makes one.
   *
   * @param prefix how its name begins
   * @throws UncheckedIOException if that does not work
   */
  public TemporaryFolder(String prefix) {
    try {
      folder = Files.createTempDirectory(prefix);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Where it is. */
  public Path path() {
    return folder;
  }

  /** Deletes it and all that is in it. */
  @Override
  public void close() {
    delete();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException theEndHasCome) {
      // The hook is running, and finds nothing to do.
    }
  }

  private void delete() {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
