package seq2seq.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import seq2seq.engine.Generator;

class PhrasesTest {
  private static final ParallelCorpus PHRASES = ParallelCorpus.phrases();

  @Test
  void there_are_thousands_and_each_source_has_one_translation() {
    assertThat(PHRASES.size()).isBetween(3_000, 12_000);
    assertThat(PHRASES.sourceTokens()).doesNotHaveDuplicates();
  }

  @Test
  void they_are_the_same_every_time() {
    assertThat(ParallelCorpus.phrases().pairs()).isEqualTo(PHRASES.pairs());
  }

  @Test
  void sentences_are_short() {
    assertThat(PHRASES.sourceTokens()).allMatch(tokens -> tokens.size() <= 10);
    assertThat(PHRASES.targetTokens()).allMatch(tokens -> tokens.size() <= 10);
  }

  @Test
  void the_vocabularies_are_moderate_and_every_word_occurs_often() {
    for (List<List<String>> side : List.of(PHRASES.sourceTokens(), PHRASES.targetTokens())) {
      Map<String, Integer> counts = new TreeMap<>();
      side.forEach(s -> s.stream().distinct().forEach(word -> counts.merge(word, 1, Integer::sum)));
      assertThat(counts).hasSizeBetween(200, 350);
      assertThat(counts.values()).allMatch(count -> count >= 8);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 3, 42})
  void a_random_split_leaves_every_word_in_training(long seed) {
    Splits splits = Splits.bySource(PHRASES, 0.1, 0.1, Generator.seeded(seed));
    Vocabulary source = splits.sourceVocabulary(1);
    Vocabulary target = splits.targetVocabulary(1);
    for (ParallelCorpus part : List.of(splits.valid(), splits.test())) {
      assertThat(part.sourceTokens()).allMatch(tokens -> source.unknown(tokens).isEmpty());
      assertThat(part.targetTokens()).allMatch(tokens -> target.unknown(tokens).isEmpty());
    }
  }

  @Test
  void sentences_begin_with_a_capital_and_end_with_the_same_mark() {
    assertThat(PHRASES.pairs())
        .allSatisfy(
            pair -> {
              assertThat(pair.source()).matches("\\p{Lu}[\\p{L}' ]*[.?!]");
              assertThat(pair.target()).matches("\\p{Lu}[\\p{L}'\\- ]*(\\.| \\?| !)");
              assertThat(pair.source())
                  .endsWith(pair.target().substring(pair.target().length() - 1));
            });
  }
}
