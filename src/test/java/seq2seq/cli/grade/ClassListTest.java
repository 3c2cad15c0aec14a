package seq2seq.cli.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seq2seq.cli.UserError;
import seq2seq.grading.report.ExerciseGrade;
import seq2seq.grading.report.Grade;
import seq2seq.grading.report.LatePenalty;
import seq2seq.grading.run.TestResult;

/**
 * The headers are those that Canvas's {@code gradebook_exporter.rb} and Moodle's {@code
 * mod/assign/feedback/offline} write, as of 2026.
 */
class ClassListTest {
  private static final String CANVAS =
      """
      Student,ID,SIS User ID,SIS Login ID,Section,Seq2seq (77),Current Score,Final Score
      ,,,,,Manual Posting,,
          Points Possible,,,,,100,(read only),(read only)
      "Lovelace, Ada",1201,s-1,ada@example.edu,Tuesday,,,
      "Turing, Alan",1202,s-2,alan,Thursday,55.00,55.00,55.00
      "Hopper, Grace",1203,s-3,grace,Tuesday,12.00,12.00,12.00
      """;

  private static final String MOODLE =
      """
      Identifier,Full name,Email address,Status,Grade,Maximum Grade,Grade can be changed,\
      Last modified (submission),Last modified (grade),Feedback comments
      Participant 4711,Ada Lovelace,ada@example.edu,Submitted for grading,,100.00,Yes,\
      "Tuesday, 1 December 2026, 11:59 PM",-,
      Participant 4712,Alan Turing,alan@example.edu,No submission,,100.00,Yes,-,-,"he said ""no"", twice"
      """;

  @TempDir Path folder;

  private ClassList list(String text) throws IOException {
    return ClassList.read(Files.writeString(folder.resolve("list.csv"), text));
  }

  private static Grade grade(String student, int earned) {
    ExerciseGrade exercise =
        new ExerciseGrade(
            "5.1", "a", "b", 100, earned, "tried", List.<TestResult>of(), List.<String>of());
    return new Grade(student, "sha", "kit", List.of(exercise), List.of(), LatePenalty.NOT, 1);
  }

  @Test
  void canvasGetsItsOwnColumnsBackAndNobodyElsesPoints() throws IOException {
    ClassList list = list(CANVAS);
    List<Grade> grades =
        List.of(grade("lovelaceada_1201_9_submission", 90), grade("grace", 80), grade("who", 1));
    assertThat(list.canvas(grades, ""))
        .isEqualTo(
            """
            Student,ID,SIS User ID,SIS Login ID,Section,Seq2seq (77)
                Points Possible,,,,,100
            "Lovelace, Ada",1201,s-1,ada@example.edu,Tuesday,90
            "Hopper, Grace",1203,s-3,grace,Tuesday,80
            """
                .replace("\n", "\r\n"));
    assertThat(list.canvas(grades, "Another"))
        .startsWith("Student,ID,SIS User ID,SIS Login ID,Section,Another\r\n");
    assertThat(list.strangers(List.of("who", "Ada Lovelace"))).containsExactly("who");
    assertThat(list.section("Ada Lovelace")).isEqualTo("Tuesday");
    assertThat(list.section("who")).isEmpty();
  }

  @Test
  void aNumberThatStandsTwiceInARowNamesItsStudentFarDownTheTableToo() throws IOException {
    StringBuilder table = new StringBuilder("Student,ID,SIS User ID,Section\n");
    for (int number = 1000; number < 1200; number++) {
      table.append("S" + number + "," + number + "," + number + ",Tuesday\n");
    }
    ClassList list = list(table.toString());
    assertThat(list.section("somebody_1001_9_submission")).isEqualTo("Tuesday");
    assertThat(list.section("somebody_1199_9_submission")).isEqualTo("Tuesday");
  }

  /** As Canvas checks it: Student, ID, and Section before the first assignment. */
  @Test
  void canvasWouldTakeTheHeaderForOneOfItsOwn() throws IOException {
    String[] header =
        list(CANVAS).canvas(List.of(grade("grace", 1)), "").split("\r\n")[0].split(",");
    assertThat(header[0]).contains("Student");
    assertThat(header[1]).contains("ID");
    assertThat(header[2]).matches("SIS\\s+User\\s+ID");
    assertThat(header[3]).matches("SIS\\s+Login\\s+ID");
    assertThat(header[4]).contains("Section");
    assertThat(header).hasSize(6);
  }

  @Test
  void moodleGetsItsWorksheetBackWithTheGradesInIt() throws IOException {
    ClassList list = list(MOODLE);
    String sheet = list.moodle(List.of(grade("Ada Lovelace_4711_assignsubmission_file", 90)));
    assertThat(sheet)
        .isEqualTo(
            MOODLE
                .replace(
                    "Submitted for grading,,100.00,Yes,\"Tuesday, 1 December 2026, 11:59 PM\",-,",
                    "Submitted for grading,90,100.00,Yes,\"Tuesday, 1 December 2026, 11:59 PM\",-,90 of 100")
                .replace("\n", "\r\n"));
  }

  /** Else a student of whose work nothing could be graded reads a 0 and no more. */
  @Test
  void theFeedbackInMoodleSaysWhatTheNotesSay() throws IOException {
    Grade noted = grade("Ada Lovelace", 90).withNote("passed over: one more");
    assertThat(list(MOODLE).moodle(List.of(noted)))
        .contains(",90 of 100; passed over: one more\r\n");
  }

  @Test
  void aMaximumOfAnotherNumberIsSaid() throws IOException {
    ClassList list = list(MOODLE.replace("100.00", "10.00"));
    assertThatThrownBy(() -> list.moodle(List.of(grade("Alan Turing", 1))))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("grades there are out of 10 and ours out of 100; set");
  }

  /** Canvas keeps an assignment's points, whatever is imported. */
  @Test
  void pointsOfAnotherNumberAreSaid() throws IOException {
    ClassList list = list(CANVAS.replace(",,,,,100,", ",,,,,50.0,"));
    List<Grade> grades = List.of(grade("grace", 80));
    assertThatThrownBy(() -> list.canvas(grades, ""))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("grades there are out of 50 and ours out of 100; set")
        .hasMessageContaining("in Canvas and export the gradebook again");
    assertThat(list.canvas(grades, "Another")).contains("Another");
    ClassList untold = list(CANVAS.replaceAll("(?m)^    Points Possible.*\n", ""));
    assertThat(untold.canvas(grades, "")).contains("grace,Tuesday,80");
  }

  @Test
  void whatTwoStudentsShareNamesNeither() throws IOException {
    ClassList list = list("student,id,section\nAda,1,A\nAda,2,B\n");
    assertThat(list.section("Ada")).isEmpty();
    assertThat(list.section("ada_2_file")).isEqualTo("B");
  }

  @Test
  void anotherTableIsNoListOfStudents() {
    assertThatThrownBy(() -> list("name,points\nAda,3\n"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("list.csv")
        .hasMessageContaining("Identifier");
    assertThatThrownBy(() -> list("student,section\nAda,A\n").canvas(List.of(grade("Ada", 1)), ""))
        .hasMessageContaining("is no gradebook of Canvas");
    assertThatThrownBy(() -> list("student,section\nAda,A\n").moodle(List.of(grade("Ada", 1))))
        .hasMessageContaining("Last modified (grade)");
  }

  @Test
  void ofSeveralAssignmentsOneIsAskedFor() throws IOException {
    ClassList list = list("Student,ID,SIS Login ID,Section,One (1),Two (2)\n\"A, B\",7,ab,S,,\n");
    assertThatThrownBy(() -> list.canvas(List.of(grade("ab", 1)), ""))
        .hasMessageContaining("--column")
        .hasMessageContaining("[One (1), Two (2)]");
    assertThat(list.canvas(List.of(grade("ab", 1)), "Two (2)")).contains("Section,Two (2)\r\n");
  }
}
