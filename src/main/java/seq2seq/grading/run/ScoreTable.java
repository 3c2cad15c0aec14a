package seq2seq.grading.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import seq2seq.data.Tables;
import seq2seq.grading.Exercise;
import seq2seq.grading.Exercises;
import seq2seq.grading.FailureText;
import seq2seq.language.Texts;

/** The scores as text: a table, why points are missing, and the total. */
public final class ScoreTable {
  private static final Texts TEXTS = Texts.of(Exercise.class);

  private ScoreTable() {}

  /** The table and the reasons below it, line by line; the last line is the total. */
  public static List<String> lines(List<ExerciseScore> scores) {
    List<List<String>> rows = scores.stream().map(ScoreTable::row).toList();
    String table = Tables.text(Tables.of("scores", columns(), rows));
    List<String> lines = new ArrayList<>(table.lines().toList());
    scores.stream().flatMap(score -> reasons(score).stream()).forEach(lines::add);
    scores.stream().flatMap(score -> printed(score).stream()).forEach(lines::add);
    lines.add("");
    int earned = scores.stream().mapToInt(ExerciseScore::earned).sum();
    lines.add(TEXTS.get("table.total", earned, Exercises.points()));
    return lines;
  }

  private static List<String> columns() {
    return Stream.of("id", "exercise", "points", "state")
        .map(k -> TEXTS.get("table." + k))
        .toList();
  }

  private static List<String> row(ExerciseScore score) {
    String earned = score.isGraded() ? "" + score.earned() : "?";
    String points = TEXTS.get("table.earned", earned, score.exercise().points());
    String state = TEXTS.get("state." + score.state().replace(' ', '.'));
    return List.of(score.exercise().id(), score.exercise().title(), points, state);
  }

  /** Set off by an empty line. */
  private static List<String> reasons(ExerciseScore score) {
    List<String> lines = new ArrayList<>();
    if (!score.reasons().isEmpty()) {
      lines.add("");
      score.reasons().forEach(reason -> lines.add(FailureText.of(score.exercise(), reason)));
    }
    return lines;
  }

  /** What the learner printed, to find out what happens. */
  private static List<String> printed(ExerciseScore score) {
    List<String> lines = new ArrayList<>();
    if (!score.printed().isEmpty()) {
      lines.add("");
      lines.add(TEXTS.get("table.printed", score.exercise().label()));
      score.printed().forEach(line -> lines.add("  " + line));
    }
    return lines;
  }
}
