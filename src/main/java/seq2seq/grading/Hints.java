package seq2seq.grading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import seq2seq.language.Language;

/** The hints of an exercise, from a nudge to nearly the answer. */
public final class Hints {
  private Hints() {}

  /**
   * The hints in their order, in the language that is spoken, or in English where they are not
   * translated; in the resource a line of three hyphens parts them.
   */
  public static List<String> of(Exercise exercise) {
    List<String> spoken = read(exercise.hints(Language.current()));
    return spoken.isEmpty() ? read(exercise.hints(Language.ENGLISH)) : spoken;
  }

  private static List<String> read(String name) {
    try (InputStream resource = Hints.class.getResourceAsStream(name)) {
      if (resource == null) {
        return List.of();
      }
      String text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
      return Stream.of(text.split("(?m)^---\\R")).map(String::strip).toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
