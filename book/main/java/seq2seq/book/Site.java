package seq2seq.book;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The whole site, written into a folder. */
final class Site {
  private static final String ASSETS = "seq2seq/book/assets";

  private final SiteMap map;
  private final Frame frame;
  private final SiteFolder out;

  private Site(SiteMap map, SiteFolder out) {
    this.map = map;
    this.frame = new Frame(map);
    this.out = out;
  }

  /**
   * Builds the site of the course in {@code course} into {@code folder}, over the site that an
   * earlier build left there.
   *
   * @return the folder with what was written
   * @throws IOException if it cannot be written
   * @throws IllegalArgumentException if a page has a formula or a picture that cannot be shown, or
   *     a link to nowhere
   */
  static SiteFolder build(Path course, Path folder) throws IOException {
    SiteFolder out = new SiteFolder(folder);
    Site site = new Site(SiteMap.of(course), out);
    try (Scripts scripts = new Scripts()) {
      site.write(Workshop.of(site.map, scripts));
    }
    out.finish();
    LinkCheck.demandNone(folder);
    return out;
  }

  private void write(Workshop workshop) throws IOException {
    for (Page page : map.pages()) {
      write(page, workshop);
    }
    for (Map.Entry<Path, String> source : map.sources().entrySet()) {
      Path file = source.getKey();
      String body = SourcePage.body(map.course(), file, workshop.colours());
      String title = SourcePage.name(file);
      write(new Sheet(Edition.EN, source.getValue(), title, false), Optional.empty(), body);
    }
    Sheet colophon = new Sheet(Edition.EN, "colophon.html", Edition.EN.word("colophon"), false);
    write(colophon, Optional.empty(), Colophon.body());
    writeIndices();
    copy(workshop);
  }

  private void write(Page page, Workshop workshop) throws IOException {
    PageBody body = new PageBody(page, workshop);
    String html;
    try {
      html = body.html();
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(page.source() + ": " + wrong.getMessage(), wrong);
    }
    Sheet sheet = new Sheet(page.language(), page.url(), page.title(), body.hasLive());
    write(sheet, Optional.of(page), html);
  }

  private void write(Sheet sheet, Optional<Page> page, String body) throws IOException {
    out.write(sheet.url(), frame.html(sheet, page, body));
  }

  private void writeIndices() throws IOException {
    for (Edition language : map.languages()) {
      SearchIndex index = new SearchIndex();
      map.lessons(language).forEach(index::add);
      out.write("assets/search-" + language.code() + ".js", index.script());
    }
  }

  private void copy(Workshop workshop) throws IOException {
    for (Map.Entry<String, Path> picture : workshop.pictures().copied().entrySet()) {
      out.write(picture.getKey(), SmallPng.of(picture.getValue()));
    }
    Resources.copy(ASSETS, name -> true, into("assets/"));
    out.write("assets/figures.css", workshop.pictures().sheet().css());
    copyFormulas(workshop.formulas().sheet());
    workshop.live().copy(into("assets/live/"));
  }

  private void copyFormulas(FormulaSheet sheet) throws IOException {
    out.write("assets/katex/formulas.css", sheet.css());
    out.write("assets/katex/LICENSE", Resources.bytes(Formulas.FOLDER + "/LICENSE"));
    for (String font : sheet.fonts()) {
      out.write("assets/katex/" + font, Resources.bytes(Formulas.FOLDER + "/dist/" + font));
    }
  }

  private Resources.Target into(String folder) {
    return (name, bytes) -> out.write(folder + name, bytes);
  }
}
