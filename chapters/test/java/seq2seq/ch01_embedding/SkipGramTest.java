package seq2seq.ch01_embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import seq2seq.data.Vocabulary;
import seq2seq.engine.Generator;

class SkipGramTest {
  /** "tea" and "milk" have the same neighbours; "she" has others. */
  private static final List<List<String>> SENTENCES =
      List.of(
          List.of("she", "drinks", "tea"),
          List.of("she", "drinks", "milk"),
          List.of("she", "buys", "tea"),
          List.of("she", "buys", "milk"));

  private static final Vocabulary VOCABULARY = Vocabulary.of(SENTENCES, 1);

  private static SkipGram train(int steps) {
    return SkipGram.train(SENTENCES, VOCABULARY, 4, steps, Generator.seeded(2));
  }

  @Test
  void wordsWithTheSameNeighboursEndWithTheNearestRows() {
    SkipGram trained = train(200);
    assertThat(trained.nearest("tea", 1)).containsExactly("milk");
    assertThat(trained.nearest("milk", 1)).containsExactly("tea");
    assertThat(trained.nearest("drinks", 1)).containsExactly("buys");
    assertThat(train(0).nearest("tea", 1)).isNotEqualTo(List.of("milk"));
  }

  /** Half of the guesses are certain, half are one of two words; no model can guess better. */
  @Test
  void theLossFallsToTheEntropyOfTheNeighbours() {
    // Of 32 guesses, 4 each: after she, before tea or milk, after a verb, before the end.
    double least = 16.0 / 32 * StrictMath.log(2);
    assertThat(train(0).loss()).isGreaterThan(1.5);
    assertThat(train(400).loss()).isCloseTo(least, within(0.01));
    assertThat(train(400).loss()).isGreaterThan(least);
  }

  @Test
  void aRowIsThatOfTheWordAndAnUnknownWordHasTheRowOfUnk() {
    SkipGram start = train(0);
    assertThat(start.rows("tea", "xyz")).hasDimensions(2, 4);
    assertThat(start.row("xyz")).isEqualTo(start.row("<unk>"));
    assertThat(start.row("tea"))
        .isEqualTo(start.embedding().forward(VOCABULARY.ids(List.of("tea"))).toArray());
  }

  @Test
  void noSentenceIsAnError() {
    assertThatThrownBy(() -> SkipGram.train(List.of(), VOCABULARY, 4, 1, Generator.seeded(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("skip-gram: needs at least one sentence; got none");
  }
}
