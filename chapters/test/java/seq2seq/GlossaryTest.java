package seq2seq;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.node.StrongEmphasis;
import org.junit.jupiter.api.Test;
import seq2seq.notebook.ChapterPages;
import seq2seq.notebook.markdown.Markdown;

/**
 * A term stands in bold once, in the chapter that explains it, and the glossary has them all: what
 * {@code chapters/README.md} promises.
 *
 * <p>Bold words that end like a sentence are no terms but the beginnings of paragraphs: <b>Less
 * noise.</b>
 */
class GlossaryTest {
  private static final Path CHAPTERS = Path.of(".");

  /** A term as it stands on a page, with the page's chapter. */
  private record Bold(String words, int chapter) {
    boolean is(String term) {
      String said = words.toLowerCase(Locale.ROOT);
      String wanted = term.toLowerCase(Locale.ROOT);
      return said.equals(wanted) || said.equals(wanted + "s");
    }
  }

  @Test
  void everyTermIsBoldOnceInItsChapterAndEveryBoldTermIsListed() throws IOException {
    Map<String, Integer> glossary = glossary(Files.readString(CHAPTERS.resolve("README.md")));
    List<Bold> bold = new ArrayList<>();
    try (Stream<Path> files = Files.list(CHAPTERS)) {
      for (Path page : files.filter(file -> chapter(file) >= 0).sorted().toList()) {
        bold.addAll(terms(Files.readString(page), chapter(page)));
      }
    }
    assertThat(glossary).hasSizeGreaterThan(100);
    assertThat(broken(glossary, bold)).isEmpty();
  }

  @Test
  void aBrokenPromiseWouldBeFound() {
    Map<String, Integer> glossary =
        glossary(
            """
            ## Glossary

            | English | 中文 | in one line | ch. |
            |---|---|---|---|
            | token | 词元 | a word | 1 |
            | id | 编号 | its number | 1 |
            | loss | 损失 | how wrong | 2 |
            """);
    List<Bold> first = terms("**Tokens** have an **id**. **Speed.** It is **fast**.", 1);
    List<Bold> second = terms("| an **id** |\n|---|\n| again |", 2);
    List<Bold> both = Stream.concat(first.stream(), second.stream()).toList();
    assertThat(broken(glossary, both))
        .containsExactly(
            "fast (chapter 1): bold, but not in the glossary",
            "id: must be bold once, in chapter 1; is so in [1, 2]",
            "loss: must be bold once, in chapter 2; is so in []");
    assertThat(broken(Map.of("token", 1), terms("a **token**", 1))).isEmpty();
  }

  private static List<String> broken(Map<String, Integer> glossary, List<Bold> bold) {
    List<String> broken = new ArrayList<>();
    for (Bold term : bold) {
      if (glossary.keySet().stream().noneMatch(term::is)) {
        broken.add(term.words + " (chapter " + term.chapter + "): bold, but not in the glossary");
      }
    }
    glossary.forEach(
        (term, chapter) -> {
          List<Integer> at = bold.stream().filter(b -> b.is(term)).map(Bold::chapter).toList();
          if (!at.equals(List.of(chapter))) {
            broken.add(term + ": must be bold once, in chapter " + chapter + "; is so in " + at);
          }
        });
    return broken;
  }

  /** The number of a chapter's page; -1 for any other file. */
  private static int chapter(Path file) {
    String name = file.getFileName().toString();
    return ChapterPages.isPage(name) ? Integer.parseInt(name.substring(2, 4)) : -1;
  }

  /** Term → the chapter that explains it. */
  private static Map<String, Integer> glossary(String page) {
    Map<String, Integer> terms = new TreeMap<>();
    String glossary = page.substring(page.indexOf("\n## Glossary") + 1);
    for (Node block : Markdown.parse(glossary).blocks()) {
      block.accept(
          new AbstractVisitor() {
            @Override
            public void visit(CustomNode node) {
              if (node instanceof TableRow row && !isHeader(row)) {
                terms.put(
                    Markdown.text(row.getFirstChild()),
                    Integer.parseInt(Markdown.text(row.getLastChild())));
              }
              visitChildren(node);
            }
          });
    }
    return terms;
  }

  private static boolean isHeader(TableRow row) {
    return ((TableCell) row.getFirstChild()).isHeader();
  }

  private static List<Bold> terms(String page, int chapter) {
    List<Bold> terms = new ArrayList<>();
    for (Node block : Markdown.parse(page).blocks()) {
      block.accept(
          new AbstractVisitor() {
            @Override
            public void visit(StrongEmphasis strong) {
              String words = Markdown.text(strong);
              if (!words.matches(".*[.:?!]")) {
                terms.add(new Bold(words, chapter));
              }
            }
          });
    }
    return terms;
  }
}
