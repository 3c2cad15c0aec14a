package seq2seq.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteTest {
  @TempDir static Path folder;
  private static Path out;
  private static String chapter;

  @BeforeAll
  static void build() throws IOException {
    Path course = Fixture.course(folder.resolve("course"), Fixture.CHAPTER);
    Fixture.write(
        course,
        "chapters/zh/ch05_mask.md",
        "# 第 5 章：掩码\n\n[第 4 章](ch04_decoder.md)。\n\n- 练习 5.1：`./learn check 5.1`\n");
    out = folder.resolve("site");
    Site.build(course, out);
    chapter = read("ch05_mask.html");
  }

  private static String read(String page) throws IOException {
    return Files.readString(out.resolve(page));
  }

  @Test
  void aCellStandsTogetherWithWhatItPrinted() {
    assertThat(chapter)
        .containsPattern(
            "<div class=\"cell\">\\s*<pre class=\"code\"><code><span class=k>int</span> a = "
                + "<span class=n>1</span>; <span class=m>// one</span>\\sa\\s*"
                + "</code></pre>\\s*<pre class=\"out\"><samp>a &lt; 2\\s*</samp></pre>\\s*</div>");
  }

  @Test
  void whatShallBePredictedIsFolded() {
    assertThat(chapter)
        .containsPattern("<p class=\"predict\"><em>Before you run this, predict:</em> which\\?</p>")
        .containsPattern(
            "<details class=\"answer\"><summary>What it prints</summary>\\s*"
                + "<pre class=\"out error\"><samp>error: no");
    assertThat(chapter)
        .containsPattern("<summary>What it prints</summary>\\s*<pre class=\"out\"><samp>-2");
    assertThat(chapter.split("<details class=\"answer\"", -1)).hasSize(3);
  }

  @Test
  void formulasAreSetForTheEyeAndForAScreenReader() {
    assertThat(chapter)
        .contains("<span class=\"together\"><span class=katex>")
        .contains(
            "</span>,</span> or <code><span class=\"together\">a &lt; b</span></code> &amp; more.")
        .contains("<div class=\"formula\"><span class=katex-display>")
        .contains("<mi>tanh</mi>")
        .doesNotContain("annotation");
  }

  @Test
  void aPictureOfStructureIsPutIntoThePageAndAChartIsCopied() {
    assertThat(chapter)
        .contains("<figure><svg aria-label=\"A cell\" ")
        .doesNotContain("<desc>")
        .contains(
            "<figure><img src=\"images/curve.png\" alt=\"A curve\" width=\"20\" height=\"10\"");
    assertThat(out.resolve("images/curve.png")).exists();
    assertThat(out.resolve("images/cell.png")).doesNotExist();
  }

  @Test
  void thePathThatASavingCellPrintsGivesWayToThePicture() {
    assertThat(chapter)
        .containsPattern("images/cell.png\"</span>\\)\\)\\s*</code></pre>\\s*</div>\\s*<figure>");
    assertThat(chapter).contains("<samp>-2\n</samp>").doesNotContain("images/cell.png\n<");
  }

  @Test
  void anExerciseIsFoldedBelowItsLine() {
    assertThat(chapter)
        .contains("<div class=\"exercise\" id=\"exercise-5-1\">")
        .contains("<summary>What to write</summary>")
        .contains("Compare <code>a &lt; b</code>; see <code>a list</code>.")
        .contains("<dt><code>lengths</code></dt><dd>(N), each from 0 to T</dd>")
        .contains("<dt>throws <code>IllegalArgumentException</code></dt>")
        .contains("<summary>Hint 1 of 4</summary>")
        .doesNotContain("A worked answer");
  }

  @Test
  void linksLeadToWhereThingsWent() throws IOException {
    assertThat(chapter)
        .contains("<a href=\"source/ch05_mask/Mask.html\">the code</a>")
        .contains("<a href=\"docs/notes.html#more\">notes</a>")
        .contains("<a href=\"glossary.html#glossary\">terms</a>")
        .contains("<a href=\"https://d2l.ai/\" rel=\"external noreferrer\">out</a>");
    assertThat(read("source/ch05_mask/Mask.html")).contains("<h1><code>Mask</code></h1>");
    assertThat(read("glossary.html"))
        .contains("<h1>Letters and terms</h1>", "<tr id=\"term-teacher-forcing\">");
  }

  @Test
  void aLineBreaksBetweenFoldersAndNotBeforeAPerCentSign() throws IOException {
    assertThat(read("docs/notes.html"))
        .contains("<code>starters/<wbr>main/<wbr>java/<wbr>My.java</code> is 80\u00a0% done");
  }

  @Test
  void aFileThatTheCourseDoesNotHaveLeavesItsWords() {
    assertThat(chapter).containsPattern("\\sanswers, <a");
  }

  @Test
  void aPageKnowsItsNeighboursAndTheLineOfLinksAtItsEndIsGone() {
    assertThat(chapter)
        .containsPattern("rel=\"prev\" class=\"prev\" href=\"ch04_decoder.html\"")
        .containsPattern("rel=\"next\" class=\"next\" href=\"exercises.html\"")
        .contains("<p class=\"facts\">25 minutes · needs chapters 0, 1</p>")
        .contains("aria-current=\"page\"")
        .doesNotContain("next: chapter 6");
  }

  @Test
  void theLineThatLeadsToTheOtherLanguageIsTheFrames() throws IOException {
    assertThat(read("exercises.html")).contains("Small classes").doesNotContain("English · ");
  }

  @Test
  void aTranslationIsLinkedBothWaysAndWhatIsMissingIsReadInEnglish() throws IOException {
    assertThat(chapter).contains("hreflang=\"zh-Hans\" href=\"zh/ch05_mask.html\">中文</a>");
    assertThat(read("zh/ch05_mask.html"))
        .contains("<html lang=\"zh-Hans\" data-root=\"../\"")
        .contains("<span class=\"number\">第 5 章</span> 掩码</h1>")
        .contains("<a href=\"../ch04_decoder.html\">第 4 章</a>")
        .contains("<summary>要写什么</summary>\n<p><strong>练习 5.1")
        .contains("<summary>提示 1（共 4 条）</summary>\n<p>")
        .contains("href=\"../ch05_mask.html\">English</a>");
  }

  @Test
  void theIndexHoldsSectionsAndTerms() throws IOException {
    assertThat(index("en"))
        .contains(
            "[\"glossary.html#term-teacher-forcing\",\"Letters and terms\",\"teacher forcing\"")
        .contains("[\"ch05_mask.html#the-formula\",\"Chapter 5: The mask\",\"The formula\"");
    assertThat(index("zh")).contains("zh/ch05_mask.html");
  }

  private static String index(String language) throws IOException {
    Matcher script =
        Pattern.compile("window\\.seq2seqIndex\\(\"([^\"]*)\"\\);\n")
            .matcher(read("assets/search-" + language + ".js"));
    assertThat(script.matches()).isTrue();
    byte[] packed = Base64.getDecoder().decode(script.group(1));
    try (InputStream json = new InflaterInputStream(new ByteArrayInputStream(packed))) {
      return new String(json.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void theSheetsHoldWhatFormulasAndDrawingsUse() throws IOException {
    assertThat(chapter).doesNotContain("<style>", " style=");
    assertThat(read("assets/figures.css")).contains(".figure .f-ink{fill:#222222}");
    String sheet = read("assets/katex/formulas.css");
    assertThat(sheet)
        .contains(
            "font-family:KaTeX_Main;font-style:normal;font-weight:400",
            "vertical-align:-0.15em!important")
        .doesNotContain("@font-face{font-family:KaTeX_Fraktur", ".ttf");
    assertThat(out.resolve("assets/katex/fonts/KaTeX_Math-Italic.woff2")).exists();
    assertThat(out.resolve("assets/katex/fonts/KaTeX_Main-Bold.woff2")).doesNotExist();
  }

  @Test
  void whatCannotBeShownIsNamedWithItsPage(@TempDir Path other) throws IOException {
    Path course = Fixture.course(other, "# Chapter 5: The mask\n\nA formula $`\\frac{1`$.\n");
    assertThatThrownBy(() -> Site.build(course, other.resolve("site")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ch05_mask.md: formula: ")
        .hasMessageEndingWith("\\frac{1");
  }

  @Test
  void whatTheLastBuildWroteAndThisOneDoesNotGoes(@TempDir Path other) throws IOException {
    Path course = Fixture.course(other, Fixture.CHAPTER);
    Path site = other.resolve("site");
    Site.build(course, site);
    Files.writeString(site.resolve("CNAME"), "somebody's own");
    Files.writeString(course.resolve("chapters/ch05_mask.md"), "# Chapter 5: The mask\n");
    Site.build(course, site);
    assertThat(site.resolve("images/curve.png")).doesNotExist();
    assertThat(site.resolve("CNAME")).exists();
    assertThat(site.resolve("ch05_mask.html")).content().doesNotContain("tanh");
  }

  @Test
  void aSectionThatIsNotThereIsABrokenLink(@TempDir Path other) throws IOException {
    Path course = Fixture.course(other, "# Chapter 5: The mask\n\n## A\n\n[b](#b) [a](#a)\n");
    assertThatThrownBy(() -> Site.build(course, other.resolve("site")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the site has 1 broken links: ch05_mask.html: #b");
  }
}
