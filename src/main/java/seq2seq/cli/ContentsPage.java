package seq2seq.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import seq2seq.notebook.text.Ink;

/** What {@code learn} shows when no command is given: the chapters, the points, what is next. */
final class ContentsPage {
  private static final String ROW = "  %2s  %-21s  %-16s %s";

  private final List<ChapterProgress> chapters;
  private final Set<String> commands;
  private final Ink ink;

  /**
   * The page.
   *
   * @param chapters the chapters to list, and how the learner stands in each
   * @param commands the names of the commands there are; the page proposes no others
   */
  ContentsPage(List<ChapterProgress> chapters, Set<String> commands, Ink ink) {
    this.chapters = chapters;
    this.commands = commands;
    this.ink = ink;
  }

  /** Line by line, at most 80 columns wide. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(ink.bold("Sequence to sequence, step by step"));
    lines.add("");
    lines.add(ink.bold(row("", "chapter", "walked", "points")));
    chapters.forEach(progress -> lines.add(line(progress)));
    lines.add(row("", "", "", total()));
    if (chapters.stream().anyMatch(ChapterProgress::isChanged)) {
      lines.add("* edited since it was checked");
    }
    lines.add("");
    lines.add(ink.bold("What to do next"));
    lines.addAll(steps());
    return lines;
  }

  private static String line(ChapterProgress progress) {
    Contents.Chapter chapter = progress.chapter();
    String points = progress.exercises().isEmpty() ? "" : points(progress);
    return row("" + chapter.number(), chapter.title(), walked(progress), points);
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
    return String.format(Locale.ROOT, "%3d of %d", earned, points);
  }

  private static String walked(ChapterProgress progress) {
    if (progress.cell() > 0) {
      return goesOn(progress);
    }
    return progress.isWalked() ? "to the end" : "";
  }

  private static String goesOn(ChapterProgress progress) {
    int cells = progress.cells();
    if (progress.cell() > cells && cells > 0) {
      return "at the end";
    }
    return "at cell " + progress.cell() + (cells > 0 ? " of " + cells : "");
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
      steps.add(step("./learn train", "train a translator, about a minute"));
    }
    steps.add(step("./learn --help", "every command"));
    return steps;
  }

  /** One that was begun, before one that was not. */
  private Optional<ChapterProgress> nextWalk() {
    return chapters.stream()
        .filter(progress -> progress.cell() > 0)
        .findFirst()
        .or(() -> chapters.stream().filter(progress -> !progress.isWalked()).findFirst());
  }

  private static List<String> walk(ChapterProgress progress) {
    List<String> lines = new ArrayList<>();
    lines.add(step("./learn walk " + progress.chapter().number(), progress.chapter().question()));
    if (progress.cell() > 0) {
      lines.add(step("", "goes on " + goesOn(progress)));
    }
    return lines;
  }

  private Optional<ChapterProgress.Work> nextExercise() {
    return chapters.stream()
        .flatMap(progress -> progress.exercises().stream())
        .filter(work -> work.exercise().isHere() && !work.isDone())
        .findFirst();
  }

  private static List<String> exercise(ChapterProgress.Work work) {
    String says = work.isChanged() ? "you have edited it since it was checked" : points(work);
    return List.of(
        step("./learn check " + work.exercise().id(), work.exercise().title() + ", " + says),
        "    " + work.exercise().starterFile());
  }

  private static String points(ChapterProgress.Work work) {
    return work.earned() + " of " + work.exercise().points() + " points so far; its file is";
  }

  private static String row(String number, String title, String walked, String points) {
    return String.format(Locale.ROOT, ROW, number, title, walked, points).stripTrailing();
  }

  private static String step(String type, String does) {
    return String.format(Locale.ROOT, "  %-18s %s", type, does);
  }
}
