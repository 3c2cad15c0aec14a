package seq2seq.grading.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seq2seq.grading.Exercise;
import seq2seq.grading.run.ExerciseScore;
import seq2seq.grading.run.ScoreTable;

/** What the grader could not do is no 0, in no report. */
class NotGradedTest {
  private static final Exercise MASK =
      new Exercise("5.1", 3, Exercise.Kind.REBUILD, "length mask", "LengthMask");
  private static final ExerciseScore NONE = ExerciseScore.notGraded(MASK, "the disk is full");
  private static final Grade OPEN =
      Grades.grade("Ada", ExerciseGrade.of(NONE), Grades.mixed("", "").exercises().get(1));

  @Test
  void everyReportNamesItAndTheReason() {
    List<String> reports =
        List.of(
            CsvReport.of(List.of(OPEN)),
            GradescopeReport.of(OPEN),
            JunitReport.of(OPEN),
            StudentPage.of(OPEN, Map.of()),
            Grades.report(List.of(OPEN)).text(),
            String.join("\n", ScoreTable.lines(List.of(NONE))));
    assertThat(reports).allSatisfy(text -> assertThat(text).contains("not graded"));
    assertThat(reports).allSatisfy(text -> assertThat(text).contains("the disk is full"));
  }

  @Test
  void itIsAnEmptyCellAndNoScore() {
    assertThat(CsvReport.of(List.of(OPEN)).lines().toList().get(1)).startsWith("Ada,,8,,0,,3,");
    assertThat(GradescopeReport.of(OPEN)).doesNotContain("\"score\": 0");
    assertThat(OPEN.isGraded()).isFalse();
  }

  @Test
  void aClassIsCountedWithoutIt() {
    Grade other = Grades.mixed("Bo", "");
    assertThat(Grades.report(List.of(OPEN, other)).summary())
        .isEqualTo("1 students, mean 6.0, median 6.0; 1 more not graded");
    assertThat(Grades.report(List.of(OPEN)).text()).contains("0 students", "1 more not graded");
  }

  @Test
  void itIsNotKept(@TempDir Path folder) throws IOException {
    Roster roster = new Roster(folder, folder.resolve("results"));
    roster.keep(new Roster.Student("Ada", folder.resolve("Ada"), "Ada"), OPEN);
    assertThat(folder).isEmptyDirectory();
  }
}
