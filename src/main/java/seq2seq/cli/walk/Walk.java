package seq2seq.cli.walk;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import seq2seq.cli.WalkFile;
import seq2seq.language.Texts;
import seq2seq.notebook.CellFailure;
import seq2seq.notebook.CellOutcome;
import seq2seq.notebook.CodeCell;
import seq2seq.notebook.Notebook;
import seq2seq.notebook.Session;
import seq2seq.notebook.text.MarkdownText;

/**
 * Steps through a chapter: shows a piece of the page, runs its cell when asked, and runs what the
 * reader types in the same state.
 *
 * <p>The state only grows: going back shows, and never undoes. Mutable; one walk is one run.
 */
final class Walk {
  private static final Texts TEXTS = Texts.of(Walk.class);

  private final Notebook notebook;
  private final List<CodeCell> cells;
  private final Console console;
  private final WalkFile file;
  private final Place place;
  private final ChapterPage page;
  private final Pictures pictures;
  private final LiveSession session;
  private final WalkTools tools;

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
      WalkFile file,
      Pictures pictures,
      Function<OutputStream, Session> session) {
    this.notebook = notebook;
    this.cells = notebook.cells();
    this.console = console;
    this.file = file;
    this.place = new Place(file, cells);
    this.pictures = pictures;
    this.page = new ChapterPage(notebook, console.ink(), console.width(), pictures::find);
    this.session = new LiveSession(notebook, console, session);
    this.tools = new WalkTools(console, this.session, file);
    console.assist(this.session);
  }

  /** Where it is. */
  Place place() {
    return place;
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
    for (CodeCell cell : cells) {
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
    int kept = file.exists() ? kept() : 1;
    if (kept > 1) {
      goOn(kept);
    } else {
      say(TEXTS.get("begin"));
      show(place.next());
      session.start();
    }
    tools.offerOwnLines();
  }

  /** The cell at which the last walk stopped; 1, and that is said, if the cells are others now. */
  private int kept() {
    WalkFile.Place kept = file.place().orElse(new WalkFile.Place("", 0, 0));
    if (place.isHere(kept)) {
      return kept.next();
    }
    say(TEXTS.get(kept.next() == 0 ? "changed" : "changed.at", notebook.file(), kept.next()));
    return 1;
  }

  private void goOn(int at) {
    place.goTo(at);
    say(place.isAtEnd() ? TEXTS.get("go.on.end") : TEXTS.get("go.on.at", place.told()));
    saySection();
    show(at);
    say("");
    say(TEXTS.get("again.quietly", range(1, at - 1)));
    int failed = runQuietly(1, at - 1);
    if (failed > 0) {
      boolean stopped = session.outcome(failed).stopped();
      place.goTo(stopped ? failed : failed + 1);
      say(TEXTS.get("place.kept", place.told()));
      show(place.next());
    }
  }

  private void saySection() {
    String section = page.section(place.next());
    if (!section.isEmpty()) {
      say(TEXTS.get("section", console.ink().bold(section)));
    }
  }

  private boolean step() {
    try {
      String line = console.readLine(console.ink().bold(place.prompt()));
      return line != null && obey(line);
    } catch (Console.Interrupted e) {
      say(TEXTS.get("interrupted"));
      return true;
    }
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
      say(TEXTS.get("to.quit"));
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
      case "/own" -> tools.showOwnLines().ifPresent(own -> report(false, session.runTyped(own)));
      default -> tools.use(name, argument);
    }
  }

  private boolean enter() {
    if (place.isAtEnd()) {
      return false;
    }
    if (!run(cells.get(place.next() - 1))) {
      say(TEXTS.get("failed.then"));
    }
    place.goTo(place.next() + 1);
    show(place.next());
    return true;
  }

  private void back() {
    int before = (viewed == 0 ? place.next() : viewed) - 1;
    if (before < 1) {
      say(TEXTS.get("first.cell"));
      return;
    }
    viewed = before;
    CellOutcome outcome = session.outcome(viewed);
    say(TEXTS.get(outcome == null ? "cell.not.run" : "cell.as.run", viewed));
    console.page(page.code(cells.get(viewed - 1)));
    console.page(outcome == null ? List.of() : outcome.shown());
  }

  private void again() {
    int number = viewed != 0 ? viewed : last;
    if (number == 0) {
      say(TEXTS.get("cell.none"));
      return;
    }
    CodeCell cell = cells.get(number - 1);
    say(TEXTS.get("cell.again", number));
    console.page(page.code(cell));
    run(cell);
  }

  private void goTo(String word) {
    int to = word.isEmpty() ? Math.min(place.furthest(), cells.size()) : wholeNumber(word);
    if (to < 1 || to > cells.size()) {
      say(TEXTS.get("cell.missing", word, cells.size()));
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
      say(TEXTS.get("before.first", range(first, to - 1)));
      int failed = runQuietly(first, to - 1);
      to = failed > 0 ? failed + 1 : to;
    } else if (to < place.next()) {
      say(TEXTS.get("back.to", to));
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
    return from == to ? TEXTS.get("one.cell", from) : TEXTS.get("cells", from, to);
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
      lines.addAll(MarkdownText.wrapped(TEXTS.get("last.cell"), console.width()));
    }
    pictures.open(notebook, number);
    console.page(lines);
  }

  /** Runs a cell and shows what it gives; false if it failed and should not have. */
  private boolean run(CodeCell cell) {
    last = cell.number();
    viewed = 0;
    return report(cell.fails(), session.run(cell));
  }

  /** Runs cells without showing them; the number of the first that failed, 0 if none did. */
  private int runQuietly(int from, int to) {
    int failed = session.runQuietly(from, to);
    if (failed > 0) {
      say(TEXTS.get("cell.failed", failed));
      report(false, session.outcome(failed));
    }
    return failed;
  }

  private void runTyped(String first) {
    StringBuilder code = new StringBuilder(first);
    try {
      while (session.isIncomplete(code.toString())) {
        String more = console.readLine(place.promptForMore());
        if (more == null) {
          break;
        }
        code.append('\n').append(more);
      }
    } catch (Console.Interrupted e) {
      say(TEXTS.get("left.out"));
      return;
    }
    if (report(false, session.runTyped(code.toString()))) {
      file.keepOwn(code.toString());
    }
  }

  /** Shows notes and the failure; false if there is one that was not meant to be. */
  private boolean report(boolean meant, CellOutcome outcome) {
    outcome.notes().forEach(note -> say("(" + note + ")"));
    if (outcome.failure().isEmpty()) {
      return true;
    }
    CellFailure why = outcome.failure().get();
    if (meant) {
      console.page(why.message());
      return true;
    }
    if (outcome.stopped()) {
      say(TEXTS.get("stopped"));
      return false;
    }
    List<String> lines = new ArrayList<>(why.lines());
    lines.set(0, console.ink().red(lines.get(0)));
    console.page(lines);
    return false;
  }

  private void leave() {
    if (place.isAtEnd()) {
      file.finish();
      say(TEXTS.get("end.of", notebook.file()));
    } else {
      place.save();
      String number = notebook.name().replaceFirst("^ch0?(\\d+).*", "$1");
      say(TEXTS.get("saved", place.told(), "./learn walk " + number));
    }
    session.close();
  }

  private void say(String line) {
    console.say(line);
  }
}
