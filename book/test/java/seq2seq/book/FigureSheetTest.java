package seq2seq.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FigureSheetTest {
  private final FigureSheet sheet = new FigureSheet();

  private static String drawing(String ink) {
    return "<svg><style>.f{fill:"
        + ink
        + "}@media(prefers-color-scheme:dark){.f{fill:#fff}}"
        + ":root[data-theme=dark] .f{fill:#fff}</style>\n<path/></svg>";
  }

  @Test
  void whatDrawingsSayOfTheirColoursStandsOnceInTheSheet() {
    assertThat(sheet.use(drawing("#000"))).isEqualTo("<svg><path/></svg>");
    assertThat(sheet.use(drawing("#000"))).isEqualTo("<svg><path/></svg>");
    assertThat(sheet.css())
        .isEqualTo(
            ".f{fill:#000}\n:root[data-theme=dark] .f{fill:#fff}\n"
                + "@media(prefers-color-scheme:dark){\n.f{fill:#fff}\n}\n");
  }

  @Test
  void drawingsThatDisagreeAreNamed() {
    sheet.use(drawing("#000"));
    assertThatThrownBy(() -> sheet.use(drawing("#111")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("two drawings differ in .f: fill:#000, fill:#111");
  }
}
