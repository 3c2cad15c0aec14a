package seq2seq.ch08_inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import seq2seq.ch02_recurrence.CellKind;
import seq2seq.ch04_decoder.ContextMode;
import seq2seq.ch05_mask.LengthMask;
import seq2seq.ch06_loss.MaskedLoss;
import seq2seq.ch07_training.ModelSizes;
import seq2seq.ch07_training.Seq2Seq;
import seq2seq.data.PaddedBatch;
import seq2seq.data.Vocabulary;
import seq2seq.engine.Generator;
import seq2seq.engine.Tensor;
import seq2seq.nn.Mode;

class GreedyTest {
  private static final int[][] SOURCE = {
    {5, 6, 7, Vocabulary.EOS}, {8, Vocabulary.EOS, Vocabulary.PAD, Vocabulary.PAD}
  };
  private static final int[] LENGTHS = {4, 2};

  private static Seq2Seq model(CellKind cell, long seed) {
    return new ModelSizes(cell, ContextMode.BOTH, 10, 12, 8, 16, 2, 0.3)
        .initialise(Generator.seeded(seed));
  }

  @Test
  void theLogProbabilityIsThatOfTeacherForcingTheWrittenWords() {
    for (CellKind cell : CellKind.values()) {
      Seq2Seq model = model(cell, 3);
      for (Translation t : Greedy.decode(model, new int[][] {SOURCE[0]}, new int[] {4}, 6)) {
        int[] row = java.util.Arrays.copyOf(t.words(), t.words().length + (t.isFinished() ? 1 : 0));
        if (t.isFinished()) {
          row[row.length - 1] = Vocabulary.EOS;
        }
        PaddedBatch batch =
            new PaddedBatch(
                new int[][] {SOURCE[0]}, new int[] {4}, new int[][] {row}, new int[] {row.length});
        Tensor losses = MaskedLoss.perToken(model.forward(batch, Mode.inference()), batch.target());
        Tensor log =
            MaskedLoss.logProbability(
                losses, LengthMask.timeMajor(batch.targetLengths(), row.length));
        assertThat(t.logProbability()).isCloseTo(log.item(), within(1e-5));
      }
    }
  }

  @Test
  void aSentenceDoesNotDependOnItsNeighboursInTheBatch() {
    Seq2Seq model = model(CellKind.LSTM, 5);
    List<Translation> together = Greedy.decode(model, SOURCE, LENGTHS, 9);
    assertThat(Greedy.decode(model, new int[][] {SOURCE[0]}, new int[] {4}, 9).get(0))
        .isEqualTo(together.get(0));
    assertThat(Greedy.decode(model, new int[][] {{8, Vocabulary.EOS}}, new int[] {2}, 9).get(0))
        .isEqualTo(together.get(1));
  }

  @Test
  void itStopsAtEosAndLeavesItOut() {
    Seq2Seq model = model(CellKind.GRU, 1);
    float[] bias = model.parameters().get(model.parameters().size() - 1).value().liveData();
    bias[Vocabulary.EOS] = 100;
    Translation t = Greedy.decode(model, SOURCE, LENGTHS, 9).get(0);
    assertThat(t.words()).isEmpty();
    assertThat(t.isFinished()).isTrue();
  }

  @Test
  void itStopsAtTheLimitAndSaysThatItIsNotFinished() {
    Seq2Seq model = model(CellKind.GRU, 1);
    float[] bias = model.parameters().get(model.parameters().size() - 1).value().liveData();
    bias[7] = 100;
    Translation t = Greedy.decode(model, SOURCE, LENGTHS, 5).get(1);
    assertThat(t.words()).containsExactly(7, 7, 7, 7, 7);
    assertThat(t.isFinished()).isFalse();
    assertThatThrownBy(() -> Greedy.decode(model, SOURCE, LENGTHS, 0))
        .hasMessage("greedy: the limit on steps must be at least 1; got 0");
  }
}
