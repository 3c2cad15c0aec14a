package seq2seq.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import seq2seq.engine.Generator;
import seq2seq.files.FileException;

class SplitsTest {

  private static ParallelCorpus corpus(Pair... pairs) {
    return ParallelCorpus.of("test", Tokenizer.words(), List.of(pairs));
  }

  /** Pairs with sources w0, w1, ..., each with {@code translations} targets. */
  private static ParallelCorpus corpus(int sources, int translations) {
    List<Pair> pairs = new ArrayList<>();
    for (int t = 0; t < translations; t++) {
      int nth = t;
      IntStream.range(0, sources).forEach(i -> pairs.add(new Pair("w" + i, "m" + i + "x" + nth)));
    }
    return ParallelCorpus.of("test", Tokenizer.words(), pairs);
  }

  private static Splits split(ParallelCorpus corpus, long seed) {
    return Splits.bySource(corpus, 0.1, 0.2, Generator.seeded(seed));
  }

  private static Set<List<String>> sources(ParallelCorpus part) {
    return new HashSet<>(part.sourceTokens());
  }

  @Test
  void every_pair_is_in_exactly_one_part() {
    ParallelCorpus corpus = corpus(100, 2);
    Splits splits = split(corpus, 1);
    List<Pair> all = new ArrayList<>(splits.train().pairs());
    all.addAll(splits.valid().pairs());
    all.addAll(splits.test().pairs());
    assertThat(all).containsExactlyInAnyOrderElementsOf(corpus.pairs());
    assertThat(List.of(splits.train().size(), splits.valid().size(), splits.test().size()))
        .containsExactly(140, 20, 40);
  }

  @Test
  void no_source_stands_in_two_parts() {
    for (long seed = 0; seed < 20; seed++) {
      Splits splits = split(corpus(30, 3), seed);
      assertThat(sources(splits.train())).doesNotContainAnyElementsOf(sources(splits.valid()));
      assertThat(sources(splits.train())).doesNotContainAnyElementsOf(sources(splits.test()));
      assertThat(sources(splits.valid())).doesNotContainAnyElementsOf(sources(splits.test()));
    }
  }

  @Test
  void sources_that_differ_only_in_case_spaces_or_apostrophe_are_the_same() {
    ParallelCorpus corpus =
        corpus(
            new Pair("It's late.", "a"),
            new Pair("it’s  late .", "b"),
            new Pair("x", "c"),
            new Pair("y", "d"));
    for (long seed = 0; seed < 20; seed++) {
      Splits splits = Splits.bySource(corpus, 0.3, 0.3, Generator.seeded(seed));
      for (ParallelCorpus part : List.of(splits.train(), splits.valid(), splits.test())) {
        Set<String> targets = part.pairs().stream().map(Pair::target).collect(Collectors.toSet());
        assertThat(targets.contains("a")).isEqualTo(targets.contains("b"));
      }
    }
  }

  @Test
  void the_seed_fixes_the_split_and_another_seed_gives_another() {
    ParallelCorpus corpus = corpus(50, 1);
    assertThat(split(corpus, 7).test().pairs()).isEqualTo(split(corpus, 7).test().pairs());
    assertThat(split(corpus, 7).test().pairs()).isNotEqualTo(split(corpus, 8).test().pairs());
  }

  @Test
  void a_file_sorted_by_length_is_not_split_by_length() {
    List<Pair> sorted =
        IntStream.range(0, 100).mapToObj(i -> new Pair("w ".repeat(i + 1) + i, "m")).toList();
    Splits splits = split(ParallelCorpus.of("sorted", Tokenizer.words(), sorted), 3);
    List<Integer> lengths = splits.test().sourceTokens().stream().map(List::size).toList();
    assertThat(lengths).anyMatch(n -> n < 40).anyMatch(n -> n > 60);
    assertThat(lengths).isNotEqualTo(lengths.stream().sorted().toList());
  }

  @Test
  void vocabularies_come_from_the_training_part_alone() {
    Splits splits = split(corpus(50, 1), 5);
    Vocabulary source = splits.sourceVocabulary(1);
    Vocabulary target = splits.targetVocabulary(1);
    assertThat(source.size()).isEqualTo(4 + splits.train().size());
    assertThat(splits.train().sourceTokens()).allMatch(s -> source.unknown(s).isEmpty());
    assertThat(splits.valid().sourceTokens()).allMatch(s -> source.unknown(s).equals(s));
    assertThat(splits.test().targetTokens()).allMatch(s -> target.unknown(s).equals(s));
  }

  @Test
  void every_part_has_a_pair_or_the_error_says_how_many_there_were() {
    Splits smallest = split(corpus(3, 1), 1);
    assertThat(List.of(smallest.train().size(), smallest.valid().size(), smallest.test().size()))
        .containsExactly(1, 1, 1);
    assertThatThrownBy(() -> split(corpus(2, 4), 1))
        .isInstanceOf(FileException.class)
        .hasMessage(
            "test: a training, a validation and a test part need at least 3 distinct sources; the"
                + " 8 pairs have 2");
  }

  @Test
  void fractions_out_of_range_are_refused() {
    ParallelCorpus corpus = corpus(10, 1);
    Generator g = Generator.seeded(1);
    assertThatThrownBy(() -> Splits.bySource(corpus, 0.5, 0.5, g))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("got 0.500 and 0.500");
    assertThatThrownBy(() -> Splits.bySource(corpus, 0, 0.1, g))
        .hasMessageContaining("more than 0");
    assertThatThrownBy(() -> Splits.bySource(corpus, Double.NaN, 0.1, g))
        .hasMessageContaining("got NaN");
  }

  @Test
  void the_parts_keep_the_tokenizer_of_the_corpus() {
    assertThat(split(ParallelCorpus.dates(), 1).test().tokenizer())
        .isSameAs(Tokenizer.characters());
  }
}
