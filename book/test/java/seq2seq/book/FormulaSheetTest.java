package seq2seq.book;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FormulaSheetTest {
  private static final String KATEX =
      face("Main", "normal", 400)
          + face("Main", "normal", 700)
          + face("Main", "italic", 400)
          + face("Math", "italic", 400)
          + face("AMS", "normal", 400)
          + ".katex{font:normal 1em KaTeX_Main,serif}.katex .textbf{font-weight:700}"
          + ".katex .mathnormal{font-family:KaTeX_Math;font-style:italic}"
          + ".katex .mathit{font-family:KaTeX_Main;font-style:italic}"
          + ".katex .amsrm,.katex .mathbb{font-family:KaTeX_AMS}";

  private static String face(String family, String style, int weight) {
    String file = "fonts/" + family + "-" + style + weight;
    return "@font-face{font-family:KaTeX_%s;font-style:%s;font-weight:%d;src:"
            .formatted(family, style, weight)
        + "url(%s.woff2) format(\"woff2\"),url(%s.ttf) format(\"truetype\")}".formatted(file, file);
  }

  private final FormulaSheet sheet = new FormulaSheet(KATEX);

  @Test
  void aLengthThatStandsTwiceIsOneClass() {
    String set =
        "<span class=\"mord a\" style=\"height:1em;top:-2em;\"></span><span style=\"height:1em;top:-2em;\">";
    assertThat(sheet.use(set)).isEqualTo("<span class=\"mord a y0\"></span><span class=y0>");
    assertThat(sheet.css()).endsWith("\n.y0{height:1em!important;top:-2em!important}\n");
  }

  @Test
  void quotesStayWhereATagNeedsThem() {
    String set = "<svg width='4em' viewBox=\"0 0 4 1\" role=\"img\"><path d=\"M1\"/></svg>";
    assertThat(sheet.use(set))
        .isEqualTo("<svg width='4em' viewBox=\"0 0 4 1\" role=img><path d=\"M1\"/></svg>");
  }

  @Test
  void onlyTypefacesThatAFormulaUsesAreKept() {
    sheet.use("<span class=\"mathnormal\">x</span>");
    assertThat(sheet.fonts())
        .containsExactly("fonts/Main-normal400.woff2", "fonts/Math-italic400.woff2");
    sheet.use("<span class=\"mord mathbb\">R</span><span class=\"textbf\">b</span>");
    assertThat(sheet.fonts())
        .containsExactly(
            "fonts/Main-normal400.woff2",
            "fonts/Main-normal700.woff2",
            "fonts/Math-italic400.woff2",
            "fonts/AMS-normal400.woff2");
    assertThat(sheet.css()).doesNotContain("ttf").contains(".katex .mathit{");
  }
}
