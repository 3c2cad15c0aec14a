package seq2seq.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

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
    try {
      WholeFile.replace(file, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be written: " + reason(e), e);
    }
  }

  private static String reason(IOException e) {
    return e.getClass().getSimpleName().replace("Exception", "") + " " + e.getMessage();
  }
}
