package seq2seq.grading.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seq2seq.grading.Exercise;
import seq2seq.grading.run.Limits;

class RosterTest {
  private static final Exercise MASK =
      new Exercise("5.1", 3, Exercise.Kind.REBUILD, "length mask", "LengthMask");

  @TempDir Path folder;

  private Roster roster() {
    return new Roster(folder.resolve("class"), folder.resolve("out"));
  }

  private Path put(String name, String text) throws IOException {
    Path file = folder.resolve("class").resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static SubmissionGrader grader(String kit) {
    return new SubmissionGrader(List.of(MASK), Limits.USUAL, kit);
  }

  private static Grade grade(String submission) {
    Grade some = Grades.mixed("Ada", "x");
    return new Grade("Ada", submission, "kit", some.exercises(), List.of(), Late.NOT, 1.25);
  }

  @Test
  void foldersAndArchivesAreStudentsAndNothingElseIs() throws IOException {
    put("bo/MyLengthMask.java", "x");
    put("zoe.ZIP", "x");
    put("bo.zip", "x");
    put("readme.txt", "x");
    put(".hidden/MyLengthMask.java", "x");
    Files.createSymbolicLink(folder.resolve("class/link"), folder.resolve("class/bo"));
    assertThat(roster().students())
        .extracting(Roster.Student::name)
        .containsExactly("bo", "bo.zip", "zoe");
  }

  @Test
  void aGradeIsFoundAgainWhileTheWorkAndTheTestsAreTheSame() throws IOException {
    put("ada/MyLengthMask.java", "x");
    Roster.Student ada = roster().students().get(0);
    assertThat(roster().kept(ada, grader("kit"))).isEmpty();
    Grade grade = grade(grader("kit").identity(ada.work()));
    roster().keep(ada, grade);
    assertThat(roster().kept(ada, grader("kit"))).contains(grade);
    assertThat(roster().kept(ada, grader("other kit"))).as("other tests").isEmpty();
    put("ada/MyLengthMask.java", "y");
    assertThat(roster().kept(ada, grader("kit"))).as("other work").isEmpty();
  }

  @Test
  void aGradeThatIsCutOffIsNoGrade() throws IOException {
    put("ada/MyLengthMask.java", "x");
    Roster.Student ada = roster().students().get(0);
    roster().keep(ada, grade(grader("kit").identity(ada.work())));
    Path file = folder.resolve("out/ada.json");
    String whole = Files.readString(file);
    for (int length = 0; length < whole.length() - 2; length += 11) {
      Files.writeString(file, whole.substring(0, length));
      assertThat(roster().kept(ada, grader("kit"))).as("%d characters", length).isEmpty();
    }
  }

  @Test
  void workThatCannotBeReadIsReadAgain() throws IOException {
    put("ada/holiday.txt", "x");
    Roster.Student ada = roster().students().get(0);
    roster().keep(ada, grader("kit").grade("ada", ada.work()));
    assertThat(roster().kept(ada, grader("kit"))).isEmpty();
  }

  @Test
  void everyNameHasAFileNameOfItsOwn() {
    List<String> names =
        List.of(
            "ada",
            "Ada L.",
            "Ada L ",
            "a/b",
            "a_b",
            "a\\b",
            "..",
            ".",
            "=cmd()",
            "<b>",
            "\n",
            "学",
            "é",
            "x".repeat(300),
            "x".repeat(301));
    Set<String> files = new LinkedHashSet<>();
    names.forEach(name -> files.add(Roster.fileName(name)));
    assertThat(files)
        .hasSameSizeAs(names)
        .allMatch(file -> file.matches("[A-Za-z0-9_-][\\w.-]{0,99}"));
    assertThat(Roster.fileName("ada.l_1")).isEqualTo("ada.l_1");
  }

  @Test
  void theWrongFolderGetsAGradeThatSaysSo() throws IOException {
    put("ada/holiday.txt", "x");
    Grade grade = grader("kit").grade("ada", folder.resolve("class/ada"));
    assertThat(grade.summary()).isEqualTo("0 of 3");
    assertThat(grade.notes().get(0))
        .startsWith("nothing could be graded: none of the exercises' files is there");
    List<String> reasons = new ArrayList<>();
    grade.exercises().forEach(exercise -> reasons.addAll(exercise.reasons()));
    assertThat(reasons).as("said once").isEmpty();
  }
}
