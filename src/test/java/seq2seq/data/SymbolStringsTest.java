package seq2seq.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import seq2seq.engine.Generator;

class SymbolStringsTest {

  @Test
  void each_target_is_its_source_backwards() {
    ParallelCorpus corpus = ParallelCorpus.reverse();
    assertThat(corpus.size()).isEqualTo(6_000);
    assertThat(corpus.pairs())
        .allSatisfy(
            pair -> {
              assertThat(pair.source()).matches("[a-j]{3,8}");
              assertThat(new StringBuilder(pair.source()).reverse()).hasToString(pair.target());
            });
    assertThat(corpus.pairs()).extracting(Pair::source).doesNotHaveDuplicates();
    assertThat(ParallelCorpus.reverse().pairs()).isEqualTo(corpus.pairs());
  }

  @Test
  void lengths_are_as_asked_and_the_generator_decides() {
    ParallelCorpus one = ParallelCorpus.reverse(50, 20, 30, Generator.seeded(1));
    assertThat(one.pairs()).allMatch(p -> p.source().length() >= 20 && p.source().length() <= 30);
    assertThat(ParallelCorpus.reverse(50, 20, 30, Generator.seeded(2)).pairs())
        .isNotEqualTo(one.pairs());
  }

  @Test
  void all_strings_of_a_length_can_be_had_but_not_one_more() {
    assertThat(ParallelCorpus.reverse(110, 1, 2, Generator.seeded(1)).size()).isEqualTo(110);
    assertThatThrownBy(() -> ParallelCorpus.reverse(111, 1, 2, Generator.seeded(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("reverse: only 110 distinct strings; got 111");
  }

  @Test
  void numbers_out_of_range_are_refused() {
    Generator g = Generator.seeded(1);
    assertThatThrownBy(() -> ParallelCorpus.reverse(0, 1, 2, g)).hasMessageContaining("got 0");
    assertThatThrownBy(() -> ParallelCorpus.reverse(5, 0, 2, g)).hasMessageContaining("got 0");
    assertThatThrownBy(() -> ParallelCorpus.reverse(5, 3, 2, g))
        .hasMessage("reverse: lengths from 3 to 2 are none");
  }
}
