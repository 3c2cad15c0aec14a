package seq2seq.solutions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import seq2seq.grading.CourseFolder;
import seq2seq.grading.Exercise;
import seq2seq.grading.Exercises;
import seq2seq.solutions.kit.StarterText;

/** Where the files of the exercises lie, and what is generated from them. */
final class Rooms {
  /** Set this system property to write what is generated instead of comparing it. */
  static final boolean WRITES = Boolean.getBoolean("seq2seq.write");

  private Rooms() {}

  static List<Exercise> here() {
    return Exercises.all().stream().filter(Exercise::isHere).toList();
  }

  static String solution(Exercise exercise) throws IOException {
    return source("solutions", exercise.solution());
  }

  private static String source(String room, String type) throws IOException {
    String file = room + "/main/java/" + type.replace('.', '/') + ".java";
    return Files.readString(CourseFolder.find().resolve(file));
  }

  static String starter(Exercise exercise) throws IOException {
    return StarterText.of(
        exercise, solution(exercise), source("exercises/graded", exercise.specification()));
  }

  /**
   * The graded test of {@code exercise} under a name that IDEs look for, where they look for it.
   */
  static String ideTest(Exercise exercise) {
    String test = exercise.gradedTest();
    return """
        package %s;

        /** The graded tests of exercise %s on your class, where an IDE looks for tests. */
        class My%sTest extends %sGradedTest {}
        """
        .formatted(
            test.substring(0, test.lastIndexOf('.')),
            exercise.id(),
            exercise.name(),
            exercise.name());
  }

  /** Writes the starter of {@code exercise}, as generated, below {@code course}. */
  static Path writeStarter(Exercise exercise, Path course) throws IOException {
    Path file = course.resolve(exercise.starterFile());
    Files.createDirectories(file.getParent());
    return Files.writeString(file, starter(exercise));
  }
}
