package seq2seq.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import seq2seq.notebook.markdown.Markdown;

/** The Chinese edition says what the English one says, around the same cells. */
class EditionsTest {
  private static final Path COURSE = Path.of("..");
  private static final Pattern MARK = Pattern.compile("<(\\w+)[^>]*? class=\"([^\"]*)\"");

  /** English pages without a Chinese one. It may only become shorter, and ends empty. */
  private static final List<String> NOT_YET = List.of();

  /** Each English page that a learner reads, and its Chinese one. */
  private static Map<String, String> pages() throws IOException {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("README.md", "README.zh.md");
    try (Stream<Path> files = Files.list(COURSE.resolve("chapters"))) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".md"))
          .sorted()
          .forEach(name -> pages.put("chapters/" + name, "chapters/zh/" + name));
    }
    pages.put("exercises/README.md", "exercises/README.zh.md");
    pages.put("solutions/answers.md", "solutions/answers.zh.md");
    return pages;
  }

  private static boolean isThere(String page) {
    return Files.exists(COURSE.resolve(page));
  }

  @Test
  void everyPageIsThereInChineseButThoseThatTheListNames() throws IOException {
    List<String> missing = new ArrayList<>();
    pages()
        .forEach(
            (english, chinese) -> missing.addAll(isThere(chinese) ? List.of() : List.of(english)));
    assertThat(missing).containsExactlyInAnyOrderElementsOf(NOT_YET);
  }

  @TestFactory
  Stream<DynamicTest> aChapterHasTheSameFencesHeadingsPicturesFormulasAndLinks()
      throws IOException {
    return chinesePages("chapters/ch.*").map(EditionsTest::sameCells);
  }

  private static DynamicTest sameCells(Map.Entry<String, String> page) {
    return dynamicTest(
        page.getValue(),
        () ->
            assertThat(Edition.of(page.getKey()).differences(Edition.of(page.getValue())))
                .isEmpty());
  }

  /** A picture that is drawn anew in one edition alone would fall behind in the other. */
  @Test
  void bothEditionsHaveTheSameDrawings() throws IOException {
    Map<String, List<String>> english = drawings("chapters/images");
    assertThat(english).isNotEmpty();
    assertThat(drawings("chapters/zh/images")).isEqualTo(english);
  }

  /** The marks of each drawing in turn, without their places and words. */
  private static Map<String, List<String>> drawings(String folder) throws IOException {
    Map<String, List<String>> drawings = new TreeMap<>();
    try (Stream<Path> files = Files.list(COURSE.resolve(folder))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".svg")).toList()) {
        List<String> marks =
            MARK.matcher(Files.readString(file))
                .results()
                .map(mark -> mark.group(1) + " " + mark.group(2))
                .toList();
        drawings.put(file.getFileName().toString(), marks);
      }
    }
    return drawings;
  }

  @TestFactory
  Stream<DynamicTest> anotherPageHasTheSameFences() throws IOException {
    return chinesePages("(?!chapters/ch).*")
        .map(
            page ->
                dynamicTest(
                    page.getValue(),
                    () ->
                        assertThat(
                                Edition.of(page.getKey())
                                    .fenceDifferences(Edition.of(page.getValue())))
                            .isEmpty()));
  }

  private static Stream<Map.Entry<String, String>> chinesePages(String names) throws IOException {
    return pages().entrySet().stream()
        .filter(page -> page.getKey().matches(names) && isThere(page.getValue()));
  }

  @Test
  void aPageLeadsToItsTranslationInItsFirstLineAndBack() throws IOException {
    if (isThere("README.zh.md")) {
      assertThat(firstLine("README.md")).contains("](README.zh.md)");
      assertThat(firstLine("README.zh.md")).contains("](README.md)");
    }
  }

  private static String firstLine(String page) throws IOException {
    return Files.readAllLines(COURSE.resolve(page)).get(0);
  }

  private static List<String> differences(String english, String chinese) {
    return new Edition("a.md", Markdown.parse(english))
        .differences(new Edition("zh/a.md", Markdown.parse(chinese)));
  }

  @Test
  void aCellChangedInOneEditionAloneIsNamedWithBothFilesAndLines() {
    String english = "# Sums\n\nWords.\n\n```java\nint a = 1;\na + 1\n```\n";
    String chinese = "# 和\n\n一。\n\n二。\n\n```java\nint a = 1;\na + 1\n```\n";
    assertThat(differences(english, chinese)).isEmpty();
    assertThat(differences(english.replace("a + 1", "a + 2"), chinese))
        .containsExactly("a.md:7 and zh/a.md:9: other fences: `a + 2` and `a + 1`");
    assertThat(differences(english.replace("int a = 1;", "int a = 1; "), chinese)).hasSize(1);
    assertThat(differences(english + "\n```java\nint b;\n```\n", chinese))
        .containsExactly("a.md:10 and zh/a.md: fences: 2 and 1");
    assertThat(differences(english, chinese + "\n```java\nint b;\n```\n"))
        .containsExactly("a.md and zh/a.md:12: fences: 1 and 2");
  }

  @Test
  void whateverElseIsMissingInOneEditionIsFound() {
    String page =
        "# A\n\n## B\n\nAn $`x`$ and $`y`$, [a](a.md).\n\n<!-- note -->\n\n![p](images/p.png)\n";
    assertThat(differences(page, page.replace("$`x`$ and $`y`$", "$`y`$ 和 $`x`$"))).isEmpty();
    for (String part :
        List.of("## B\n", "$`x`$", "[a](a.md)", "<!-- note -->", "![p](images/p.png)")) {
      assertThat(differences(page, page.replace(part, ""))).as(part).hasSize(1);
    }
    assertThat(differences(page, page.replace("## B", "### B"))).hasSize(1);
  }
}
