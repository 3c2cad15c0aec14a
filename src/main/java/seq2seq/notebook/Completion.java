package seq2seq.notebook;

import java.util.List;

/**
 * How a piece of Java may go on.
 *
 * @param from where in it the words begin
 * @param words what may stand there
 */
public record Completion(int from, List<String> words) {
  /** Nothing to propose. */
  public static final Completion NONE = new Completion(0, List.of());

  public Completion {
    words = List.copyOf(words);
  }
}
