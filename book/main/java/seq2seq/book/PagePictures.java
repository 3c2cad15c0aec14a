package seq2seq.book;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import seq2seq.files.TextFile;
import seq2seq.language.Texts;

/**
 * The pictures of the pages. One that has an SVG beside it is put into the page, where it follows
 * light and dark; another is copied, and shown at half its pixels.
 */
final class PagePictures {
  private final Path course;
  private final FigureSheet sheet = new FigureSheet();
  private final Map<String, Path> copied = new TreeMap<>();

  PagePictures(Path course) {
    this.course = course;
  }

  /** What must be copied, by its place on the site, after the pages are made. */
  Map<String, Path> copied() {
    return new TreeMap<>(copied);
  }

  /** What a page needs for the drawings within. */
  FigureSheet sheet() {
    return sheet;
  }

  /**
   * The picture {@code target} of a page; {@code alt} says what is to be seen.
   *
   * @throws IllegalArgumentException if there is no such file
   */
  String html(Page page, String target, String alt) {
    Path file = SiteMap.file(page, target);
    if (!Files.exists(file)) {
      file = Path.of(file.toString().replace("/zh/images/", "/images/")); // not drawn yet
    }
    Path drawing = file.resolveSibling(name(file).replaceFirst("[.]png$", ".svg"));
    if (Files.exists(drawing)) {
      return sheet.use(inline(SvgCrop.of(TextFile.read(drawing, "a picture")), alt));
    }
    return image(page, file, alt);
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  /** The page's own words in place of those in the file, which are the same in each language. */
  private static String inline(String svg, String alt) {
    return svg.replaceFirst("(?s)<title>.*?</title>\\s*<desc>.*?</desc>\\s*", "")
        .replaceFirst("<svg ", "<svg aria-label=\"" + quoted(alt) + "\" ");
  }

  private static String quoted(String text) {
    return java.util.regex.Matcher.quoteReplacement(Markup.escape(text));
  }

  private String image(Page page, Path file, String alt) {
    String place = course.relativize(file).toString().replace('\\', '/');
    String url = place.replaceFirst("^chapters/", "");
    copied.put(url, file);
    return Texts.filled(
        "<img src=\"{0}\" alt=\"{1}\"{2}>",
        Markup.escape(Urls.relative(page.url(), url)), Markup.escape(alt), size(file));
  }

  /** Its size in units of a page, so that the text does not jump when it arrives. */
  private static String size(Path file) {
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      Iterator<ImageReader> readers = in == null ? null : ImageIO.getImageReaders(in);
      if (readers == null || !readers.hasNext()) {
        throw new IllegalArgumentException(file + ": no picture that can be read");
      }
      ImageReader reader = readers.next();
      reader.setInput(in);
      int width = reader.getWidth(0) / 2;
      int height = reader.getHeight(0) / 2;
      reader.dispose();
      return " width=\"" + width + "\" height=\"" + height + "\"";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
