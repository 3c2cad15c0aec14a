package seq2seq.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import seq2seq.engine.Generator;
import seq2seq.engine.Numbers;
import seq2seq.files.FileException;

/**
 * A corpus in three parts: what the model learns from, what training watches, what is judged at the
 * end.
 *
 * <p>Shuffled, and made by distinct source sentence: all translations of one source go to the same
 * part, or the test would ask for what was learned by heart. Two sources are the same when their
 * tokens are, spacing apart ({@code It's late.} and {@code it’s late .}).
 *
 * @param train what the parameters, and the vocabularies, come from
 * @param valid what training watches
 * @param test what is judged at the end
 */
public record Splits(ParallelCorpus train, ParallelCorpus valid, ParallelCorpus test) {

  /**
   * Splits {@code corpus}; with S distinct sources, the validation part gets S times its fraction
   * (rounded, at least 1), the test part likewise, and the training part the rest.
   *
   * @param validFraction more than 0
   * @param testFraction more than 0, and together with {@code validFraction} less than 1
   * @param generator advanced by one shuffle of S
   * @throws FileException if a part would be empty
   * @throws IllegalArgumentException if a fraction is out of range
   */
  public static Splits bySource(
      ParallelCorpus corpus, double validFraction, double testFraction, Generator generator) {
    requireFractions(validFraction, testFraction);
    List<List<Pair>> groups = shuffled(groups(corpus), generator);
    int valid = share(validFraction, groups.size());
    int test = share(testFraction, groups.size());
    int train = groups.size() - valid - test;
    requirePairs(corpus, groups.size(), train);
    return new Splits(
        part(corpus, groups.subList(0, train)),
        part(corpus, groups.subList(train, train + valid)),
        part(corpus, groups.subList(train + valid, groups.size())));
  }

  private static void requireFractions(double valid, double test) {
    if (!(valid > 0 && test > 0 && valid + test < 1)) {
      throw new IllegalArgumentException(
          "split: both fractions must be more than 0 and together less than 1; got "
              + Numbers.fixed(valid, 3)
              + " and "
              + Numbers.fixed(test, 3));
    }
  }

  private static void requirePairs(ParallelCorpus corpus, int sources, int train) {
    if (train < 1) {
      throw new FileException(
          corpus.name()
              + ": a training, a validation and a test part need at least 3 distinct sources; the "
              + corpus.size()
              + " pairs have "
              + sources);
    }
  }

  private static int share(double fraction, int sources) {
    return (int) Math.max(1, Math.round(fraction * sources));
  }

  private static List<List<Pair>> groups(ParallelCorpus corpus) {
    Map<List<String>, List<Pair>> bySource = new LinkedHashMap<>();
    Tokenizer tokenizer = corpus.tokenizer();
    for (Pair pair : corpus.pairs()) {
      List<String> source = tokenizer.withoutSpacing(tokenizer.tokenize(pair.source()));
      bySource.computeIfAbsent(source, s -> new ArrayList<>()).add(pair);
    }
    return new ArrayList<>(bySource.values());
  }

  private static List<List<Pair>> shuffled(List<List<Pair>> groups, Generator generator) {
    return Arrays.stream(Order.shuffled(groups.size(), generator)).mapToObj(groups::get).toList();
  }

  private static ParallelCorpus part(ParallelCorpus corpus, List<List<Pair>> groups) {
    List<Pair> pairs = groups.stream().flatMap(List::stream).toList();
    return ParallelCorpus.of(corpus.name(), corpus.tokenizer(), pairs);
  }

  /** The vocabulary of the training part's sources; see {@link Vocabulary#of}. */
  public Vocabulary sourceVocabulary(int minCount) {
    return Vocabulary.of(train.sourceTokens(), minCount);
  }

  /** The vocabulary of the training part's targets; see {@link Vocabulary#of}. */
  public Vocabulary targetVocabulary(int minCount) {
    return Vocabulary.of(train.targetTokens(), minCount);
  }
}
