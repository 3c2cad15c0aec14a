package seq2seq.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a small UTF-8 text file whole or not at all. */
final class TextFiles {
  private TextFiles() {}

  /**
   * Writes {@code text} beside {@code file} and renames it, so that an interruption or a full disk
   * leaves what stood there before.
   *
   * @throws UncheckedIOException if it cannot be written
   */
  static void write(Path file, String text) {
    Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
    try {
      Files.writeString(unfinished, text);
      Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      discard(unfinished);
      throw new UncheckedIOException(file + ": cannot be written: " + reason(e), e);
    }
  }

  private static void discard(Path unfinished) {
    try {
      Files.deleteIfExists(unfinished);
    } catch (IOException e) {
      // The first failure is the one to report.
    }
  }

  private static String reason(IOException e) {
    return e.getClass().getSimpleName().replace("Exception", "") + " " + e.getMessage();
  }
}
