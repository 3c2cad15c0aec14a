package seq2seq;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/promises.md} names, for each thing we promise, the test that holds it. */
class PromisesTest {
  private static final Path COURSE = Path.of("..");
  private static final Pattern TEST = Pattern.compile("`(\\w+Test)\\.(\\w+)`");
  private static final Pattern STEP = Pattern.compile("`(\\.ci/[\\w-]+)`(?: \\(`(\\w+)`\\))?");
  private static final String A_TEST = "@(Test|ParameterizedTest|Property|TestFactory)\\b";

  @Test
  void everyTestThatIsNamedIsThere() throws IOException {
    Map<String, String> sources = testSources();
    int named = 0;
    for (String line : table()) {
      Matcher test = TEST.matcher(line);
      for (; test.find(); named++) {
        assertThat(sources).as(line).containsKey(test.group(1));
        assertThat(isTest(sources.get(test.group(1)), test.group(2)))
            .as("%s is a test", test.group())
            .isTrue();
      }
    }
    assertThat(named).isGreaterThan(50);
  }

  @Test
  void everyStepOfCiThatIsNamedIsThere() throws IOException {
    for (String line : table()) {
      Matcher step = STEP.matcher(line);
      while (step.find()) {
        Path file = COURSE.resolve(step.group(1));
        assertThat(file).isRegularFile();
        if (step.group(2) != null) {
          assertThat(Files.readString(file)).contains("\n" + step.group(2) + "() {");
        }
      }
    }
  }

  @Test
  void everyPromiseHasATestOrAStepOfCi() throws IOException {
    assertThat(table())
        .allSatisfy(
            line -> {
              String heldBy = line.substring(line.lastIndexOf('|', line.length() - 2));
              assertThat(TEST.matcher(heldBy).find() || STEP.matcher(heldBy).find())
                  .as(line)
                  .isTrue();
            });
  }

  @Test
  void aTestIsToldFromAMethodThatIsNone() {
    String source = "  @Test\n  void isOne() {}\n\n  void isNone() {}\n";
    assertThat(isTest(source, "isOne")).isTrue();
    assertThat(isTest(source, "isNone")).isFalse();
    assertThat(isTest(source, "isNotThere")).isFalse();
  }

  /** Whether an annotation of a test stands between this method and the member before it. */
  private static boolean isTest(String source, String method) {
    Matcher found = Pattern.compile("[\\w>] " + method + "\\(").matcher(source);
    while (found.find()) {
      String above = source.substring(0, found.start());
      String annotations = above.substring(above.lastIndexOf("\n\n") + 1);
      if (Pattern.compile(A_TEST).matcher(annotations).find()) {
        return true;
      }
    }
    return false;
  }

  /** The rows of the page, without heads. */
  private static List<String> table() throws IOException {
    List<String> rows = new ArrayList<>();
    for (String line : Files.readAllLines(COURSE.resolve("docs/promises.md"))) {
      if (line.startsWith("| ") && !line.startsWith("| promise |")) {
        rows.add(line);
      }
    }
    return rows;
  }

  /** The text of each test class of the course by its name. */
  private static Map<String, String> testSources() throws IOException {
    Map<String, String> sources = new TreeMap<>();
    for (String room :
        List.of("src", "chapters", "exercises/graded", "solutions", "book", "book/live")) {
      Path folder = COURSE.resolve(room).resolve("test/java");
      if (!Files.isDirectory(folder)) {
        continue;
      }
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(f -> f.toString().endsWith("Test.java")).toList()) {
          String name = file.getFileName().toString().replace(".java", "");
          sources.merge(name, Files.readString(file), String::concat);
        }
      }
    }
    return sources;
  }
}
