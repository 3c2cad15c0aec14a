package seq2seq.notebook.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import seq2seq.language.Width;
import seq2seq.notebook.markdown.Markdown;

class MarkdownTextTest {
  private static List<String> plain(int width, String... markdown) {
    return new MarkdownText(width, new Ink(false)).render(parsed(markdown));
  }

  private static Markdown parsed(String... lines) {
    return Markdown.parse(String.join("\n", lines));
  }

  @Test
  void headingsAreUnderlined() {
    assertThat(plain(80, "# One", "text", "## Two", "### Three"))
        .containsExactly("One", "═══", "", "text", "", "Two", "───", "", "Three");
  }

  @Test
  void paragraphsAreWrappedToTheWidth() {
    assertThat(plain(20, "one two three four", "five six"))
        .containsExactly("one two three four", "five six");
    assertThat(plain(40, "word ".repeat(50))).allMatch(line -> line.length() <= 40);
  }

  @Test
  void emphasisKeepsItsMarksWithoutColour() {
    assertThat(plain(80, "**bold** and *thin* and `a*b*c` and snake_case_name"))
        .containsExactly("*bold* and *thin* and `a*b*c` and snake_case_name");
  }

  @Test
  void noEscapeIsWrittenWithoutColour() {
    assertThat(plain(80, "# A", "**b** `c` | d", "|a|b|", "|-|-|", "|1|2|"))
        .noneMatch(line -> line.contains("\u001b"));
  }

  @Test
  void colourEndsOnEveryLine() {
    List<String> lines =
        new MarkdownText(20, new Ink(true)).render(parsed("**many strong words over lines** end"));
    assertThat(lines).hasSizeGreaterThan(1);
    assertThat(lines.get(0)).startsWith("\u001b[1m").endsWith("\u001b[0m");
    assertThat(lines.get(1)).startsWith("\u001b[1m");
    assertThat(lines.get(lines.size() - 1)).endsWith("end");
  }

  @Test
  void tablesAreAligned() {
    assertThat(plain(80, "| a | long head |", "|---|---|", "| `x\\|y` | 1 |"))
        .containsExactly("a      long head", "─────  ─────────", "`x|y`  1");
  }

  @Test
  void aTableTooWideWrapsItsCells() {
    assertThat(
            plain(40, "|a|b|", "|-|-|", "|" + "word ".repeat(10) + "|" + "more ".repeat(10) + "|"))
        .allMatch(line -> Width.of(line) <= 40);
  }

  @Test
  void aTableOnAVeryNarrowTerminalBecomesAList() {
    String wide = "|" + "some words|".repeat(6);
    assertThat(plain(40, wide, "|-|-|-|-|-|-|", wide)).contains("• some words: some words");
  }

  @Test
  void listsQuotesCodeAndFormulasAreSetOff() {
    assertThat(plain(20, "- one two three four five", "  six", "- b", "", "> quoted"))
        .containsExactly("• one two three four", "  five six", "• b", "", "│ quoted");
    assertThat(plain(80, "2. two", "", "3. three", "   - within"))
        .containsExactly("2. two", "", "3. three", "", "   • within");
    assertThat(plain(80, "```text", "a --> b", "```", "```math", "x_t", "```"))
        .containsExactly("    a --> b", "", "    xₜ");
  }

  @Test
  void aFormulaInASentenceIsCodeBetweenDollarSigns() {
    assertThat(plain(80, "a $`x_t`$, `$`x`$`, and |", "", "|f|", "|-|", "|$`W_{xh}`$|"))
        .startsWith("a xₜ, `$`x`$`, and |")
        .endsWith("Wₓₕ");
  }

  @Test
  void aDisplayedMatrixKeepsItsRows() {
    String matrix = "\\begin{bmatrix} W_x \\\\ W_c \\end{bmatrix}";
    assertThat(plain(80, "```math", matrix, "```")).containsExactly("    ⎡ Wₓ  ⎤", "    ⎣ W_c ⎦");
  }

  @Test
  void linksShowTheirTargetAndPicturesTheirFile() {
    MarkdownText text = new MarkdownText(80, new Ink(false), name -> "/home/" + name);
    assertThat(text.render(parsed("[next](ch06.md) ![a mask](images/m.png)")))
        .containsExactly("next (ch06.md) [picture: a mask — /home/images/m.png]");
  }

  @Test
  void aFormulaTooWideForTheTerminalIsPartedAndFolded() {
    String[] math = {
      "```math", "a = \\frac{b}{c} \\quad \\text{so \\quad} d = e + f + g + h", "```"
    };
    assertThat(plain(80, math)).hasSize(1);
    assertThat(plain(24, math))
        .containsExactly("    a = b/c", "    so \\quad d = e + f +", "        g + h");
    String[] cases = {"```math", "x = \\begin{cases} 1 \\quad 2 \\end{cases} \\quad y = 1", "```"};
    assertThat(plain(20, cases)).last().isEqualTo("    y = 1");
  }

  @Test
  void commentsAreNotShown() {
    assertThat(plain(80, "<!-- notebook", "imports: a.*", "-->", "text<!-- x --> on"))
        .containsExactly("text on");
  }

  @Test
  void chineseCharactersCountTwoColumns() {
    assertThat(Width.of("词汇")).isEqualTo(4);
    assertThat(plain(80, "|term|中文|", "|-|-|", "|mask|掩码 x|"))
        .containsExactly("term  中文", "────  ──────", "mask  掩码 x");
  }
}
