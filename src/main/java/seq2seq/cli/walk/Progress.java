package seq2seq.cli.walk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import seq2seq.notebook.Notebook;

/**
 * Where a walk through one chapter stopped: a small file, of three lines, that is written anew
 * after each cell.
 *
 * <p>It names the chapter's text by its SHA-256, because a cell's number means nothing in another
 * text.
 */
final class Progress {
  private final Path file;
  private final String text;

  /** The progress through {@code notebook} that is kept in {@code folder}. */
  Progress(Path folder, Notebook notebook) {
    file = folder.resolve(notebook.name() + ".progress");
    text = sha256(notebook.markdown());
  }

  /** What was found on disk. */
  sealed interface Found {}

  /** Nothing: the chapter starts at its first cell. */
  record Nothing() implements Found {}

  /** The chapter goes on at cell {@code next}. */
  record At(int next) implements Found {}

  /** The chapter's text is another one now, or the file is damaged; it had come to {@code next}. */
  record Outdated(int next) implements Found {}

  /** Reads the file. */
  Found read(int cells) {
    if (!Files.exists(file)) {
      return new Nothing();
    }
    try {
      String[] lines = Files.readString(file, StandardCharsets.UTF_8).split("\n");
      int next = Integer.parseInt(lines[1].strip());
      boolean same = lines[0].strip().equals(text) && next >= 1 && next <= cells + 1;
      return !same ? new Outdated(next) : next == 1 ? new Nothing() : new At(next);
    } catch (IOException | RuntimeException e) {
      return new Outdated(0);
    }
  }

  /** Says that cell {@code next} is the next to run. */
  void write(int next) {
    try {
      Files.createDirectories(file.getParent());
      Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
      Files.writeString(temporary, text + "\n" + next + "\n", StandardCharsets.UTF_8);
      Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot save the progress in " + file + ": " + e, e);
    }
  }

  /** Forgets it: the next walk starts at the first cell. */
  void clear() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
