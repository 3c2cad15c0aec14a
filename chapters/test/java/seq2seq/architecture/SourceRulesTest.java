package seq2seq.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the house promises of its source files, which bytecode does not show. */
class SourceRulesTest {
  private static final Path HOUSE = Path.of("..");
  private static final Path ENGINE = HOUSE.resolve("src/main/java/seq2seq/engine");

  private static final int LONGEST_FILE = 350;
  private static final int LONGEST_TENSOR = 500;
  private static final int LONGEST_ENGINE = 3000;

  /** An exercise is specified by an interface of the name that the course's own class has. */
  private static final List<String> NAMED_TWICE =
      List.of("AdditiveAttention", "LengthMask", "OutputRecurrence");

  @Test
  void noFileIsLongerThan350LinesSaveTheTensorWhichHasAMethodForEveryOp() throws IOException {
    for (String room : List.of("src", "chapters", "exercises/graded", "solutions", "book")) {
      for (Path file : sources(HOUSE.resolve(room).resolve("main/java"))) {
        boolean isTensor = file.equals(ENGINE.resolve("Tensor.java"));
        assertThat(lines(file))
            .as("lines of %s", file)
            .isLessThanOrEqualTo(isTensor ? LONGEST_TENSOR : LONGEST_FILE);
      }
    }
  }

  @Test
  void whatALearnerReadsOfTheEngineHas3000LinesAtMost() throws IOException {
    int lines = 0;
    for (Path file : sources(ENGINE)) {
      lines += file.getParent().equals(ENGINE) ? lines(file) : 0;
    }
    assertThat(lines).isBetween(LONGEST_ENGINE / 2, LONGEST_ENGINE);
  }

  @Test
  void noTwoClassesShareANameSaveAnExerciseAndTheCoursesOwnClass() throws IOException {
    Map<String, List<Path>> places = new TreeMap<>();
    for (String room : List.of("src", "chapters", "exercises/graded")) {
      for (Path file : sources(HOUSE.resolve(room).resolve("main/java"))) {
        String name = file.getFileName().toString().replace(".java", "");
        places.computeIfAbsent(name, any -> new ArrayList<>()).add(file);
      }
    }
    places.remove("package-info");
    places.values().removeIf(files -> files.size() == 1);
    assertThat(places.keySet()).as("%s", places).containsExactlyElementsOf(NAMED_TWICE);
    assertThat(places.values())
        .allSatisfy(files -> assertThat(files).hasSize(2).anyMatch(SourceRulesTest::isExercise));
  }

  private static boolean isExercise(Path file) {
    return file.startsWith(HOUSE.resolve("exercises"));
  }

  /** The Java files of a room, in the order of their names; none if the room is not there. */
  private static List<Path> sources(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  private static int lines(Path file) throws IOException {
    return Files.readAllLines(file).size();
  }
}
