package seq2seq.cli.walk;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import seq2seq.notebook.Cell;
import seq2seq.notebook.Failure;
import seq2seq.notebook.Notebook;
import seq2seq.notebook.Outcome;
import seq2seq.notebook.Session;

/**
 * Steps through a chapter: shows a piece of the page, runs its cell when asked, and runs what the
 * reader types in the same state.
 *
 * <p>The state only grows: going back shows, and never undoes. Mutable; one walk is one run.
 */
final class Walk {
  private static final List<String> HELP =
      List.of(
          "Enter   run the cell that is shown",
          "/b      show the cell before, with the output it had (the state is not undone)",
          "/g K    go to cell K; cells before it that have not run are run first, quietly",
          "/r      run the cell shown last once more",
          "/q      quit; the next walk through this chapter goes on here",
          "/?      this help",
          "Anything else is Java and runs in the same state; an expression shows its value.",
          "Ctrl-C  stops a cell that runs; the state is kept");

  private final Notebook notebook;
  private final List<Cell> cells;
  private final Console console;
  private final Progress progress;
  private final Page page;
  private final Pictures pictures;
  private final LiveSession session;

  /** The cell that Enter runs, from 1; one more than there are cells at the end. */
  private volatile int next = 1;

  /** The cell that was run last; 0 if none was. */
  private int last;

  /** The cell that {@code /b} shows; 0 if none since a cell was run. */
  private int viewed;

  /**
   * A walk that reads and shows on {@code console}.
   *
   * @param session starts the session whose cells print to the stream it is given; called in the
   *     background, once the first page is shown, which is there sooner for it
   */
  Walk(
      Notebook notebook,
      Console console,
      Progress progress,
      Pictures pictures,
      Function<OutputStream, Session> session) {
    this.notebook = notebook;
    this.cells = notebook.cells();
    this.console = console;
    this.progress = progress;
    this.pictures = pictures;
    this.page = new Page(notebook, console.ink(), console.width(), pictures::find);
    this.session = new LiveSession(notebook, console, session);
  }

  /** The cell at which the next walk should go on. */
  int next() {
    return next;
  }

  /** Whether a cell, or Java that was typed, is running. */
  boolean isRunning() {
    return session.isRunning();
  }

  /** Walks until the reader leaves or the input ends. Progress is on disk after every cell. */
  void walk() {
    console.onInterrupt(session::stop);
    start();
    try {
      while (step()) {
        // Each step reads one line and does what it says.
      }
    } finally {
      leave();
    }
  }

  /** Runs every cell without asking; whether none failed unexpectedly. */
  boolean all() {
    for (Cell cell : cells) {
      show(cell.number());
      if (!run(cell)) {
        return false;
      }
    }
    console.page(List.of(""));
    console.page(page.narrativeBefore(cells.size() + 1));
    return true;
  }

  /** Says where the walk starts, shows that part of the page, and rebuilds the state before it. */
  private void start() {
    Progress.Found found = progress.read(cells.size());
    if (found instanceof Progress.Outdated old) {
      String where = old.next() == 0 ? "" : " at cell " + old.next();
      say(notebook.file() + " has changed since you stopped" + where + ": starting over.");
    }
    if (found instanceof Progress.At at) {
      goOn(at.next());
    } else {
      say("Enter runs the cell shown, /? lists what else you can type.");
      show(next);
      session.start();
    }
  }

  private void goOn(int at) {
    next = at;
    boolean end = next > cells.size();
    say("Going on " + (end ? "at the end." : "at cell " + next + " of " + cells.size() + "."));
    saySection();
    show(next);
    say("");
    say("(running " + range(1, next - 1) + " again, quietly; your own lines are not repeated)");
    int failed = runQuietly(1, next - 1);
    if (failed > 0) {
      next = failed + 1;
      show(next);
    }
  }

  private void saySection() {
    String section = page.section(next);
    if (!section.isEmpty()) {
      say("In the section: " + console.ink().bold(section));
    }
  }

  private boolean step() {
    String line;
    try {
      line = console.readLine(console.ink().bold(prompt()));
    } catch (Console.Interrupted e) {
      say("(/q quits)");
      return true;
    }
    if (line == null) {
      return false;
    }
    return obey(line);
  }

  private String prompt() {
    return next > cells.size() ? "[end] " : "[" + next + "/" + cells.size() + "] ";
  }

  /** Does what {@code line} says; whether the walk goes on. */
  private boolean obey(String line) {
    String word = line.strip();
    if (word.isEmpty()) {
      return enter();
    }
    if (word.equals("/q")) {
      return false;
    }
    if (word.matches("/b|/r|/\\?|/g\\s+\\S+|/h|/help")) {
      command(word);
    } else if (word.matches("(?i)q|quit|exit|help|b|r")) {
      say("To quit type /q; /? lists what else you can type.");
    } else if (word.startsWith("/") && !word.startsWith("//") && !word.startsWith("/*")) {
      say("There is no " + word.split("\\s")[0] + "; /? lists what you can type.");
    } else {
      runTyped(line);
    }
    return true;
  }

  private void command(String word) {
    switch (word.charAt(1)) {
      case 'b' -> back();
      case 'r' -> again();
      case 'g' -> goTo(word.substring(2).strip());
      default -> console.page(HELP);
    }
  }

  private boolean enter() {
    if (next > cells.size()) {
      return false;
    }
    runShown(cells.get(next - 1));
    next++;
    progress.write(next);
    show(next);
    return true;
  }

  private void runShown(Cell cell) {
    if (!run(cell)) {
      say("/r runs the cell again; Enter goes on.");
    }
  }

  private void back() {
    int before = (viewed == 0 ? next : viewed) - 1;
    if (before < 1) {
      say("This is the first cell.");
      return;
    }
    viewed = before;
    Outcome outcome = session.outcome(viewed);
    say("Cell " + viewed + (outcome == null ? ", which has not run:" : ", as it ran:"));
    console.page(page.code(cells.get(viewed - 1)));
    console.page(outcome == null ? List.of() : Arrows.of(outcome.shown()));
  }

  private void again() {
    int number = viewed != 0 ? viewed : last;
    if (number == 0) {
      say("No cell has run yet.");
      return;
    }
    Cell cell = cells.get(number - 1);
    say("Cell " + number + " once more:");
    console.page(page.code(cell));
    run(cell);
  }

  private void goTo(String word) {
    int to = word.matches("\\d{1,4}") ? Integer.parseInt(word) : 0;
    if (to < 1 || to > cells.size()) {
      say("There is no cell " + word + "; cells are numbered 1 to " + cells.size() + ".");
      return;
    }
    List<Integer> missing = new ArrayList<>();
    for (int i = 1; i < to; i++) {
      if (session.outcome(i) == null) {
        missing.add(i);
      }
    }
    if (!missing.isEmpty()) {
      int first = missing.get(0);
      say("Running what comes before first, quietly: " + range(first, to - 1) + ".");
      int failed = runQuietly(first, to - 1);
      to = failed > 0 ? failed + 1 : to;
    } else if (to < next) {
      say("Back to cell " + to + "; the state is not undone.");
    }
    next = to;
    viewed = 0;
    progress.write(next);
    saySection();
    show(next);
  }

  private static String range(int from, int to) {
    return from == to ? "cell " + from : "cells " + from + " to " + to;
  }

  /** Shows the page down to cell {@code number} and that cell; at the end, the rest. */
  private void show(int number) {
    List<String> lines = new ArrayList<>(page.narrativeBefore(number));
    if (!lines.isEmpty()) {
      lines.add(0, "");
    }
    lines.add("");
    if (number <= cells.size()) {
      lines.addAll(page.code(cells.get(number - 1)));
    } else {
      lines.add("That was the last cell. Type Java to try more; Enter or /q leaves.");
    }
    pictures.open(notebook, number);
    console.page(lines);
  }

  /** Runs a cell and shows what it gives; false if it failed and should not have. */
  private boolean run(Cell cell) {
    last = cell.number();
    viewed = 0;
    return report(cell.fails(), session.run(cell));
  }

  /** Runs cells without showing them; the number of the first that failed, 0 if none did. */
  private int runQuietly(int from, int to) {
    int failed = session.runQuietly(from, to);
    if (failed > 0) {
      say("Cell " + failed + ":");
      report(false, session.outcome(failed));
    }
    return failed;
  }

  private void runTyped(String first) {
    StringBuilder code = new StringBuilder(first);
    try {
      while (session.isIncomplete(code.toString())) {
        String more = console.readLine(" ".repeat(Math.max(0, prompt().length() - 4)) + "... ");
        if (more == null) {
          break;
        }
        code.append('\n').append(more);
      }
    } catch (Console.Interrupted e) {
      say("(left out)");
      return;
    }
    report(false, session.runTyped(code.toString()));
  }

  /** Shows notes and the failure; false if there is one that was not meant to be. */
  private boolean report(boolean meant, Outcome outcome) {
    outcome.notes().forEach(note -> say("(" + note + ")"));
    if (outcome.failure().isEmpty()) {
      return true;
    }
    Failure why = outcome.failure().get();
    if (meant) {
      console.page(why.message());
      return true;
    }
    if (outcome.stopped()) {
      say("(stopped; the state is kept)");
      return false;
    }
    List<String> lines = new ArrayList<>(why.lines());
    lines.set(0, console.ink().red(lines.get(0)));
    console.page(lines);
    return false;
  }

  private void leave() {
    if (next > cells.size()) {
      progress.finish();
      say("The end of " + notebook.file() + ".");
    } else {
      progress.write(next);
      String number = notebook.name().replaceFirst("^ch0?(\\d+).*", "$1");
      say("Saved: cell " + next + " of " + cells.size() + ". ./learn walk " + number + " goes on.");
    }
    session.close();
  }

  private void say(String line) {
    console.say(line);
  }
}
