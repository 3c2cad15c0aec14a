package seq2seq.ch02_recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import seq2seq.engine.Tensor;
import seq2seq.plot.UnrolledGraph.Edge;

class GatePicturesTest {
  private static final Tensor INPUTS =
      Latch.sequence(new float[] {0.5f, -1, 0.8f}, new float[] {1, 0, 0});

  @Test
  void anUnrolledCellHandsEachStateToTheNext() {
    assertThat(Unrolling.of(2).edges())
        .extracting(Edge::from, Edge::to)
        .containsExactlyInAnyOrder(
            tuple("x1", "h1"), tuple("h0", "h1"), tuple("x2", "h2"), tuple("h1", "h2"));
    assertThatThrownBy(() -> Unrolling.of(0)).hasMessage("unrolling: needs T ≥ 1 steps; got 0");
  }

  @Test
  void aGateHeatmapNeedsANameForEachNumberOfAnInput() {
    GateTrace trace = GateTrace.of(Latch.lstm(), INPUTS, 0, 0);
    assertThat(GateHeatmap.of("latch", INPUTS, List.of("value", "write"), trace).toImage())
        .isNotNull();
    assertThatThrownBy(() -> GateHeatmap.of("latch", INPUTS, List.of("value"), trace))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
