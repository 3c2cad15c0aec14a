package seq2seq.book;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The figures that run the course's own classes in the page, as {@code book/live} compiles them for
 * the browser. Without them the site is complete, and the chapters' pictures remain.
 */
final class LiveFigures {
  private static final String COMPILED = "book/live/target/live";

  private final Path course;

  LiveFigures(Path course) {
    this.course = course;
  }

  /** Whether there are any. */
  boolean isThere() {
    return Files.exists(course.resolve(COMPILED).resolve("live.js"));
  }

  /** The place of the figure {@code name} in a page, with what stands there without JavaScript. */
  String section(Edition language, String name) {
    return "<section class=\"live\" data-figure=\""
        + name
        + "\"><p class=\"fallback\">"
        + Markup.escape(language.word("live.fallback"))
        + "</p></section>\n";
  }

  /** Copies what a page loads. */
  void copy(Resources.Target to) throws IOException {
    if (isThere()) {
      Resources.copy(course.resolve(COMPILED), name -> name.matches("live.*\\.(js|css)"), to);
    }
  }
}
