package seq2seq.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Writes a file whole or not at all: to a temporary name beside it, down to the disk, then renamed.
 * Whoever reads it, at any moment and after any kill, finds the old bytes or the new ones.
 */
public final class AtomicFile {
  private static final AtomicLong NUMBER = new AtomicLong();

  private AtomicFile() {}

  /** Writes the content of a file. */
  @FunctionalInterface
  public interface Content {
    /** Writes it all to {@code unfinished}, which does not exist. */
    void writeTo(Path unfinished) throws IOException;
  }

  /** As {@link #write(Path, Content)}, in UTF-8. */
  public static void write(Path file, String text) throws IOException {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /** As {@link #write(Path, Content)}. */
  public static void write(Path file, byte[] bytes) throws IOException {
    write(file, unfinished -> Files.write(unfinished, bytes));
  }

  /**
   * Writes {@code content}. Missing parent folders are made; a file there is replaced.
   *
   * @throws IOException if it cannot be written, saying in words why; what stood there before still
   *     does
   */
  public static void write(Path file, Content content) throws IOException {
    // Not createTempFile, which would leave the file readable by its owner alone.
    Path unfinished = file.resolveSibling(unfinishedName(file));
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      replace(file, unfinished, content);
    } catch (IOException e) {
      throw new IOException(file + ": cannot be written: " + IoMessages.whyNotWritten(file, e), e);
    }
  }

  /** No other writer's, of this process or another. */
  private static String unfinishedName(Path file) {
    long process = ProcessHandle.current().pid();
    return "." + file.getFileName() + "." + process + "-" + NUMBER.getAndIncrement() + ".tmp";
  }

  private static void replace(Path file, Path unfinished, Content content) throws IOException {
    try {
      content.writeTo(unfinished);
      flush(unfinished);
      move(unfinished, file);
    } finally {
      Files.deleteIfExists(unfinished);
    }
    flushFolder(file.toAbsolutePath().getParent());
  }

  private static void flush(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException other) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /**
   * The rename itself must reach the disk; some systems cannot flush a folder, and then the rename
   * may be lost with the power, never half done.
   */
  private static void flushFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException notSupportedHere) {
      // Windows cannot open a folder as a channel.
    }
  }
}
