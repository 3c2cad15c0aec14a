package seq2seq.ch02_recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import seq2seq.engine.Generator;
import seq2seq.engine.Shape;
import seq2seq.engine.ShapeException;
import seq2seq.engine.Tensor;

class GateTraceTest {
  private static final float[] VALUES = {0.5f, -1, 0.8f, -0.3f, 1};
  private static final Tensor INPUTS = Latch.sequence(VALUES, new float[] {1, 0, 0, 1, 0});
  private static final int[] WRITTEN = {0, 0, 0, 3, 3};

  @Test
  void aLatchKeepsTheValueThatCameWithItsLastWrite() {
    float[] gru = GateTrace.of(Latch.gru(), INPUTS, 0, 0).row("h");
    float[] lstm = GateTrace.of(Latch.lstm(), INPUTS, 0, 0).row("cell");
    for (int t = 0; t < VALUES.length; t++) {
      float kept = (float) StrictMath.tanh(VALUES[WRITTEN[t]]);
      assertThat(gru[t]).isCloseTo(kept, within(3e-4f));
      assertThat(lstm[t]).isCloseTo(kept, within(3e-4f));
    }
  }

  @Test
  void theGatesOfALatchAreShutOrOpen() {
    GateTrace lstm = GateTrace.of(Latch.lstm(), INPUTS, 0, 0);
    GateTrace gru = GateTrace.of(Latch.gru(), INPUTS, 0, 0);
    float[] write = {1, 0, 0, 1, 0};
    for (int t = 0; t < write.length; t++) {
      assertThat(lstm.row("i")[t]).isCloseTo(write[t], within(1e-4f));
      assertThat(lstm.row("f")[t]).isCloseTo(1 - write[t], within(1e-4f));
      assertThat(lstm.row("o")[t]).isCloseTo(1, within(1e-4f));
      assertThat(gru.row("z")[t]).isCloseTo(1 - write[t], within(1e-4f));
    }
  }

  @Test
  void aTraceFollowsTheStatesOfTheCellForTheSentenceAndUnitAskedFor() {
    Generator generator = Generator.seeded(2);
    Tensor inputs = Tensor.normal(Shape.of(4, 3, 2), 1, generator);
    LstmCell lstm = LstmCell.uniform(2, 5, generator);
    GruCell gru = GruCell.uniform(2, 5, generator);
    GateTrace ofLstm = GateTrace.of(lstm, inputs, 2, 4);
    GateTrace ofGru = GateTrace.of(gru, inputs, 1, 3);
    CellState l = lstm.zeroState(3);
    CellState g = gru.zeroState(3);
    for (int t = 0; t < 4; t++) {
      l = lstm.next(inputs.at(t), l);
      g = gru.next(inputs.at(t), g);
      assertThat(ofLstm.row("h")[t]).isEqualTo(l.hidden().get(2, 4));
      assertThat(ofLstm.row("cell")[t]).isEqualTo(l.cell().get(2, 4));
      assertThat(ofGru.row("h")[t]).isEqualTo(g.hidden().get(1, 3));
    }
  }

  @Test
  void theRowsAreNamedInTheCellsOrder() {
    assertThat(GateTrace.of(Latch.gru(), INPUTS, 0, 0).names())
        .isEqualTo(List.of("r", "z", "h̃", "h"));
    GateTrace lstm = GateTrace.of(Latch.lstm(), INPUTS, 0, 0);
    assertThat(lstm.names()).isEqualTo(List.of("i", "f", "g", "o", "cell", "h"));
    assertThat(lstm.values()).hasDimensions(6, 5);
    assertThatThrownBy(() -> lstm.row("z"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("gate trace: there is no row z; the rows are [i, f, g, o, cell, h]");
  }

  @Test
  void aSentenceOrUnitThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> GateTrace.of(Latch.gru(), INPUTS, 1, 0))
        .isInstanceOf(ShapeException.class)
        .hasMessage("gate trace: sentence 1 of 1, unit 0 of 1: both count from 0");
    assertThatThrownBy(() -> GateTrace.of(Latch.lstm(), INPUTS, 0, -1))
        .hasMessageContaining("unit -1 of 1");
    assertThatThrownBy(() -> GateTrace.of(Latch.lstm(), Tensor.zeros(5, 2), 0, 0))
        .hasMessage("gate trace: inputs are (T,N,D); got (5×2)");
  }
}
