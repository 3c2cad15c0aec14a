package seq2seq.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import seq2seq.language.Texts;
import seq2seq.language.Width;
import seq2seq.notebook.text.Ink;
import seq2seq.notebook.text.MarkdownText;

/**
 * What {@code learn} shows when no command is given: the chapters, the points, what is next.
 *
 * @param chapters the chapters to list, and how the learner stands in each
 * @param commands the names of the commands there are; the page proposes no others
 * @param capstone the numbers of the exercises that become the learner's own translator
 * @param ink weight and colour, or none
 * @param width columns of the terminal; more than 80 are not used
 */
record ContentsPage(
    List<ChapterProgress> chapters,
    Set<String> commands,
    List<String> capstone,
    Ink ink,
    int width) {
  private static final Texts TEXTS = Texts.of(ContentsPage.class);

  /** Columns of the table of chapters: below that, a chapter takes two lines. */
  private static final int TABLE = 60;

  /** Columns of the longest command that is proposed. */
  private static final int COMMAND = 20;

  ContentsPage {
    width = Math.min(80, width);
  }

  /** Line by line, as wide as the terminal at most. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(ink.bold(TEXTS.get("home.title")));
    lines.add("");
    lines.addAll(table());
    if (chapters.stream().anyMatch(ChapterProgress::isChanged)) {
      lines.add(TEXTS.get("home.edited"));
    }
    lines.add("");
    lines.add(ink.bold(TEXTS.get("home.next")));
    lines.addAll(steps());
    return lines;
  }

  private List<String> table() {
    List<String> lines = new ArrayList<>();
    if (width >= TABLE) {
      String head = row("", text("chapter"), text("walked"), text("points"));
      lines.add(ink.bold(head));
    }
    chapters.forEach(progress -> lines.addAll(lines(progress)));
    lines.addAll(width >= TABLE ? List.of(row("", "", "", total())) : below(total()));
    return lines;
  }

  private static String text(String key) {
    return TEXTS.get("home." + key);
  }

  private List<String> lines(ChapterProgress progress) {
    Contents.Chapter chapter = progress.chapter();
    String points = progress.exercises().isEmpty() ? "" : points(progress);
    String walked = walked(progress);
    if (width >= TABLE) {
      return List.of(row("" + chapter.number(), chapter.title(), walked, points));
    }
    List<String> lines = new ArrayList<>();
    lines.add(row("" + chapter.number(), chapter.title(), "", ""));
    lines.addAll(below((walked + "  " + points.strip()).strip()));
    return lines;
  }

  private static List<String> below(String text) {
    return text.isEmpty() ? List.of() : List.of("      " + text.strip());
  }

  private static String points(ChapterProgress progress) {
    String points = ofPoints(progress.earned(), progress.points());
    return progress.isChanged() ? points + " *" : points;
  }

  private String total() {
    int earned = chapters.stream().mapToInt(ChapterProgress::earned).sum();
    int points = chapters.stream().mapToInt(ChapterProgress::points).sum();
    return points == 0 ? "" : ofPoints(earned, points);
  }

  private static String ofPoints(int earned, int points) {
    return TEXTS.get(
        "points", " ".repeat(Math.max(0, 3 - ("" + earned).length())) + earned, points);
  }

  private static String walked(ChapterProgress progress) {
    if (progress.cell() > 0) {
      return place(progress);
    }
    return progress.isWalked() ? text("walked.end") : "";
  }

  private static String place(ChapterProgress progress) {
    int cells = progress.cells();
    if (progress.cell() > cells && cells > 0) {
      return text("at.end");
    }
    return cells > 0
        ? TEXTS.get("home.at.cell", progress.cell(), cells)
        : TEXTS.get("home.at.cell.only", progress.cell());
  }

  private List<String> steps() {
    List<String> steps = new ArrayList<>();
    if (commands.contains("walk")) {
      nextWalk().ifPresent(chapter -> steps.addAll(walk(chapter)));
    }
    if (commands.contains("check")) {
      nextExercise().ifPresent(work -> steps.addAll(exercise(work)));
    }
    if (commands.contains("train")) {
      steps.addAll(step("./learn train", text("train")));
      steps.addAll(goal());
    }
    steps.addAll(step("./learn --help", text("help")));
    return steps;
  }

  /** What all of it is for: every exercise with full points is a part of it. */
  private List<String> goal() {
    long done =
        chapters.stream()
            .flatMap(progress -> progress.exercises().stream())
            .filter(work -> work.isDone() && capstone.contains(work.exercise().id()))
            .count();
    return capstone.isEmpty()
        ? List.of()
        : step("./learn train --mine", TEXTS.get("home.goal", done, capstone.size()));
  }

  /** One that was begun, before one that was not. */
  private Optional<ChapterProgress> nextWalk() {
    return chapters.stream()
        .filter(progress -> progress.cell() > 0)
        .findFirst()
        .or(() -> chapters.stream().filter(progress -> !progress.isWalked()).findFirst());
  }

  private List<String> walk(ChapterProgress progress) {
    List<String> lines = new ArrayList<>();
    String command = "./learn walk " + progress.chapter().number();
    lines.addAll(step(command, progress.chapter().question()));
    if (progress.cell() > 0) {
      lines.addAll(step("", TEXTS.get("home.goes.on", place(progress))));
    }
    return lines;
  }

  private Optional<ChapterProgress.Work> nextExercise() {
    return chapters.stream()
        .flatMap(progress -> progress.exercises().stream())
        .filter(work -> work.exercise().isHere() && !work.isDone())
        .findFirst();
  }

  private List<String> exercise(ChapterProgress.Work work) {
    String says = work.isChanged() ? text("exercise.edited") : points(work);
    String title = TEXTS.get("home.exercise", work.exercise().title(), says);
    List<String> lines = new ArrayList<>(step("./learn check " + work.exercise().id(), title));
    lines.addAll(MarkdownText.wrapped(work.exercise().starterFile(), width, "    ", "    "));
    return lines;
  }

  private static String points(ChapterProgress.Work work) {
    return TEXTS.get("home.exercise.points", work.earned(), work.exercise().points());
  }

  private static String row(String number, String title, String walked, String points) {
    String left = "  " + " ".repeat(2 - number.length()) + number + "  " + Width.padded(title, 21);
    return (left + "  " + Width.padded(walked, 16) + " " + points).stripTrailing();
  }

  /** What to type and what it does, beside each other or, where that is narrow, below. */
  private List<String> step(String type, String does) {
    String left = "  " + Width.padded(type, COMMAND) + "  ";
    return width >= TABLE
        ? MarkdownText.wrapped(does, width, left, " ".repeat(left.length()))
        : stepBelow(type, does);
  }

  private List<String> stepBelow(String type, String does) {
    List<String> lines = new ArrayList<>(type.isEmpty() ? List.of() : List.of("  " + type));
    lines.addAll(MarkdownText.wrapped(does, width, "    ", "    "));
    return lines;
  }
}
