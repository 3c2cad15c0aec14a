package seq2seq.cli.walk;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import seq2seq.cli.WalkFile;
import seq2seq.files.Sha256;
import seq2seq.notebook.CodeCell;
import seq2seq.notebook.Notebook;

/**
 * Where a walk through one chapter stopped: a {@link WalkFile} that is written anew after each
 * cell.
 *
 * <p>It names the chapter's cells by their SHA-256, because a cell's number means nothing among
 * others; the page in another language has the same.
 */
final class WalkProgress {
  private final WalkFile file;
  private final String text;
  private final int cells;

  /** The progress through {@code notebook} that is kept in {@code folder}. */
  WalkProgress(Path folder, Notebook notebook) {
    file = new WalkFile(folder, notebook.name());
    cells = notebook.cells().size();
    text = Sha256.of(notebook.cells().stream().map(CodeCell::source).collect(joining("\n\n")));
  }

  /** What was found on disk. */
  sealed interface Found {}

  /** Nothing: the chapter starts at its first cell. */
  record Nothing() implements Found {}

  /** The chapter goes on at cell {@code next}. */
  record At(int next) implements Found {}

  /** The chapter's cells are others now, or the file is damaged; it had come to {@code next}. */
  record Outdated(int next) implements Found {}

  /** Reads the file. */
  Found read(int cells) {
    if (!file.exists()) {
      return new Nothing();
    }
    WalkFile.Place place = file.place().orElse(new WalkFile.Place("", 0, 0));
    int next = place.next();
    boolean same = place.text().equals(text) && next >= 1 && next <= cells + 1;
    return !same ? new Outdated(next) : next == 1 ? new Nothing() : new At(next);
  }

  /** Says that cell {@code next} is the next to run. */
  void write(int next) {
    file.write(text, next, cells);
  }

  /** The Java that the reader typed in earlier walks, oldest first; empty if there is none. */
  String ownLines() {
    return file.ownLines();
  }

  /** Keeps Java that the reader typed, for the walks to come. */
  void keepOwn(String code) {
    file.keepOwn(code);
  }

  /** Forgets it: the next walk starts at the first cell. */
  void clear() {
    file.clear();
  }

  /** The walk came to the end: the next one starts at the first cell. */
  void finish() {
    file.finish();
  }
}
