package seq2seq.book;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import seq2seq.language.Texts;

/**
 * The figures that run the course's own classes in the page, as {@code book/live} compiles them for
 * the browser. Without them the site is complete, and the chapters' pictures remain.
 */
final class LiveFigures {
  private static final String ROOM = "book/live";
  private static final String COMPILED = ROOM + "/target/live";
  private static final String FAILURE = COMPILED + "/failed.txt";

  private final Path course;

  LiveFigures(Path course) {
    this.course = course;
  }

  /** Whether there are any. */
  boolean isThere() {
    return Files.exists(course.resolve(COMPILED).resolve("live.js"));
  }

  /** Why there are none, in one line; empty if they are there, or the course has no such room. */
  Optional<String> whyNot() throws IOException {
    if (isThere() || !Files.exists(course.resolve(ROOM).resolve("pom.xml"))) {
      return Optional.empty();
    }
    Path failure = course.resolve(FAILURE);
    if (!Files.exists(failure)) {
      return Optional.of("they have not been compiled");
    }
    try (Stream<String> lines = Files.lines(failure)) {
      return Optional.of(lines.findFirst().orElse("") + " (more in " + FAILURE + ")");
    }
  }

  /** The place of the figure {@code name} in a page, with what stands there without JavaScript. */
  String section(Edition language, String name) {
    return Texts.filled(
        "<section class=\"live\" data-figure=\"{0}\"><p class=\"fallback\">{1}</p></section>\n",
        name, Markup.escape(language.word("live.fallback")));
  }

  /** Copies what a page loads. */
  void copy(Resources.Target to) throws IOException {
    if (isThere()) {
      Resources.copy(course.resolve(COMPILED), name -> name.matches("live.*\\.(js|css)"), to);
    }
  }
}
