package seq2seq.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import seq2seq.language.ChineseTypography;
import seq2seq.notebook.markdown.Markdown;

/** How the Chinese pages are written: their typography, and the words of the glossary. */
class ChinesePagesTest {
  private static final Path COURSE = Path.of("..").toAbsolutePath().normalize();
  private static final List<String> LEFT_OUT =
      List.of(".git", ".learn", "target", "runs", "grades");

  /** Chinese pages, hints and specifications. */
  private static final String CHINESE = ".*/zh/[^/]+\\.md|.*\\.zh\\.md|.*_zh\\.(md|txt)";

  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>();
    collect(COURSE, pages);
    return pages;
  }

  private static void collect(Path folder, List<Path> pages) throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      for (Path path : inside.sorted().toList()) {
        if (Files.isDirectory(path) && !LEFT_OUT.contains(path.getFileName().toString())) {
          collect(path, pages);
        } else if (path.toString().replace('\\', '/').matches(CHINESE)) {
          pages.add(path);
        }
      }
    }
  }

  private static Stream<DynamicTest> eachPage(Rule rule) throws IOException {
    return pages().stream()
        .map(
            page ->
                dynamicTest(
                    COURSE.relativize(page).toString(),
                    () ->
                        assertThat(rule.faults(Markdown.parse(Files.readString(page)))).isEmpty()));
  }

  private interface Rule {
    List<String> faults(Markdown page) throws IOException;
  }

  @TestFactory
  Stream<DynamicTest> keepsTheRulesOfTypography() throws IOException {
    return eachPage(ChinesePagesTest::typography);
  }

  private static List<String> typography(Markdown page) {
    List<String> faults = new ArrayList<>();
    for (ChineseProse.Piece piece : ChineseProse.of(page)) {
      ChineseTypography.faults(piece.text())
          .forEach(fault -> faults.add("line " + piece.line() + ": " + fault));
    }
    return faults;
  }

  @TestFactory
  Stream<DynamicTest> callsTheTermsOfTheGlossaryByTheirChineseNames() throws IOException {
    Glossary glossary = Glossary.read(COURSE.resolve("chapters/README.md"));
    return eachPage(page -> glossary.faults(page));
  }

  @Test
  void aFaultOfTypographyIsFoundWithItsLine() {
    String page = "# 掩码\n\n这是 `code` 和 $`x`$，好。\n\n- 这是`code`。\n\n|甲|乙, 丙|\n|-|-|\n|1|2|\n";
    assertThat(typography(Markdown.parse(page)))
        .hasSize(3)
        .anyMatch(fault -> fault.startsWith("line 5: no space beside a Latin word"))
        .anyMatch(fault -> fault.startsWith("line 7: half-width punctuation"));
  }

  @Test
  void aTermThatStaysEnglishIsFoundUnlessItIsCodeOrInParenthesesAtItsFirstUse() {
    Glossary glossary =
        Glossary.parse(
            "## Glossary\n\n|English|中文|in one line|ch.|\n|-|-|-|-|\n"
                + "|mask|掩码|x|5|\n|beam search|束搜索|x|8|\n|Adam|Adam|x|7|\n");
    assertThat(glossary.faults(Markdown.parse("**掩码**（mask）是 `mask`，用 Adam。"))).isEmpty();
    assertThat(glossary.faults(Markdown.parse("用 mask 遮住。"))).hasSize(1);
    assertThat(glossary.faults(Markdown.parse("掩码（mask）\n\n又是掩码（mask）"))).hasSize(1);
    assertThat(glossary.faults(Markdown.parse("这是 Beam\nsearch。"))).hasSize(1);
    assertThat(glossary.faults(Markdown.parse("masked 是另一个词。"))).isEmpty();
  }
}
