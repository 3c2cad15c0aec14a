package seq2seq.solutions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seq2seq.grading.Exercise;
import seq2seq.grading.Exercises;
import seq2seq.grading.report.ExerciseGrade;
import seq2seq.grading.report.Grade;
import seq2seq.grading.report.ScoreBook;
import seq2seq.grading.report.SubmissionGrader;
import seq2seq.grading.run.Limits;
import seq2seq.grading.submission.Archive;
import seq2seq.grading.submission.Submission;

/** What is handed in gets its points, by way of the archive that {@code learn submit} makes. */
class SubmissionGraderTest {
  private final SubmissionGrader grader =
      new SubmissionGrader(Exercises.all(), Limits.USUAL, "these tests");

  @TempDir Path folder;

  @AfterEach
  void noProcessIsLeftBehind() {
    grader.close();
    assertThat(ProcessHandle.current().descendants()).isEmpty();
  }

  private Path answers() throws IOException {
    for (Exercise exercise : Rooms.here()) {
      write(exercise, Rooms.solution(exercise).replace("seq2seq.solutions", "seq2seq.starters"));
    }
    return folder;
  }

  private Path write(Exercise exercise, String text) throws IOException {
    Path file = folder.resolve(exercise.starterFile());
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static int here() {
    return Rooms.here().stream().mapToInt(Exercise::points).sum();
  }

  private static ExerciseGrade of(Grade grade, String id) {
    return grade.exercises().stream().filter(e -> e.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void theAnswersGetFullPointsOfAHundred() throws IOException {
    byte[] archive = Archive.of(Submission.read(answers(), Exercises.all()), "0.1.0", "Ada");
    Path zip = Files.write(folder.resolve("handed in.zip"), archive);
    Grade grade = grader.grade("", zip);
    assertThat(grade.earned()).isEqualTo(here());
    assertThat(grade.possible()).isEqualTo(100);
    assertThat(grade.student()).isEqualTo("Ada");
    assertThat(grade.notes()).isEmpty();
  }

  @Test
  void onlyTheNamedExercisesAreGradedAgain() throws IOException {
    Exercise mask =
        Rooms.here().stream().filter(e -> e.id().equals("5.1")).findFirst().orElseThrow();
    write(mask, Rooms.solution(mask).replace("seq2seq.solutions", "seq2seq.starters"));
    Grade before = grader.grade("Ada", folder);
    ExerciseGrade odd =
        new ExerciseGrade("6.1", "t", "s", 4, 1, "tried", List.of(), List.of("of another time"));
    List<ExerciseGrade> altered =
        before.exercises().stream()
            .map(e -> e.id().equals("6.1") ? odd : e.id().equals("5.1") ? ofNothing(e) : e)
            .toList();
    Grade earlier =
        new Grade("Ada", before.submission(), "old", altered, List.of(), before.late(), 1);
    Grade again = grader.regrade(earlier, folder, Set.of("5.1"));
    assertThat(of(again, "5.1").earned()).isEqualTo(3);
    assertThat(of(again, "6.1")).isEqualTo(odd);
    assertThat(again.fingerprint()).isEqualTo("these tests");
    assertThat(again.student()).isEqualTo("Ada");
  }

  private static ExerciseGrade ofNothing(ExerciseGrade e) {
    return new ExerciseGrade(
        e.id(), e.title(), e.specification(), e.points(), 0, "tried", List.of(), List.of());
  }

  @Test
  void theStartersGetNothingAndWait() throws IOException {
    for (Exercise exercise : Rooms.here()) {
      Rooms.writeStarter(exercise, folder);
    }
    Grade grade = grader.grade("Ada", folder);
    assertThat(grade.earned()).isZero();
    assertThat(grade.exercises()).extracting(ExerciseGrade::state).containsOnly("waiting");
  }

  @Test
  void whatAStudentKeepsOfScoresCountsForNothing() throws IOException {
    Exercise exercise = Exercises.find("5.1");
    write(exercise, "class {");
    ScoreBook book = new ScoreBook(folder);
    String kept = "{\"earned\": 3, \"state\": \"full points\", \"sha256\": \"%s\"}";
    String page = "{\"format\": 1, \"scores\": {\"5.1\": " + kept + "}}";
    Files.createDirectories(folder.resolve(".learn"));
    Files.writeString(
        folder.resolve(".learn/scores.json"),
        String.format(Locale.ROOT, page, book.sha256(exercise)));
    assertThat(book.read().get("5.1").earned()).isEqualTo(3);
    assertThat(of(grader.grade("Ada", folder), "5.1").earned()).isZero();
  }

  /** Each in one exercise; the others keep their points. */
  @Test
  void whatCannotBeGradedCostsItsOwnExercise() throws IOException {
    answers();
    Path mask = write(Exercises.find("5.1"), "class {");
    Path attention = folder.resolve(Exercises.find("5.2").starterFile());
    Files.write(attention, "// \u00e9".getBytes(StandardCharsets.ISO_8859_1));
    write(Exercises.find("6.1"), "// " + "x".repeat(50 << 20));
    Path gradient = folder.resolve(Exercises.find("6.3").starterFile());
    Files.delete(gradient);
    Files.createSymbolicLink(gradient, mask);
    Grade grade = grader.grade("Ada", folder);
    assertThat(of(grade, "5.1").state()).isEqualTo("does not compile");
    assertThat(of(grade, "5.1").reasons().get(0)).contains("MyLengthMask.java:1: ");
    assertThat(of(grade, "5.2").reasons().get(0)).endsWith(":1: this line is not UTF-8 text");
    assertThat(of(grade, "6.1").reasons().get(0)).endsWith(": is larger than 256 KB");
    assertThat(of(grade, "6.3").reasons().get(0)).contains("symbolic link");
    assertThat(grade.earned()).isEqualTo(here() - 3 - 3 - 4 - 3);
  }

  /** A text that doubles forty times; javac puts constants together while it reads. */
  @Test
  void aFileThatUsesUpTheMemoryOfJavacCostsItsOwnExercise() throws IOException {
    answers();
    StringBuilder bomb =
        new StringBuilder("interface MyLengthMask {\n  String A0 = \"0123456789\";\n");
    for (int i = 1; i <= 40; i++) {
      bomb.append("  String A" + i + " = A" + (i - 1) + " + A" + (i - 1) + ";\n");
    }
    write(Exercises.find("5.1"), "package seq2seq.starters.ch05;\n" + bomb + "}\n");
    Grade grade = grader.grade("Ada", folder);
    assertThat(of(grade, "5.1").reasons())
        .containsExactly(
            Exercises.find("5.1").starterFile()
                + ": javac gave up on this file: it ran out of memory");
    assertThat(grade.earned()).isEqualTo(here() - 3);
  }

  /** The type of x has 2 to the power of 28 parts. */
  @Tag("slow")
  @Test
  void aFileThatJavacThinksAboutForYearsCostsItsOwnExercise() throws IOException {
    write(
        Exercises.find("5.1"),
        "class MyLengthMask { static <A> java.util.Map<A, A> d(A a) { return null; }\n"
            + "void m() { var x = "
            + "d(".repeat(28)
            + "1"
            + ")".repeat(28)
            + "; } }");
    Exercise other = Exercises.find("5.2");
    write(other, Rooms.solution(other).replace("seq2seq.solutions", "seq2seq.starters"));
    Grade grade = grader.grade("Ada", folder);
    assertThat(of(grade, "5.1").reasons().get(0))
        .contains("javac gave up on this file: it took too long, more than 13 s");
    assertThat(grade.earned()).isEqualTo(other.points());
  }

  @Test
  void theSameTextIsGradedOnce() throws IOException {
    write(Exercises.find("5.1"), "class {");
    Grade first = grader.grade("Ada", folder);
    Grade second = grader.grade("Bo", folder);
    assertThat(of(second, "5.1")).isSameAs(of(first, "5.1"));
    write(Exercises.find("5.1"), "class  {");
    assertThat(of(grader.grade("Zoe", folder), "5.1")).isNotSameAs(of(first, "5.1"));
  }
}
