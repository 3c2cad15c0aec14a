package seq2seq.cli.grade;

import java.util.ArrayList;
import java.util.List;
import seq2seq.data.Tables;
import seq2seq.grading.report.ExerciseGrade;
import seq2seq.grading.report.Grade;

/** A grade as text for a terminal, in the form of {@code learn check}. */
final class GradeText {
  private static final List<String> COLUMNS = List.of("id", "exercise", "points", "state");

  private GradeText() {}

  /** Line by line; the last one is the total. */
  static List<String> lines(Grade grade) {
    List<List<String>> rows = grade.exercises().stream().map(GradeText::row).toList();
    List<String> lines = new ArrayList<>();
    lines.add(grade.student());
    lines.add("");
    Tables.text(Tables.of("grade", COLUMNS, rows)).lines().forEach(lines::add);
    for (ExerciseGrade exercise : grade.exercises()) {
      if (!exercise.reasons().isEmpty()) {
        lines.add("");
        lines.addAll(exercise.reasons());
      }
    }
    lines.add("");
    lines.addAll(grade.remarks());
    lines.add("total " + grade.summary());
    return lines;
  }

  private static List<String> row(ExerciseGrade exercise) {
    return List.of(exercise.id(), exercise.title(), exercise.pointsText(), exercise.state());
  }
}
