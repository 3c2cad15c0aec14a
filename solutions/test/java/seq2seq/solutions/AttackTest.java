package seq2seq.solutions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import seq2seq.grading.Exercise;
import seq2seq.grading.Exercises;
import seq2seq.grading.run.ExerciseScore;
import seq2seq.grading.run.Grader;
import seq2seq.grading.run.Limits;

/** Hostile and broken submissions: each gets exactly the score it must get, and does no harm. */
@Tag("slow")
class AttackTest {
  private static final Exercise EXERCISE = Exercises.find("5.1");
  private static final Limits LIMITS =
      new Limits(
          Duration.ofSeconds(120),
          Duration.ofSeconds(60),
          Duration.ofSeconds(1),
          Duration.ofSeconds(120),
          64,
          64);

  /** For those that wait for ever without using the processor. */
  private static final Limits SLEEPERS =
      new Limits(
          Duration.ofSeconds(120),
          Duration.ofSeconds(3),
          Duration.ofSeconds(30),
          Duration.ofSeconds(120),
          64,
          64);

  @TempDir private Path course;

  static List<Attack> attacks() throws IOException {
    return Attack.all();
  }

  @AfterEach
  void noProcessIsLeftBehind() {
    assertThat(ProcessHandle.current().descendants()).isEmpty();
  }

  @Test
  void thereAreEnoughOfThem() throws IOException {
    assertThat(attacks()).hasSizeGreaterThanOrEqualTo(35);
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void anAttackGetsItsScore(Attack attack) throws IOException {
    run(attack, attack.checked(), new Grader(course, limits(attack.checked())));
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void anAttackThatTheCheckMissedGetsItsScore(Attack attack) throws IOException {
    if (attack.unchecked().points() >= 0) {
      run(attack, attack.unchecked(), Grader.unchecked(course, limits(attack.unchecked())));
    }
  }

  /** What ends gets the usual time, since a new process for each test makes it slower. */
  private static Limits limits(Attack.Score score) {
    if (score.points() == EXERCISE.points()) {
      return Limits.USUAL;
    }
    return score.words().contains("within 3 s") ? SLEEPERS : LIMITS;
  }

  private void run(Attack attack, Attack.Score expected, Grader grader) throws IOException {
    write(attack.source());
    List<String> before = files();
    ExerciseScore score = grader.grade(EXERCISE);
    String said = String.join("\n", score.reasons());
    assertThat(said).contains(expected.words());
    assertThat(score.earned()).as(said).isEqualTo(expected.points());
    assertThat(said).doesNotContainPattern("[\\p{Cntrl}&&[^\n]]");
    assertThat(files()).isEqualTo(before);
  }

  private Path write(String source) throws IOException {
    Path file = course.resolve(EXERCISE.starterFile());
    Files.createDirectories(file.getParent());
    return Files.writeString(file, source);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(course)) {
      return files.map(Path::toString).sorted().toList();
    }
  }

  private ExerciseScore grade() {
    return new Grader(course, LIMITS).grade(EXERCISE);
  }

  private void fails(String words) {
    ExerciseScore score = grade();
    assertThat(score.earned()).isZero();
    assertThat(String.join("\n", score.reasons())).contains(words);
  }

  private String right() throws IOException {
    return Rooms.solution(EXERCISE)
        .replace("package seq2seq.solutions.", "package seq2seq.starters.");
  }

  @Test
  void theWrongFolderAltogether() {
    fails("MyLengthMask.java: the file is missing");
  }

  @Test
  void anEmptyFile() throws IOException {
    write("");
    fails("holds no class seq2seq.starters.ch05.MyLengthMask");
  }

  @Test
  void aFileThatIsNotUtf8() throws IOException {
    Path file = write("");
    Files.write(
        file, right().replace("int[][]", "/* é */ int[][]").getBytes(StandardCharsets.ISO_8859_1));
    fails("the file is not UTF-8 text; save it as UTF-8");
  }

  @Test
  void aFileOf50Megabytes() throws IOException {
    write("// " + "x".repeat(50 << 20));
    fails("the file is larger than 256 KB");
  }

  @Test
  void aFileThatIsNestedWithoutEnd() throws IOException {
    write("class MyLengthMask { int x = " + "(".repeat(60_000) + "1" + ")".repeat(60_000) + "; }");
    fails("MyLengthMask.java");
  }

  /** What stands behind {@code finally} is written once for each way out, in one another too. */
  @Test
  void aFileThatIsSmallAndCompilesToMuch() throws IOException {
    StringBuilder methods = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      methods.append("int m").append(i).append("(int x) { ");
      methods.append("try { if (x > 0) return 1; x++; } finally { ".repeat(5));
      methods.append("x++; ").append("} ".repeat(5)).append("return x; }\n");
    }
    write(right().replaceFirst("\\}\\s*$", methods + "}\n"));
    fails("MyLengthMask.java: compiles to more than 1 MB of classes");
  }

  @Test
  void aFileOfAModule() throws IOException {
    write("module seq2seq.starters { }");
    fails("MyLengthMask.java:1: ");
  }

  @Test
  void aClassInThePackageOfItsInterface() throws IOException {
    write(right().replace("package seq2seq.starters.ch05", "package seq2seq.graded.ch05"));
    fails("holds no class seq2seq.starters.ch05.MyLengthMask");
  }

  @Test
  void aNameThatOnlyLooksLikeTheRightOne() throws IOException {
    write(right().replace("class MyLengthMask", "class MyLengthM\u0430sk")); // a Cyrillic letter
    fails("MyLengthMask.java:");
  }

  /** javac passes over characters that nobody sees, so the name is the right one. */
  @Test
  void aNameWithACharacterThatIsNotSeen() throws IOException {
    write(right().replace("class MyLengthMask", "class MyLength\u200dMask"));
    assertThat(grade().earned()).isEqualTo(EXERCISE.points());
  }

  @Test
  void aLinkOutOfTheFolder(@TempDir Path elsewhere) throws IOException {
    Path target = Files.writeString(elsewhere.resolve("MyLengthMask.java"), right());
    Path file = write("");
    Files.delete(file);
    Files.createSymbolicLink(file, target);
    fails("the file is a link to somewhere outside the course");
  }

  @Test
  void aFolderInPlaceOfTheFile() throws IOException {
    Path file = write("");
    Files.delete(file);
    Files.createDirectory(file);
    fails("the file is missing");
  }

  @Test
  void aClassOfTheEngineInPlaceOfTheAnswer() throws IOException {
    write("package seq2seq.engine; public final class Tensor {}");
    fails("MyLengthMask.java");
  }

  @Test
  void aClassOfTheEngineThatLies() throws IOException {
    Path file = course.resolve(Exercises.find("5.2").starterFile());
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        """
        package seq2seq.starters.ch05;
        final class MyAttentionMask extends seq2seq.engine.Tensor {}
        """);
    ExerciseScore score = new Grader(course, LIMITS).grade(Exercises.find("5.2"));
    assertThat(score.reasons().get(0)).contains("cannot inherit from final");
  }

  @Test
  void whatLiesBesideTheFileIsIgnored() throws IOException {
    Path file = write(right());
    Path root = course.resolve("exercises/starters/main/java");
    for (String service :
        List.of(
            "org.junit.jupiter.api.extension.Extension",
            "org.junit.platform.launcher.TestExecutionListener",
            "org.junit.platform.launcher.LauncherSessionListener",
            "javax.annotation.processing.Processor")) {
      put(root, "META-INF/services/" + service, "seq2seq.starters.ch05.MyLengthMask");
    }
    put(root, "junit-platform.properties", "junit.jupiter.extensions.autodetection.enabled=true");
    put(root, "seq2seq/graded/ch05/LengthMask.java", "package seq2seq.graded.ch05; broken");
    put(root, "org/junit/jupiter/api/Assertions.java", "package org.junit.jupiter.api; broken");
    put(root, "seq2seq/starters/ch05/MyAttentionMask.java", "broken");
    put(root, "seq2seq/starters/ch05/module-info.java", "broken");
    assertThat(file).exists();
    assertThat(grade().earned()).isEqualTo(EXERCISE.points());
  }

  private static void put(Path root, String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void aSecondClassOfTheNameOfAnotherExercise() throws IOException {
    write(right() + "\nfinal class MyAttentionMask {}\n");
    assertThat(grade().earned()).isEqualTo(EXERCISE.points());
    Exercise other = Exercises.find("5.2");
    Path file = course.resolve(other.starterFile());
    Files.writeString(
        file,
        Rooms.solution(other).replace("package seq2seq.solutions.", "package seq2seq.starters."));
    assertThat(new Grader(course, LIMITS).grade(other).earned()).isEqualTo(other.points());
  }
}
