package seq2seq.ch08_inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import seq2seq.ch02_recurrence.CellKind;
import seq2seq.ch04_decoder.ContextMode;
import seq2seq.ch07_training.ModelSizes;
import seq2seq.ch07_training.Seq2Seq;
import seq2seq.data.PaddedBatch;
import seq2seq.data.Vocabulary;
import seq2seq.engine.Generator;

class LogProbabilityTest {
  private static final int[] SOURCE = {5, 4, Vocabulary.EOS};

  private static Seq2Seq model(CellKind cell, ContextMode context) {
    return new ModelSizes(cell, context, 7, 5, 4, 6, 2, 0.5).initialise(Generator.seeded(2));
  }

  @Test
  void itIsWhatGreedyAddedUpStepByStepForEveryCellAndContext() {
    for (CellKind cell : CellKind.values()) {
      for (ContextMode context : ContextMode.values()) {
        Seq2Seq model = model(cell, context);
        Translation t = Greedy.decode(model, new int[][] {SOURCE}, new int[] {3}, 6).get(0);
        int[] target = Arrays.copyOf(t.words(), t.length());
        if (t.isFinished()) {
          target[target.length - 1] = Vocabulary.EOS;
        }
        assertThat(LogProbability.of(model, SOURCE, target))
            .isCloseTo(t.logProbability(), within(1e-5));
      }
    }
  }

  @Test
  void theProbabilitiesOfAllSentencesOfThreeStepsAddUpTo1() {
    assertThat(sum(model(CellKind.GRU, ContextMode.BOTH), new int[0])).isCloseTo(1, within(1e-5));
  }

  private static double sum(Seq2Seq model, int[] beginning) {
    double sum = 0;
    for (int w = 0; w < 5; w++) {
      int[] longer = Arrays.copyOf(beginning, beginning.length + 1);
      longer[beginning.length] = w;
      boolean isWhole = w == Vocabulary.EOS || longer.length == 3;
      sum +=
          isWhole ? StrictMath.exp(LogProbability.of(model, SOURCE, longer)) : sum(model, longer);
    }
    return sum;
  }

  @Test
  void paddingDoesNotCount() {
    Seq2Seq model = model(CellKind.LSTM, ContextMode.EVERY_STEP);
    int[] longer = {3, 4, 3, 3, Vocabulary.EOS};
    int[] shorter = {4, Vocabulary.EOS};
    double[] together =
        LogProbability.of(
            model,
            PaddedBatch.of(
                List.of(SOURCE, new int[] {6, 5, 4, 3, Vocabulary.EOS}), List.of(shorter, longer)));
    assertThat(together[0]).isEqualTo(LogProbability.of(model, SOURCE, shorter));
    assertThat(together).hasSize(2);
  }

  @Test
  void anEmptySentenceHasAProbabilityAndNoIdsAtAllAreAnError() {
    Seq2Seq model = model(CellKind.RNN, ContextMode.INITIAL);
    assertThat(LogProbability.of(model, SOURCE, new int[] {Vocabulary.EOS})).isNegative();
    assertThatThrownBy(() -> LogProbability.of(model, SOURCE, new int[0]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("log-probability: the target has no tokens at all, not even <eos>");
    assertThatThrownBy(() -> LogProbability.of(model, new int[0], SOURCE))
        .hasMessage("log-probability: the source has no tokens at all, not even <eos>");
  }
}
