package seq2seq.solutions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import seq2seq.cli.UserError;
import seq2seq.cli.grade.PublishCommand;
import seq2seq.grading.CourseFolder;
import seq2seq.grading.Exercise;

/** The edition for students, of a copy of the course in which nobody has worked yet. */
class PublishTest {
  private static final String HOME = "seq2seq.home";
  private static final int SHORT = 25;

  @TempDir Path folder;
  private Path course;
  private Path edition;
  private String before;

  @BeforeEach
  void copyTheCourse() throws IOException {
    before = System.getProperty(HOME);
    course = folder.resolve("course");
    edition = folder.resolve("edition");
    Path from = CourseFolder.find();
    for (String part :
        List.of(
            "README.md", "pom.xml", "learn", "chapters", "exercises", "solutions", "src/main")) {
      copy(from, part);
    }
    for (Exercise exercise : Rooms.here()) {
      Rooms.writeStarter(exercise, course);
    }
    Files.writeString(course.resolve("exam.md"), "not for students");
    System.setProperty(HOME, course.toString());
  }

  @AfterEach
  void restore() {
    if (before == null) {
      System.clearProperty(HOME);
    } else {
      System.setProperty(HOME, before);
    }
  }

  private void copy(Path from, String part) throws IOException {
    try (Stream<Path> files = Files.walk(from.resolve(part))) {
      for (Path file :
          files.filter(Files::isRegularFile).filter(f -> !("" + f).contains("/target/")).toList()) {
        Path to = course.resolve("" + from.relativize(file));
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    }
  }

  private void publish() throws Exception {
    PrintStream out = System.out;
    System.setOut(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    try {
      PublishCommand command = new PublishCommand();
      new CommandLine(command).parseArgs(edition.toString());
      command.call();
    } finally {
      System.setOut(out);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  /** What one writes oneself: lines of answers that stand nowhere in what students get anyway. */
  private Set<String> linesOfAnswers() throws IOException {
    Set<String> given = new LinkedHashSet<>();
    for (String room : List.of("src/main", "chapters/main", "exercises/graded")) {
      for (Path file : files(course.resolve(room))) {
        if (file.toString().endsWith(".java")) {
          Files.readAllLines(file).forEach(line -> given.add(line.strip()));
        }
      }
    }
    for (Exercise exercise : Rooms.here()) {
      Rooms.starter(exercise).lines().forEach(line -> given.add(line.strip()));
    }
    Set<String> lines = new LinkedHashSet<>();
    for (Path file : files(course.resolve("solutions/main"))) {
      Files.readAllLines(file).stream()
          .map(String::strip)
          .filter(line -> line.length() >= SHORT && !given.contains(line))
          .forEach(lines::add);
    }
    return lines;
  }

  @Test
  void noLineOfAnAnswerIsInIt() throws Exception {
    publish();
    Set<String> answers = linesOfAnswers();
    assertThat(answers).hasSizeGreaterThan(1000);
    List<String> found = new ArrayList<>();
    for (Path file : files(edition)) {
      if (file.toString().matches(".*\\.(java|txt|tsv|xml|yml)")) {
        Files.readAllLines(file).stream()
            .map(String::strip)
            .filter(answers::contains)
            .forEach(line -> found.add(edition.relativize(file) + ": " + line));
      }
    }
    assertThat(found).isEmpty();
    assertThat(edition.resolve("exam.md")).doesNotExist();
    assertThat(edition.resolve("solutions")).doesNotExist();
  }

  @Test
  void noPageLinksToWhatIsNotThere() throws Exception {
    publish();
    List<String> dead = new ArrayList<>();
    for (Path file : files(edition)) {
      if (file.toString().matches(".*\\.(md|ipynb|jsh)")) {
        Files.readString(file)
            .lines()
            .filter(
                line ->
                    line.matches(
                        ".*(\\(solutions|\\.\\./solutions|answers\\.(zh\\.)?md|\\(CONTRIBUTING).*"))
            .forEach(line -> dead.add(edition.relativize(file) + ": " + line));
      }
    }
    assertThat(dead).isEmpty();
    assertThat(edition.resolve(".github/workflows/points.yml")).content().contains("./learn grade");
    assertThat(Files.isExecutable(edition.resolve("learn"))).isTrue();
  }

  @Test
  void itFollowsTheTeachersTerms() throws Exception {
    Files.writeString(
        course.resolve("course.tsv"),
        "late\t10% a day\tat most 50%\nexercise\tpoints\tdue\n5\t\t2026-10-09\n6.2\t10\t\n");
    publish();
    assertThat(edition.resolve("exercises/README.md"))
        .content()
        .contains(
            "16 points over", "| 6.2 masked cross-entropy | 10 | rebuild |", "Together 16 points.")
        .contains("- 2026-10-09 23:59 ", ": 5.1, 5.2", "10% a day, grace 0 min, at most 50%")
        .doesNotContain("| 6.1 ", "100 points");
    Path starters = edition.resolve("exercises/starters/main/java/seq2seq/starters");
    assertThat(files(starters)).hasSize(3);
    assertThat(edition.resolve("course.tsv")).exists();
  }

  @Test
  void aStarterThatSomebodyWorkedOnIsNotGivenAway() throws IOException {
    Exercise mask = Rooms.here().get(0);
    Path starter = course.resolve(mask.starterFile());
    Files.writeString(starter, Files.readString(starter).replace("throw new Todo", "answer"));
    org.assertj.core.api.Assertions.assertThatThrownBy(this::publish)
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith(mask.starterFile());
    assertThat(edition).doesNotExist();
  }
}
