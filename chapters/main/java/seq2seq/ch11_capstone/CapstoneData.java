package seq2seq.ch11_capstone;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import seq2seq.ch07_training.ShortPhrases;
import seq2seq.data.ParallelCorpus;
import seq2seq.data.Vocabulary;

/**
 * Chapter 7's short phrases as the exercises want them: tokens and vocabularies as plain arrays.
 *
 * @param sourceWords the token of each id (V)
 * @param targetWords the token of each id (V')
 */
record CapstoneData(
    String[] sourceWords, String[] targetWords, Pairs train, Pairs valid, Pairs test) {

  /** Sentences and their translations, in tokens. */
  record Pairs(String[][] source, String[][] target) {
    int size() {
      return source.length;
    }

    Pairs slice(int from, int to) {
      return new Pairs(Arrays.copyOfRange(source, from, to), Arrays.copyOfRange(target, from, to));
    }
  }

  /** The data, always the same. */
  static CapstoneData load() {
    ShortPhrases phrases = ShortPhrases.load();
    return new CapstoneData(
        words(phrases.source()),
        words(phrases.target()),
        pairs(phrases.splits().train()),
        pairs(phrases.splits().valid()),
        pairs(phrases.splits().test()));
  }

  private static String[] words(Vocabulary vocabulary) {
    return IntStream.range(0, vocabulary.size()).mapToObj(vocabulary::token).toArray(String[]::new);
  }

  private static Pairs pairs(ParallelCorpus corpus) {
    return new Pairs(arrays(corpus.sourceTokens()), arrays(corpus.targetTokens()));
  }

  private static String[][] arrays(List<List<String>> sentences) {
    return sentences.stream().map(s -> s.toArray(String[]::new)).toArray(String[][]::new);
  }
}
