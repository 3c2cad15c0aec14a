package seq2seq.ch08_inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class BleuTest {
  private static List<String> words(String sentence) {
    return List.of(sentence.split(" "));
  }

  private static double bleu(String written, String reference) {
    return Bleu.corpus(List.of(words(written)), List.of(words(reference)));
  }

  @Test
  void theClippingExampleOfThePaperCountsTheOnlyTwice() {
    // Papineni et al. (2002), section 2.1, example 2: 2 of 7.
    assertThat(
            Bleu.precision(
                List.of(words("the the the the the the the")),
                List.of(words("the cat is on the mat")),
                1))
        .isCloseTo(2.0 / 7, within(1e-12));
  }

  @Test
  void aPerfectTranslationScores1() {
    assertThat(bleu("the cat is on the mat", "the cat is on the mat")).isEqualTo(1);
  }

  @Test
  void aWorkedExampleAgreesWithPaperAndPencil() {
    // p1 = 5/6, p2 = 3/5 (ab bc cd), p3 = 2/4 (abc bcd), p4 = 1/3 (abcd); 6 words each, BP = 1.
    double expected = StrictMath.pow(5.0 / 6 * 3 / 5 * 2 / 4 * 1 / 3, 0.25);
    assertThat(bleu("a b c d x f", "a b c d e f")).isCloseTo(expected, within(1e-12));
  }

  @Test
  void countsAreAddedUpOverTheCorpusBeforeDividing() {
    List<List<String>> written = List.of(words("a b c d"), words("x"));
    List<List<String>> references = List.of(words("a b c d"), words("y"));
    assertThat(Bleu.corpus(written, references))
        .isCloseTo(StrictMath.pow(4.0 / 5, 0.25), within(1e-12));
  }

  @Test
  void tooLittleIsPunishedByTheBrevityPenalty() {
    assertThat(bleu("a b c d", "a b c d e f"))
        .isCloseTo(StrictMath.exp(1 - 6.0 / 4), within(1e-12));
    assertThat(Bleu.brevityPenalty(7, 6)).isEqualTo(1);
    assertThat(Bleu.brevityPenalty(6, 6)).isEqualTo(1);
  }

  @Test
  void oneWordAndNoWordScore0AndNotNaN() {
    assertThat(bleu("a", "a")).isZero();
    assertThat(Bleu.corpus(List.of(List.of()), List.of(words("a b")))).isZero();
    assertThat(Bleu.corpus(List.of(List.of()), List.of(List.of()))).isZero();
  }

  @Test
  void aSentencesBleuAddsOneToTheCountsOfLongerNGrams() {
    // m/w: 3/4, then (1+1)/(3+1), (0+1)/(2+1), (0+1)/(1+1); 4 words for 4, so BP = 1.
    double expected = StrictMath.pow(3.0 / 4 * 2 / 4 * 1 / 3 * 1 / 2, 0.25);
    assertThat(Bleu.sentence(words("a b x d"), words("a b c d")))
        .isCloseTo(expected, within(1e-12));
    assertThat(bleu("a b x d", "a b c d")).isZero();
  }

  @Test
  void aSentencesBleuOfOneWordOrNoneIsANumber() {
    assertThat(Bleu.sentence(words("a"), words("a"))).isCloseTo(1, within(1e-12));
    assertThat(Bleu.sentence(words("b"), words("a"))).isZero();
    assertThat(Bleu.sentence(List.of(), words("a"))).isZero();
    assertThat(Bleu.sentence(List.of(), List.of())).isZero();
    assertThat(Bleu.sentence(words("a"), words("a b")))
        .isCloseTo(StrictMath.exp(-1), within(1e-12));
  }

  @Test
  void aSentencesBleuIs1ForTheReferenceItselfAndLessForAnyOtherOrder() {
    assertThat(Bleu.sentence(words("a b c d e"), words("a b c d e"))).isCloseTo(1, within(1e-12));
    assertThat(Bleu.sentence(words("b a c d e"), words("a b c d e"))).isLessThan(1);
  }

  @Test
  void missingReferencesAreAnError() {
    assertThatThrownBy(() -> Bleu.corpus(List.of(), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Bleu.corpus(List.of(words("a")), List.of()))
        .hasMessageContaining("1 sentences, 0 references");
  }
}
