package seq2seq.cli.walk;

import static java.util.stream.Collectors.joining;

import java.util.List;
import seq2seq.cli.WalkFile;
import seq2seq.files.Sha256;
import seq2seq.language.Texts;
import seq2seq.language.Width;
import seq2seq.notebook.CodeCell;

/**
 * Where a walk is, and how far it has come. What is kept for the next walk only moves forward: who
 * goes back, or stops the cells that a resumed walk runs again, loses nothing. Mutable.
 */
final class Place {
  private static final Texts TEXTS = Texts.of(Place.class);

  private final WalkFile file;

  /** Names the cells by their SHA-256; the page in another language has the same. */
  private final String text;

  private final int cells;

  /** The cell that Enter runs, from 1; one more than there are cells at the end. */
  private volatile int next = 1;

  private volatile int furthest = 1;

  /** The first of {@code cells}; {@code file} keeps how far the walk comes. */
  Place(WalkFile file, List<CodeCell> cells) {
    this.file = file;
    this.text = Sha256.of(cells.stream().map(CodeCell::source).collect(joining("\n\n")));
    this.cells = cells.size();
  }

  /** Whether {@code kept} is a place among these cells: its number means nothing among others. */
  boolean isHere(WalkFile.Place kept) {
    return kept.text().equals(text) && kept.next() >= 1 && kept.next() <= cells + 1;
  }

  int next() {
    return next;
  }

  /** The cell at which the next walk should go on. */
  int furthest() {
    return furthest;
  }

  boolean isAtEnd() {
    return next > cells;
  }

  /** Moves to cell {@code to}; what is on disk follows if this is further than ever. */
  void goTo(int to) {
    next = to;
    furthest = Math.max(furthest, to);
    save();
  }

  /** Writes down how far the walk has come. */
  void save() {
    file.write(text, furthest, cells);
  }

  /** What a line is asked for with: {@code [3/7] }. */
  String prompt() {
    return (isAtEnd() ? TEXTS.get("prompt.end") : "[" + next + "/" + cells + "]") + " ";
  }

  /** As wide as the prompt: what the next line of the same Java is asked for with. */
  String promptForMore() {
    return " ".repeat(Math.max(0, Width.of(prompt()) - 4)) + "... ";
  }

  /** How the reader says it: {@code cell 3 of 7}. */
  String told() {
    return furthest > cells ? TEXTS.get("place.end") : TEXTS.get("place", furthest, cells);
  }
}
