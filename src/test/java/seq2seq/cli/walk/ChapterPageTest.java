package seq2seq.cli.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Text;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import seq2seq.language.Width;
import seq2seq.notebook.ChapterPages;
import seq2seq.notebook.CodeCell;
import seq2seq.notebook.Notebook;
import seq2seq.notebook.Prose;
import seq2seq.notebook.text.Ink;

/** Every chapter in both languages, as a walk lays it out: all of it, and within the terminal. */
class ChapterPageTest {
  private static final int WIDE = 10_000;
  private static final IntPredicate INK = point -> !Character.isWhitespace(point);
  private static final IntPredicate LETTER = Character::isLetterOrDigit;

  static List<Path> pages() {
    List<Path> pages = new ArrayList<>();
    for (String folder : List.of("../chapters", "../chapters/zh")) {
      pages.addAll(ChapterPages.in(Path.of(folder)));
    }
    return pages;
  }

  private static ChapterPage page(Notebook notebook, int width, boolean colour) {
    return new ChapterPage(notebook, new Ink(colour), width, name -> Optional.empty());
  }

  private static List<String> narrative(Notebook notebook, int cell, int width, boolean colour) {
    return notebook.language().speaking(() -> page(notebook, width, colour).narrativeBefore(cell));
  }

  /** A matrix, which cannot be folded, may be wider than half a usual terminal. */
  @ParameterizedTest
  @MethodSource("pages")
  void noLineIsWiderThanTheTerminal(Path file) {
    Notebook notebook = Notebook.read(file);
    for (int width : new int[] {80, 40}) {
      for (boolean colour : new boolean[] {true, false}) {
        List<String> lines = new ArrayList<>();
        for (int cell = 1; cell <= notebook.cells().size() + 1; cell++) {
          lines.addAll(narrative(notebook, cell, width, colour));
        }
        for (CodeCell cell : notebook.cells()) {
          lines.addAll(page(notebook, width, colour).code(cell));
        }
        assertThat(lines)
            .filteredOn(line -> Width.of(line) > width && (width == 80 || !isMatrix(line)))
            .isEmpty();
      }
    }
  }

  private static boolean isMatrix(String line) {
    return line.matches(".*[⎛⎝⎡⎣⎧⎨⎩].*");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void noCharacterOfTheTextIsLost(Path file) {
    Notebook notebook = Notebook.read(file);
    for (int cell = 1; cell <= notebook.cells().size() + 1; cell++) {
      Map<String, Integer> wide = counted(narrative(notebook, cell, WIDE, false), LETTER);
      List<String> written =
          notebook.proseBefore(cell).map(ChapterPageTest::text).orElse(List.of());
      for (int width : new int[] {80, 40}) {
        List<String> lines = narrative(notebook, cell, width, false);
        String place = file + ", before cell " + cell + ", in " + width + " columns";
        assertThat(missing(counted(written, INK), counted(lines, INK))).as(place).isEmpty();
        assertThat(missing(wide, counted(lines, LETTER))).as("formulas of " + place).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void noCharacterOfACellIsLost(Path file) {
    Notebook notebook = Notebook.read(file);
    for (CodeCell cell : notebook.cells()) {
      List<String> shown = page(notebook, 80, false).code(cell);
      List<String> code = cell.fails() ? shown.subList(0, shown.size() - 1) : shown;
      String unframed = String.join("", code.stream().map(l -> l.substring(3)).toList());
      assertThat(unframed.replaceAll("\\s+", ""))
          .as("%s, cell %d", file, cell.number())
          .isEqualTo(String.join("", cell.code()).replaceAll("\\s+", ""));
    }
  }

  /** How often each character is there. */
  private static Map<String, Integer> counted(List<String> lines, IntPredicate which) {
    Map<String, Integer> counts = new TreeMap<>();
    lines.forEach(
        line ->
            line.codePoints()
                .filter(which)
                .forEach(point -> counts.merge(Character.toString(point), 1, Integer::sum)));
    return counts;
  }

  private static List<String> missing(Map<String, Integer> wanted, Map<String, Integer> found) {
    return wanted.entrySet().stream()
        .filter(each -> found.getOrDefault(each.getKey(), 0) < each.getValue())
        .map(each -> each.getKey() + ": " + found.get(each.getKey()) + " of " + each.getValue())
        .toList();
  }

  /** What stands there to be read, formulas left out: they are shown by other characters. */
  private static List<String> text(Prose prose) {
    List<String> text = new ArrayList<>();
    AbstractVisitor reader =
        new AbstractVisitor() {
          @Override
          public void visit(Text literal) {
            text.add(literal.getLiteral());
          }

          @Override
          public void visit(Code code) {
            text.add(code.getLiteral());
          }

          @Override
          public void visit(FencedCodeBlock fence) {
            if (!fence.getInfo().strip().equals("math")) {
              text.add(fence.getLiteral());
            }
          }

          @Override
          public void visit(IndentedCodeBlock code) {
            text.add(code.getLiteral());
          }
        };
    prose.text().blocks().forEach(block -> block.accept(reader));
    return text;
  }
}
