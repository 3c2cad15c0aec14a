package seq2seq.book;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The whole site, written into a folder. */
final class Site {
  private static final String ASSETS = "seq2seq/book/assets";

  private final SiteMap map;
  private final Frame frame;
  private final Path out;

  private Site(SiteMap map, Path out) {
    this.map = map;
    this.frame = new Frame(map);
    this.out = out;
  }

  /**
   * Builds the site of the course in {@code course} into {@code out}, over the site that an earlier
   * build left there.
   *
   * @return what was written
   * @throws IOException if it cannot be written
   * @throws IllegalArgumentException if a page has a formula or a picture that cannot be shown, or a
   *     link to nowhere
   */
  static Summary build(Path course, Path out) throws IOException {
    Files.createDirectories(out);
    Site site = new Site(SiteMap.of(course), out);
    try (Scripts scripts = new Scripts()) {
      site.write(Workshop.of(site.map, scripts));
    }
    LinkCheck.of(out).demandNone();
    return Summary.of(out);
  }

  private void write(Workshop workshop) throws IOException {
    for (Page page : map.pages()) {
      write(page, workshop);
    }
    for (Map.Entry<Path, String> source : map.sources().entrySet()) {
      Path file = source.getKey();
      String body = SourcePage.body(map.course(), file, workshop.colours());
      String title = SourcePage.name(file);
      write(new Sheet(Language.EN, source.getValue(), title, false), Optional.empty(), body);
    }
    Sheet colophon =
        new Sheet(Language.EN, "colophon.html", Language.EN.word("colophon"), false);
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
    write(sheet.url(), frame.html(sheet, page, body).getBytes(StandardCharsets.UTF_8));
  }

  private void write(String url, byte[] bytes) throws IOException {
    Path file = out.resolve(url);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  private void writeIndices() throws IOException {
    for (Language language : map.languages()) {
      SearchIndex index = new SearchIndex();
      map.lessons(language).forEach(index::add);
      String name = "assets/search-" + language.code() + ".js";
      write(name, index.script().getBytes(StandardCharsets.UTF_8));
    }
  }

  private void copy(Workshop workshop) throws IOException {
    for (Map.Entry<String, Path> picture : workshop.pictures().copied().entrySet()) {
      write(picture.getKey(), Files.readAllBytes(picture.getValue()));
    }
    Path assets = out.resolve("assets");
    Resources.copy(ASSETS, name -> true, assets);
    Resources.copy(
        Formulas.FOLDER,
        name -> name.equals("dist/katex.min.css") || name.equals("LICENSE") || isFont(name),
        assets.resolve("katex"));
    workshop.live().copy(assets.resolve("live"));
  }

  private static boolean isFont(String name) {
    return name.matches("dist/fonts/.*[.]woff2");
  }

  /**
   * What a build wrote.
   *
   * @param pages how many HTML files
   * @param bytes the size of all files together
   */
  record Summary(int pages, long bytes) {
    static Summary of(Path out) throws IOException {
      try (Stream<Path> all = Files.walk(out)) {
        List<Path> files = all.filter(Files::isRegularFile).toList();
        long bytes = 0;
        for (Path file : files) {
          bytes += Files.size(file);
        }
        int pages = (int) files.stream().filter(f -> f.toString().endsWith(".html")).count();
        return new Summary(pages, bytes);
      }
    }
  }
}
