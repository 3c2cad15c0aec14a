package seq2seq.book;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The figures that run the course's own classes in the page: their views lie on the class path, the
 * classes compiled for the browser in {@code book/live/target/live}, if somebody compiled them.
 */
final class LiveFigures {
  private static final String VIEWS = "seq2seq/book/live";
  private static final String COMPILED = "book/live/target/live";

  private final Path course;

  LiveFigures(Path course) {
    this.course = course;
  }

  /** Whether there are any. */
  boolean isThere() {
    return Resources.has(VIEWS + "/live.js");
  }

  /** The place of the figure {@code name} in a page, with what stands there without JavaScript. */
  String section(Language language, String name) {
    return "<section class=\"live\" data-figure=\""
        + name
        + "\"><p class=\"fallback\">"
        + Html.escape(language.word("live.fallback"))
        + "</p></section>\n";
  }

  /** Copies views and compiled classes. */
  void copy(Resources.Target to) throws IOException {
    if (isThere()) {
      Resources.copy(VIEWS, name -> true, to);
      Path compiled = course.resolve(COMPILED);
      if (Files.isDirectory(compiled)) {
        Resources.copy(compiled, name -> true, to);
      }
    }
  }
}
