package seq2seq.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes a file whole or not at all: whoever reads it sees the old bytes or the new ones. */
public final class WholeFile {
  private WholeFile() {}

  /** As {@link #write(Path, byte[])}, in UTF-8. */
  public static void write(Path file, String text) throws IOException {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes {@code bytes} beside {@code file}, down to the disk, and renames it. Missing parent
   * folders are made; a file there is replaced.
   *
   * @throws IOException if it cannot be written; what stood there before still does
   */
  public static void write(Path file, byte[] bytes) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    replace(file, bytes);
  }

  /**
   * As {@link #write(Path, byte[])}, in a folder that is there.
   *
   * @throws IOException if it cannot be written, or its folder is missing
   */
  public static void replace(Path file, byte[] bytes) throws IOException {
    Path unfinished =
        file.resolveSibling(
            "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
    replace(file, unfinished, channel -> writeAll(channel, ByteBuffer.wrap(bytes)));
  }

  /** Writes the content of a file, piece by piece. */
  interface Content {
    /** Writes it all. */
    void writeTo(FileChannel channel) throws IOException;
  }

  /**
   * As {@link #replace(Path, byte[])}, for what is too large to be held as bytes.
   *
   * @param unfinished the name under which it is written, in the same folder; a file there is lost
   */
  static void replace(Path file, Path unfinished, Content content) throws IOException {
    try {
      toDisk(unfinished, content);
      move(unfinished, file);
    } finally {
      Files.deleteIfExists(unfinished);
    }
    flushFolder(file.toAbsolutePath().getParent());
  }

  private static void toDisk(Path file, Content content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      content.writeTo(channel);
      channel.force(true);
    }
  }

  /** A channel may take less than it is given. */
  static void writeAll(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
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

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException other) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
