package seq2seq.grading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** The hints of an exercise, from a nudge to nearly the answer. */
public final class Hints {
  private Hints() {}

  /** The hints in their order; in the resource a line of three hyphens parts them. */
  public static List<String> of(Exercise exercise) {
    try (InputStream resource = Hints.class.getResourceAsStream(exercise.hints())) {
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
