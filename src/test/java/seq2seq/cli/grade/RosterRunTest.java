package seq2seq.cli.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seq2seq.grading.Exercise;
import seq2seq.grading.report.Grade;
import seq2seq.grading.report.Roster;
import seq2seq.grading.report.Roster.Student;
import seq2seq.grading.report.SubmissionGrader;
import seq2seq.grading.run.Limits;

/** A class of which one hand-in throws what nobody expects. */
class RosterRunTest {
  private static final Exercise MASK =
      new Exercise("5.1", 3, Exercise.Kind.REBUILD, "length mask", "LengthMask");

  @TempDir Path folder;

  /** Whatever is asked of it throws {@link java.nio.file.ClosedFileSystemException}. */
  private Path hostile() throws IOException {
    Path archive = folder.resolve("closed.zip");
    try (FileSystem closed = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
      return closed.getPath("/work");
    }
  }

  private List<Grade> grades(Roster roster, List<Student> students) {
    return grades(roster, students, new ArrayList<>());
  }

  private List<Grade> grades(Roster roster, List<Student> students, List<String> notKept) {
    PrintStream err = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    try (SubmissionGrader grader = new SubmissionGrader(List.of(MASK), Limits.USUAL, "kit")) {
      RosterRun run = new RosterRun(roster, grader, java.util.Set.of(), err, false);
      List<Grade> grades = run.of(students, 1);
      notKept.addAll(run.notKept());
      return grades;
    }
  }

  private List<Student> students() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("class/bo"));
    return List.of(new Student("ada", hostile(), "ada"), new Student("bo", empty, "bo"));
  }

  @Test
  void itIsNamedAndTheOthersAreGraded() throws IOException {
    Roster roster = new Roster(folder.resolve("class"), folder.resolve("out"));
    List<Grade> grades = grades(roster, students());
    assertThat(grades).extracting(Grade::student).containsExactly("ada", "bo");
    assertThat(grades).extracting(Grade::isGraded).containsExactly(false, true);
    assertThat(grades.get(0).notes().get(0)).contains("ClosedFileSystemException");
  }

  /** Then its work is looked at first, since the same work has the same grade. */
  @Test
  void itIsNamedInASecondRunToo() throws IOException {
    Roster roster = new Roster(folder.resolve("class"), folder.resolve("out"));
    List<Student> students = students();
    Student was = new Student("ada", students.get(1).work(), "ada");
    Grade before = grades(roster, List.of(was)).get(0);
    roster.keep(was, withWork(before));
    assertThat(grades(roster, students)).extracting(Grade::isGraded).containsExactly(false, true);
  }

  @Test
  void aGradeThatCannotBeKeptIsStillAGradeAndIsNamed() throws IOException {
    Files.createDirectories(folder.resolve("out/bo.json/in the way"));
    Roster roster = new Roster(folder.resolve("class"), folder.resolve("out"));
    List<String> notKept = new ArrayList<>();
    assertThat(grades(roster, students().subList(1, 2), notKept))
        .extracting(Grade::isGraded)
        .containsExactly(true);
    assertThat(notKept).hasSize(1);
    assertThat(notKept.get(0)).startsWith("bo: ").contains("bo.json");
  }

  private static Grade withWork(Grade grade) {
    return new Grade(
        grade.student(),
        "a sum",
        grade.fingerprint(),
        grade.exercises(),
        grade.notes(),
        grade.late(),
        grade.seconds());
  }
}
