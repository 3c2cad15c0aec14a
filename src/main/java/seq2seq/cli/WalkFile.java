package seq2seq.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import seq2seq.files.AtomicFile;
import seq2seq.files.FileException;
import seq2seq.files.TextFile;

/**
 * How far a learner has come in one chapter, as {@code .learn/walk} keeps it.
 *
 * <p>{@code ch05_mask.progress} holds three lines: the SHA-256 of the chapter's cells, the cell
 * that is next, and how many there are. {@code ch05_mask.finished} exists once a walk came to the
 * end. {@code ch05_mask.own.jsh} holds what the learner typed on the way.
 */
public final class WalkFile {
  private final Path progress;
  private final Path finished;
  private final Path own;

  /**
   * Where a walk stopped.
   *
   * @param text the SHA-256 of the chapter's cells
   * @param next the number of the cell to go on with, from 1
   * @param cells how many cells the chapter has; 0 if an older version did not say
   */
  public record Place(String text, int next, int cells) {}

  /**
   * The file of one chapter.
   *
   * @param folder {@code .learn/walk}
   * @param chapter its name, such as {@code ch05_mask}
   */
  public WalkFile(Path folder, String chapter) {
    progress = folder.resolve(chapter + ".progress");
    finished = folder.resolve(chapter + ".finished");
    own = folder.resolve(chapter + ".own.jsh");
  }

  /** True if a walk stopped on the way, whatever the file says. */
  public boolean exists() {
    return Files.exists(progress);
  }

  /** True if some walk came to the end of the chapter. */
  public boolean isFinished() {
    return Files.exists(finished);
  }

  /** Where the last walk stopped; empty if none did, or the file is damaged. */
  public Optional<Place> place() {
    try {
      return exists() ? place(TextFile.lines(progress, "a walk's place")) : Optional.empty();
    } catch (FileException damaged) {
      return Optional.empty();
    }
  }

  private static Optional<Place> place(List<String> lines) {
    boolean isWell =
        (lines.size() == 2 || lines.size() == 3)
            && lines.get(0).matches("\\S{1,64}")
            && lines.stream().skip(1).allMatch(line -> line.matches("\\d{1,6}"));
    if (!isWell) {
      return Optional.empty();
    }
    int cells = lines.size() < 3 ? 0 : Integer.parseInt(lines.get(2));
    return Optional.of(new Place(lines.get(0), Integer.parseInt(lines.get(1)), cells));
  }

  /** Writes where a walk is. */
  public void write(String text, int next, int cells) {
    put(progress, text + "\n" + next + "\n" + cells + "\n");
  }

  /** The Java that the learner typed; empty if none is kept. */
  public String ownLines() {
    try {
      return Files.exists(own) ? TextFile.read(own, "a learner's Java") : "";
    } catch (FileException damaged) {
      return "";
    }
  }

  /** Adds Java that the learner typed to what is kept. */
  public void keepOwn(String code) {
    put(own, ownLines() + code.stripTrailing() + "\n");
  }

  /**
   * Forgets where the walk is, and the learner's own lines; that an earlier one came to the end
   * stays known.
   */
  public void clear() {
    try {
      Files.deleteIfExists(progress);
      Files.deleteIfExists(own);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Says that a walk came to the end. */
  public void finish() {
    put(finished, "to the end\n");
    clear();
  }

  private static void put(Path file, String text) {
    try {
      AtomicFile.write(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
