package seq2seq.cli.walk;

import seq2seq.language.Texts;
import seq2seq.language.Width;

/**
 * Where a walk is, and how far it has come. What is kept for the next walk only moves forward: who
 * goes back, or stops the cells that a resumed walk runs again, loses nothing. Mutable.
 */
final class Place {
  private static final Texts TEXTS = Texts.of(Place.class);

  private final WalkProgress progress;
  private final int cells;

  /** The cell that Enter runs, from 1; one more than there are cells at the end. */
  private volatile int next = 1;

  private volatile int furthest = 1;

  Place(WalkProgress progress, int cells) {
    this.progress = progress;
    this.cells = cells;
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
    progress.write(furthest);
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
