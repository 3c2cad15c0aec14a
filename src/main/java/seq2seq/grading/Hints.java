package seq2seq.grading;

import java.util.List;
import java.util.stream.Stream;
import seq2seq.files.TextFile;
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
    String text = TextFile.resource(Hints.class, name);
    return text.isEmpty()
        ? List.of()
        : Stream.of(text.split("(?m)^---\\R")).map(String::strip).toList();
  }
}
