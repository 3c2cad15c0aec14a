package seq2seq.grading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import seq2seq.language.Language;

/**
 * What an exercise asks for. In English that is the javadoc of its interface; in Chinese a Markdown
 * file beside it.
 */
public final class Specifications {
  private Specifications() {}

  /** The Markdown in the language that is spoken; empty where the javadoc is all there is. */
  public static String of(Exercise exercise) {
    String name = exercise.specificationIn(Language.current());
    try (InputStream resource = Specifications.class.getResourceAsStream(name)) {
      return resource == null
          ? ""
          : new String(resource.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
