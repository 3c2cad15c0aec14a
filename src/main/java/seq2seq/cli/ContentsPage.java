package seq2seq.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What {@code learn} shows when no command is given: the chapters, and what to do next. */
final class ContentsPage {
  private ContentsPage() {}

  /**
   * The page, line by line, at most 80 columns wide.
   *
   * @param chapters the chapters to list
   * @param commands the names of the commands there are; the page proposes no others
   */
  static List<String> lines(List<Contents.Chapter> chapters, Set<String> commands) {
    List<String> lines = new ArrayList<>();
    lines.add("Sequence to sequence, step by step");
    lines.add("");
    chapters.forEach(chapter -> lines.add(line(chapter)));
    lines.add("");
    lines.add("What to do next");
    lines.addAll(steps(commands));
    return lines;
  }

  private static String line(Contents.Chapter chapter) {
    return String.format(
        Locale.ROOT, "  %2d  %-21s %s", chapter.number(), chapter.title(), chapter.question());
  }

  private static List<String> steps(Set<String> commands) {
    List<String> steps = new ArrayList<>();
    step(steps, commands, "walk", "./learn walk 0", "step through the first chapter");
    step(steps, commands, "train", "./learn train", "train a translator, about a minute");
    step(steps, commands, "check", "./learn check", "score your exercises");
    steps.add(row("./learn --help", "every command"));
    return steps;
  }

  private static void step(
      List<String> steps, Set<String> commands, String name, String type, String does) {
    if (commands.contains(name)) {
      steps.add(row(type, does));
    }
  }

  private static String row(String type, String does) {
    return String.format(Locale.ROOT, "  %-18s %s", type, does);
  }
}
