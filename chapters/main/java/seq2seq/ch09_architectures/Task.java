package seq2seq.ch09_architectures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import seq2seq.data.PaddedBatch;
import seq2seq.engine.Generator;

/**
 * A task small enough to be learned in a second: as many examples as one asks for, made up by rule.
 *
 * @param name what is to be done
 * @param sourceSymbols how the source's ids are written; V is their number
 * @param targetSymbols how the target's ids are written; V' is their number
 * @param group how many symbols of a source are written as one word: 1, or a picture's row
 * @param maker makes up one example
 * @param judge whether an answer to an example is right; there may be more right ones than the
 *     target
 */
public record Task(
    String name,
    List<String> sourceSymbols,
    List<String> targetSymbols,
    int group,
    Function<Generator, Example> maker,
    BiPredicate<Example, int[]> judge) {

  /**
   * One pair.
   *
   * @param source ids (T)
   * @param target ids (T')
   */
  public record Example(int[] source, int[] target) {}

  /** A task with one right answer to each source, the target. */
  static Task of(
      String name,
      List<String> sourceSymbols,
      List<String> targetSymbols,
      Function<Generator, Example> maker) {
    return new Task(
        name,
        sourceSymbols,
        targetSymbols,
        1,
        maker,
        (e, answer) -> Arrays.equals(e.target, answer));
  }

  /** V. */
  public int sourceSize() {
    return sourceSymbols.size();
  }

  /** V'. */
  public int targetSize() {
    return targetSymbols.size();
  }

  /** N examples. */
  public List<Example> examples(int n, Generator generator) {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      examples.add(maker.apply(generator));
    }
    return examples;
  }

  /** N examples as a padded batch. */
  public PaddedBatch batch(int n, Generator generator) {
    return batch(examples(n, generator));
  }

  static PaddedBatch batch(List<Example> examples) {
    return PaddedBatch.of(
        examples.stream().map(Example::source).toList(),
        examples.stream().map(Example::target).toList());
  }

  /** A source as text. */
  public String sourceText(int[] ids) {
    StringBuilder text = new StringBuilder();
    for (int t = 0; t < ids.length; t++) {
      text.append(t > 0 && t % group == 0 ? " " : "").append(sourceSymbols.get(ids[t]));
    }
    return text.toString();
  }

  /** A target or an answer as text. */
  public String targetText(int[] ids) {
    return Arrays.stream(ids).mapToObj(targetSymbols::get).collect(Collectors.joining(" "));
  }

  /** One example as text: {@code source → target}. */
  public String show(Example example) {
    return sourceText(example.source) + " → " + targetText(example.target);
  }
}
