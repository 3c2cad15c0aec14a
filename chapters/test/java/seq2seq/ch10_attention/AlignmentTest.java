package seq2seq.ch10_attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import seq2seq.ch02_recurrence.CellKind;
import seq2seq.ch04_decoder.ContextMode;
import seq2seq.ch07_training.ModelSizes;
import seq2seq.ch07_training.Seq2Seq;
import seq2seq.ch08_inference.Translation;
import seq2seq.data.Vocabulary;
import seq2seq.engine.Generator;

class AlignmentTest {
  private static final Vocabulary WORDS = Vocabulary.of(List.of(List.of("a", "b")), 1);
  private static final ModelSizes SIZES =
      new ModelSizes(CellKind.GRU, ContextMode.BOTH, WORDS.size(), WORDS.size(), 4, 6, 1, 0);
  private static final int[] PADDED = {4, 5, Vocabulary.EOS, Vocabulary.PAD, Vocabulary.PAD};

  private static Alignment of(Translation written) {
    Seq2Seq model =
        new AttentionSizes(SIZES, AttentionKind.ADDITIVE).initialise(Generator.seeded(1));
    return Alignment.of(model, WORDS, WORDS, PADDED, 3, written);
  }

  @Test
  void thereIsARowForEachWrittenWordAndPaddingHasColumnsOfExactly0() {
    Alignment alignment = of(new Translation(new int[] {5, 4}, -1, true));
    assertThat(alignment.source()).containsExactly("a", "b", "<eos>", "<pad>", "<pad>");
    assertThat(alignment.target()).containsExactly("b", "a", "<eos>");
    assertThat(alignment.weights()).hasDimensions(3, 5);
    for (float[] row : alignment.weights()) {
      assertThat(row[0] + row[1] + row[2]).isCloseTo(1, within(1e-6f));
      assertThat(row[3]).isZero();
      assertThat(row[4]).isZero();
    }
  }

  @Test
  void aTranslationThatDidNotEndHasNoRowForEos() {
    assertThat(of(new Translation(new int[] {5, 4}, -1, false)).target()).containsExactly("b", "a");
    assertThatThrownBy(() -> of(new Translation(new int[0], 0, false)))
        .hasMessage("alignment: nothing was written, not even <eos>");
  }

  /** Before word t the query is the state that has read the words before t - 1. */
  @Test
  void aRowDependsOnTheWordsBeforeItAlone() {
    float[][] one = of(new Translation(new int[] {5, 4, 4}, -1, true)).weights();
    float[][] two = of(new Translation(new int[] {4, 4, 4}, -1, true)).weights();
    assertThat(two[0]).isEqualTo(one[0]);
    assertThat(two[1]).isEqualTo(one[1]);
    assertThat(two[2]).isNotEqualTo(one[2]);
  }

  @Test
  void aModelWithoutAttentionIsRefused() {
    Seq2Seq plain = SIZES.initialise(Generator.seeded(1));
    Translation written = new Translation(new int[] {5}, -1, true);
    assertThatThrownBy(() -> Alignment.of(plain, WORDS, WORDS, PADDED, 3, written))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("alignment: the model has no attention, so there are no weights to show");
  }
}
