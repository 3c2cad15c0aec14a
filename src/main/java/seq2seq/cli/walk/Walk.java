package seq2seq.cli.walk;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import seq2seq.cli.UserError;
import seq2seq.cli.check.ExerciseHelp;
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
          "Enter       run the cell that is shown",
          "/b          show the cell before, with the output it had (the state is not undone)",
          "/g K        go to cell K; cells before it that have not run are run first, quietly",
          "/r          run the cell shown last once more",
          "/vars       list the variables and what they hold",
          "/own        run once more the Java that you typed in earlier walks",
          "/check N.M  score an exercise",
          "/hint N.M   the next hint for an exercise",
          "/q          quit; the next walk through this chapter goes on where you were",
          "/?          this help",
          "Anything else is Java and runs in the same state; an expression shows its value.",
          "Tab         completes a name; behind an open parenthesis it shows what goes in",
          "Ctrl-C      stops a cell that runs; the state is kept");

  private final Notebook notebook;
  private final List<Cell> cells;
  private final Console console;
  private final WalkProgress progress;
  private final Place place;
  private final ChapterPage page;
  private final Pictures pictures;
  private final LiveSession session;
  private final ExerciseHelp exercises;

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
      WalkProgress progress,
      Pictures pictures,
      ExerciseHelp exercises,
      Function<OutputStream, Session> session) {
    this.notebook = notebook;
    this.cells = notebook.cells();
    this.console = console;
    this.progress = progress;
    this.place = new Place(progress, cells.size());
    this.exercises = exercises;
    this.pictures = pictures;
    this.page = new ChapterPage(notebook, console.ink(), console.width(), pictures::find);
    this.session = new LiveSession(notebook, console, session);
    console.assist(this.session);
  }

  /** Where it is. */
  Place place() {
    return place;
  }

  /** Whether a cell, or Java that was typed, is running. */
  boolean isRunning() {
    return session.isRunning();
  }

  /** Walks until the reader leaves or the input ends. WalkProgress is on disk after every cell. */
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
    WalkProgress.Found found = progress.read(cells.size());
    if (found instanceof WalkProgress.Outdated old) {
      String where = old.next() == 0 ? "" : " at cell " + old.next();
      say(notebook.file() + " has changed since you stopped" + where + ": starting over.");
    }
    if (found instanceof WalkProgress.At at) {
      goOn(at.next());
    } else {
      say("Enter runs the cell shown, /? lists what else you can type.");
      show(place.next());
      session.start();
    }
    sayOwnLines();
  }

  private void goOn(int at) {
    place.goTo(at);
    say("Going on " + (place.isAtEnd() ? "at the end." : "at " + place.told() + "."));
    saySection();
    show(at);
    say("");
    say("(running " + range(1, at - 1) + " again, quietly)");
    int failed = runQuietly(1, at - 1);
    if (failed > 0) {
      boolean stopped = session.outcome(failed).stopped();
      place.goTo(stopped ? failed : failed + 1);
      say("Your place is kept, " + place.told() + ": /g goes there once the cells before it run.");
      show(place.next());
    }
  }

  private void sayOwnLines() {
    long lines = progress.ownLines().lines().count();
    if (lines > 0) {
      String what = lines == 1 ? "The line" : "The " + lines + " lines";
      say(
          what
              + " of Java that you typed before: /own runs "
              + (lines == 1 ? "it" : "them")
              + " again.");
    }
  }

  private void saySection() {
    String section = page.section(place.next());
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
    return place.isAtEnd() ? "[end] " : "[" + place.next() + "/" + cells.size() + "] ";
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
    if (word.startsWith("/") && !word.startsWith("//") && !word.startsWith("/*")) {
      String[] parts = word.split("\\s+", 2);
      command(parts[0], parts.length == 1 ? "" : parts[1]);
    } else if (word.matches("(?i)q|quit|exit|help|b|r") && !session.declares(word)) {
      say("To quit type /q; /? lists what else you can type.");
    } else {
      runTyped(line);
    }
    return true;
  }

  private void command(String name, String argument) {
    switch (name) {
      case "/b" -> back();
      case "/r" -> again();
      case "/g" -> goTo(argument);
      case "/vars" -> showVariables();
      case "/own" -> runOwnLines();
      case "/check" -> console.page(asked(exercises::check, argument));
      case "/hint" -> console.page(asked(exercises::hint, argument));
      case "/?", "/h", "/help" -> console.page(HELP);
      default -> say("There is no " + name + "; /? lists what you can type.");
    }
  }

  /** What an exercise's tool says; a wrong number is a sentence, not the end of the walk. */
  private List<String> asked(Function<String, List<String>> tool, String exercise) {
    try {
      return tool.apply(exercise);
    } catch (IllegalArgumentException | UserError mistake) {
      return List.of(mistake.getMessage());
    }
  }

  private void showVariables() {
    List<String> variables = session.variables();
    int width = console.width();
    console.page(
        variables.isEmpty()
            ? List.of("No variables yet.")
            : variables.stream()
                .map(line -> line.length() <= width ? line : line.substring(0, width - 1) + "…")
                .toList());
  }

  private void runOwnLines() {
    String own = progress.ownLines().stripTrailing();
    if (own.isEmpty()) {
      say("No line of your own is kept yet.");
      return;
    }
    console.page(own.lines().map(line -> "  │ " + line).toList());
    report(false, session.runTyped(own));
  }

  private boolean enter() {
    if (place.isAtEnd()) {
      return false;
    }
    runShown(cells.get(place.next() - 1));
    place.goTo(place.next() + 1);
    show(place.next());
    return true;
  }

  private void runShown(Cell cell) {
    if (!run(cell)) {
      say("/r runs the cell again; Enter goes on.");
    }
  }

  private void back() {
    int before = (viewed == 0 ? place.next() : viewed) - 1;
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
    int to = word.isEmpty() ? place.furthest() : wholeNumber(word);
    to = word.isEmpty() ? Math.min(to, cells.size()) : to;
    if (to < 1 || to > cells.size()) {
      say("There is no cell " + word + "; cells are numbered 1 to " + cells.size() + ".");
      return;
    }
    List<Integer> missing = new ArrayList<>();
    for (int i = 1; i < to; i++) {
      if (!session.hasRun(i)) {
        missing.add(i);
      }
    }
    if (!missing.isEmpty()) {
      int first = missing.get(0);
      say("Running what comes before first, quietly: " + range(first, to - 1) + ".");
      int failed = runQuietly(first, to - 1);
      to = failed > 0 ? failed + 1 : to;
    } else if (to < place.next()) {
      say("Back to cell " + to + "; the state is not undone.");
    }
    viewed = 0;
    place.goTo(to);
    saySection();
    show(to);
  }

  private static int wholeNumber(String word) {
    return word.matches("\\d{1,4}") ? Integer.parseInt(word) : 0;
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
    if (report(false, session.runTyped(code.toString()))) {
      progress.keepOwn(code.toString());
    }
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
    if (place.isAtEnd()) {
      progress.finish();
      say("The end of " + notebook.file() + ".");
    } else {
      place.save();
      String number = notebook.name().replaceFirst("^ch0?(\\d+).*", "$1");
      say("Saved: " + place.told() + ". ./learn walk " + number + " goes on.");
    }
    session.close();
  }

  private void say(String line) {
    console.say(line);
  }
}
