package seq2seq.notebook.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.FencedCodeBlock;
import org.junit.jupiter.api.Test;

class MarkdownTest {
  private static Markdown parsed(String... lines) {
    return Markdown.parse(String.join("\n", lines));
  }

  @Test
  void headingsHaveTheAnchorsThatGitHubGivesThem() {
    assertThat(parsed("# The *mask*: `of`, 掩码!", "", "## Shapes", "", "## Shapes").headings())
        .containsExactly(
            new Heading(1, "The mask: of, 掩码!", "the-mask-of-掩码", 1),
            new Heading(2, "Shapes", "shapes", 3),
            new Heading(2, "Shapes", "shapes-1", 5));
  }

  @Test
  void linksAndPicturesKnowTheirLineAndCodeHoldsNone() {
    Markdown page = parsed("Words.", "", "A [link](a.md) and ![a *mask*](b.png), `[x](y)`.");
    assertThat(page.links())
        .containsExactly(new Link("link", "a.md", 3, false), new Link("a mask", "b.png", 3, true));
  }

  @Test
  void anAddressAndAnAnchorAreNotRelative() {
    Markdown page = parsed("[a](https://a.b) [b](#c) [d](e.md#f) <https://g.h> [i](mailto:j@k)");
    assertThat(page.links().stream().filter(Link::isRelative).map(Link::target))
        .containsExactly("e.md#f");
  }

  @Test
  void aPartHasTheBlocksThatStartWithinIt() {
    Markdown page = parsed("One.", "", "```math", "x", "```", "", "|a|", "|-|", "", "Two.");
    Markdown part = page.part(3, 10);
    assertThat(part.lines()).startsWith("```math").hasSize(7);
    assertThat(part.blocks()).hasOnlyElementsOfTypes(FencedCodeBlock.class, TableBlock.class);
    assertThat(Markdown.lineOf(part.blocks().get(1))).isEqualTo(7);
    assertThat(Markdown.lastLineOf(part.blocks().get(0))).isEqualTo(5);
  }

  @Test
  void aFormulaIsCodeBetweenDollarSigns() {
    Markdown page = parsed("So $`a_{i|j}`$ costs 3$, `$` or $x$.");
    assertThat(Markdown.text(page.blocks().get(0))).isEqualTo("So a_{i|j} costs 3$, $ or $x$.");
  }

  @Test
  void linesMayEndAsOnWindowsAfterAByteOrderMark() {
    assertThat(Markdown.parse("\uFEFF# One\r\n\r\nTwo.\r\n").lines())
        .isEqualTo(List.of("# One", "", "Two."));
  }
}
