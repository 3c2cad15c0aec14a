package seq2seq.ch08_inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import seq2seq.ch02_recurrence.CellState;
import seq2seq.ch03_encoder.Encoded;
import seq2seq.ch04_decoder.Decoder;
import seq2seq.engine.Tensor;

/**
 * One encoded sentence, for as many hypotheses as the beam holds: it is read once, and each
 * hypothesis sees the same.
 */
final class SourceRows {
  private final Encoded one;
  private Encoded last;

  /** For a sentence encoded as a batch of 1. */
  SourceRows(Encoded one) {
    this.one = one;
    this.last = one;
  }

  /** The sentence as a batch of {@code n} equal rows. */
  Encoded times(int n) {
    if (last.batchSize() != n) {
      int[] lengths = new int[n];
      Arrays.fill(lengths, one.lengths()[0]);
      last = new Encoded(outputs(n), copies(one.states(), new int[n]), lengths);
    }
    return last;
  }

  private Tensor outputs(int n) {
    return one.outputs().broadcastTo(one.outputs().dim(0), n, one.outputs().dim(2));
  }

  /**
   * The decoder's state for the hypotheses that go on: new row i is old row {@code parents[i]}.
   *
   * @param parents rows of {@code state}, with repetitions
   */
  Decoder.State take(Decoder.State state, int[] parents) {
    return new Decoder.State(copies(state.cells(), parents), times(parents.length));
  }

  private static List<CellState> copies(List<CellState> states, int[] rows) {
    List<CellState> taken = new ArrayList<>();
    for (CellState state : states) {
      taken.add(state.map(tensor -> tensor.gather(rows)));
    }
    return taken;
  }
}
