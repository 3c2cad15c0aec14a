package seq2seq.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import seq2seq.book.browser.Chromium;
import seq2seq.book.browser.Tab;

/** The built site as a browser shows it: every page, both themes, wide and narrow. */
@Tag("browser")
class BookInBrowserTest {
  private static final String AXE = "META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";

  private static final String EMPTY_EACH_FIELD =
      """
      (async () => {
        const needs = [];
        for (const field of document.querySelectorAll('section.live input[type=number]')) {
          if (!field.checkVisibility()) continue;
          if (field.getAttribute('aria-label') === '看第 t 步') continue; // of the page alone
          const section = field.closest('section');
          const put = async (value) => {
            const before = section.dataset.answers;
            field.value = value;
            field.dispatchEvent(new Event('input', { bubbles: true }));
            while (section.dataset.answers === before) await new Promise(done => setTimeout(done, 5));
          };
          const value = field.value;
          await put('');
          needs.push(section.querySelector('.live-needs').textContent);
          await put(value);
        }
        return needs;
      })()""";

  private static SiteForTests site;
  private static Chromium browser;
  private static Tab tab;
  private static String axe;

  @BeforeAll
  static void openTheBook() throws Exception {
    site = SiteForTests.serve();
    browser = Chromium.start();
    tab = browser.tab();
    axe = Resources.text(AXE);
  }

  @AfterAll
  static void closeIt() {
    if (browser != null) {
      tab.close();
      browser.close();
    }
    if (site != null) {
      site.close();
    }
  }

  @Test
  void thereAreTheFirstPageTheChaptersAndTheRest() throws IOException {
    assertThat(site.pages()).contains("index.html", "ch00_engine.html", "glossary.html");
  }

  @Test
  void theWholeSiteIsAtMostEightMegabytes() throws IOException {
    long bytes = site.bytes();
    System.out.printf(Locale.ROOT, "all files of the site: %,d bytes%n", bytes);
    assertThat(bytes).isLessThanOrEqualTo(8_000_000);
  }

  @ParameterizedTest(name = "{0} px, dark: {1}")
  @CsvSource({"1280,false", "1280,true", "390,false", "390,true"})
  void everyPageIsInOrder(int width, boolean dark) throws IOException {
    tab.resize(width, width < 600 ? 844 : 900);
    tab.prefer(dark);
    List<String> wrong = new ArrayList<>();
    for (String page : site.pages()) {
      open(page);
      tab.troubles().forEach(trouble -> wrong.add(page + ": " + trouble));
      tab.widerThanTheWindow()
          .forEach(wide -> wrong.add(page + ": wider than the window: " + wide));
      violations().forEach(violation -> wrong.add(page + ": " + violation));
    }
    assertThat(wrong).isEmpty();
  }

  /** A page with its live figures, which start when a reader comes near. */
  private static void open(String page) {
    tab.open(site.url(page));
    tab.evaluate(
        """
        (async () => {
          for (const section of document.querySelectorAll('section.live')) {
            section.scrollIntoView({ behavior: 'instant' });
            while (!section.dataset.answers && section.dataset.live !== 'picture') {
              await new Promise(done => setTimeout(done, 20));
            }
          }
          scrollTo({ top: 0, behavior: 'instant' });
        })()""");
  }

  /** As when a telephone is turned, or a window drawn small and large again. */
  @Test
  void aTableThatFitsAgainScrollsNoMore() throws InterruptedException {
    String fits =
        "[...document.querySelectorAll('.table')].every(t => t.scrollWidth <= t.clientWidth)";
    tab.resize(390, 844);
    tab.open(site.url("glossary.html"));
    assertThat(tab.evaluate(fits).getAsBoolean()).isTrue();
    tab.resize(60, 844);
    tab.await("document.querySelector('.table[tabindex]')");
    tab.resize(390, 844);
    tab.await(fits);
  }

  /** What axe-core finds, with the first element that shows it. */
  private static List<String> violations() {
    tab.evaluate(axe + "; 1");
    JsonElement found =
        tab.evaluate(
            "axe.run(document, {resultTypes: ['violations']}).then(r => r.violations.map(v =>"
                + " ({id: v.id, node: v.nodes[0].html.slice(0, 160), why: v.nodes[0].failureSummary})))");
    List<String> violations = new ArrayList<>();
    for (JsonElement each : found.getAsJsonArray()) {
      JsonObject v = each.getAsJsonObject();
      violations.add("axe " + v.get("id") + ": " + v.get("node") + ": " + v.get("why"));
    }
    return violations;
  }

  @Test
  void theSearchFindsTeacherForcing() throws InterruptedException {
    tab.resize(1280, 900);
    for (String url : List.of(site.url("index.html"), site.fileUrl("ch05_mask.html"))) {
      tab.open(url);
      tab.press("/");
      tab.evaluate("document.getElementById('site-query').focus()");
      tab.type("teacher forcing");
      tab.await("document.querySelectorAll('.found a').length > 2");
      assertThat(
              tab.evaluate("document.querySelector('.found a strong').textContent").getAsString())
          .isEqualTo("teacher forcing");
      assertThat(hrefs()).anyMatch(href -> href.contains("ch07_training.html#"));
      tab.press("ArrowDown");
      tab.press("Enter");
      tab.await("location.hash === '#term-teacher-forcing'");
      assertThat(tab.troubles()).isEmpty();
    }
  }

  /** Chinese has no spaces at which an excerpt could begin. */
  @Test
  void whatWasFoundStandsInItsExcerpt() throws InterruptedException {
    for (String[] search : new String[][] {{"", "teacher forcing"}, {"zh/", "强制教学"}}) {
      tab.open(site.url(search[0] + "index.html"));
      tab.evaluate("document.getElementById('site-query').focus()");
      tab.type(search[1]);
      tab.await("document.querySelectorAll('.found a').length > 2");
      String without =
          "[...document.querySelectorAll('.found a')].filter(a => !a.querySelector('mark'))";
      assertThat(tab.evaluate(without + ".map(a => a.textContent)").getAsJsonArray()).isEmpty();
    }
  }

  /** A field that was emptied, in each figure that has one. */
  @Test
  void whatAFigureNeedsIsSaidInThePagesLanguage() throws IOException {
    List<String> needs = new ArrayList<>();
    for (String page : site.pages()) {
      if (page.matches("zh/ch0.*")) {
        open(page);
        tab.evaluate(EMPTY_EACH_FIELD)
            .getAsJsonArray()
            .forEach(need -> needs.add(need.getAsString()));
      }
    }
    assertThat(needs)
        .hasSizeGreaterThan(20)
        .contains("第 1 句的真实词元数：需要 0 到 3 之间的整数，这里是空的")
        .allMatch(need -> need.matches("[^：]+：需要.*，这里是空的"))
        .noneMatch(need -> need.matches(".*[A-Za-z]{6}.*"));
  }

  private static List<String> hrefs() {
    List<String> hrefs = new ArrayList<>();
    tab.evaluate("[...document.querySelectorAll('.found a')].map(a => a.getAttribute('href'))")
        .getAsJsonArray()
        .forEach(href -> hrefs.add(href.getAsString()));
    return hrefs;
  }

  @Test
  void theReaderChoosesTheThemeForAllPages() throws InterruptedException {
    tab.prefer(false);
    tab.open(site.url("index.html"));
    tab.evaluate("localStorage.clear()");
    tab.open(site.url("index.html"));
    String light = background();
    tab.evaluate("document.querySelector('.theme').focus()");
    tab.press("Enter");
    tab.await("document.documentElement.dataset.theme === 'dark'");
    assertThat(background()).isNotEqualTo(light);
    String dark = background();
    tab.open(site.url("ch05_mask.html"));
    assertThat(background()).isEqualTo(dark);
    tab.evaluate("localStorage.clear()");
  }

  @Test
  void paperIsLightAndShowsWhatIsFoldedAndTheScreenStaysAsItWas() {
    tab.open(site.url("ch05_mask.html"));
    tab.evaluate("document.documentElement.dataset.theme = 'dark'");
    String state =
        "document.documentElement.dataset.theme + document.querySelectorAll('.answer[open]').length"
            + " + document.querySelectorAll('.hint[open]').length";
    String before = tab.evaluate(state).getAsString();
    tab.evaluate("dispatchEvent(new Event('beforeprint'))");
    assertThat(tab.evaluate(state).getAsString()).matches("light[1-9]0");
    tab.evaluate("dispatchEvent(new Event('afterprint'))");
    assertThat(tab.evaluate(state).getAsString()).isEqualTo(before).isEqualTo("dark00");
  }

  private static String background() {
    return tab.evaluate("getComputedStyle(document.body).backgroundColor").getAsString();
  }

  @Test
  void theFirstPageIsReadableWithinASecond() {
    tab.resize(1280, 900);
    tab.open(site.url("index.html"));
    double millis =
        tab.evaluate(
                """
                new Promise(done => new PerformanceObserver(list => {
                  const first = list.getEntriesByName('first-contentful-paint')[0];
                  if (first) done(first.startTime);
                }).observe({ type: 'paint', buffered: true }))""")
            .getAsDouble();
    System.out.println("first page painted after " + Math.round(millis) + " ms");
    assertThat(millis).isLessThan(1000);
  }

  @Test
  void aPageReadsWithoutJavaScript() {
    tab.resize(1280, 900);
    String text = tab.textWithoutScripts(site.fileUrl("ch06_loss.html"));
    assertThat(text)
        .contains("The masked loss", "MaskedLoss 0.7000", "What to write", "In five lines")
        .doesNotContain("Search");
    assertThat(tab.troubles()).isEmpty();
  }

  /** Pictures of all pages for a person to look at, where {@code -Dbook.screenshots=DIR} asks. */
  @Test
  void picturesForAPersonToLookAt() throws IOException {
    String folder = System.getProperty("book.screenshots", "");
    if (folder.isEmpty()) {
      return;
    }
    for (int width : new int[] {1280, 390}) {
      for (boolean dark : new boolean[] {false, true}) {
        tab.resize(width, 900);
        tab.prefer(dark);
        for (String page : site.pages()) {
          open(page);
          String name = page.replace('/', '-').replace(".html", "");
          Path file = Path.of(folder, width + (dark ? "-dark-" : "-light-") + name + ".png");
          tab.screenshot(file, true);
        }
      }
    }
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      assertThat(files).isNotEmpty();
    }
  }
}
