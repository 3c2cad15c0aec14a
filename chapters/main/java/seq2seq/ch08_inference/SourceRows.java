package seq2seq.ch08_inference;

import java.util.ArrayList;
import java.util.List;
import seq2seq.ch02_recurrence.CellState;
import seq2seq.ch03_encoder.Source;
import seq2seq.ch04_decoder.Decoder;

/**
 * One source sentence, for as many hypotheses as the beam holds: it is read once, and each
 * hypothesis sees the same.
 */
final class SourceRows {
  private final Source one;
  private Source last;

  /** For a batch of 1. */
  SourceRows(Source one) {
    this.one = one;
    this.last = one;
  }

  /** The sentence as a batch of {@code n} equal rows. */
  private Source times(int n) {
    if (last.batchSize() != n) {
      last = one.rows(new int[n]);
    }
    return last;
  }

  /**
   * The decoder's state for the hypotheses that go on: new row i is old row {@code parents[i]}.
   *
   * @param parents rows of {@code state}, with repetitions
   */
  Decoder.State take(Decoder.State state, int[] parents) {
    List<CellState> taken = new ArrayList<>();
    for (CellState cell : state.cells()) {
      taken.add(cell.map(tensor -> tensor.gather(parents)));
    }
    return new Decoder.State(taken, times(parents.length));
  }
}
