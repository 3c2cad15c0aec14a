package seq2seq.grading.run;

import java.util.ArrayList;
import java.util.List;
import seq2seq.data.Tables;
import seq2seq.grading.Exercises;

/** The scores as text: a table, why points are missing, and the total. */
public final class ScoreTable {
  private static final List<String> COLUMNS = List.of("id", "exercise", "points", "state");

  private ScoreTable() {}

  /** The table and the reasons below it, line by line; the last line is the total. */
  public static List<String> lines(List<ExerciseScore> scores) {
    List<List<String>> rows = scores.stream().map(ScoreTable::row).toList();
    String table = Tables.text(Tables.of("scores", COLUMNS, rows));
    List<String> lines = new ArrayList<>(table.lines().toList());
    scores.stream().flatMap(score -> reasons(score).stream()).forEach(lines::add);
    scores.stream().flatMap(score -> printed(score).stream()).forEach(lines::add);
    lines.add("");
    lines.add(
        "total "
            + scores.stream().mapToInt(ExerciseScore::earned).sum()
            + " of "
            + Exercises.points());
    return lines;
  }

  private static List<String> row(ExerciseScore score) {
    String points =
        (score.isGraded() ? "" + score.earned() : "?") + " of " + score.exercise().points();
    return List.of(score.exercise().id(), score.exercise().title(), points, score.state());
  }

  /** Set off by an empty line. */
  private static List<String> reasons(ExerciseScore score) {
    List<String> lines = new ArrayList<>();
    if (!score.reasons().isEmpty()) {
      lines.add("");
      lines.addAll(score.reasons());
    }
    return lines;
  }

  /** What the learner printed, to find out what happens. */
  private static List<String> printed(ExerciseScore score) {
    List<String> lines = new ArrayList<>();
    if (!score.printed().isEmpty()) {
      lines.add("");
      lines.add(score.exercise().label() + " printed, the first lines:");
      score.printed().forEach(line -> lines.add("  " + line));
    }
    return lines;
  }
}
