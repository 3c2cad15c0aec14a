package seq2seq.ch02_recurrence;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import seq2seq.engine.Tensor;

/**
 * What a cell carries from step to step.
 *
 * @param hidden h (N,H), the part that the outside sees
 * @param cell (N,H), the LSTM's cell state, which papers and PyTorch write c; null for cells that
 *     have none
 */
public record CellState(Tensor hidden, Tensor cell) {

  /** The state of a cell that carries a hidden state and nothing else. */
  public static CellState of(Tensor hidden) {
    return new CellState(hidden, null);
  }

  /** Whether there is a cell state. */
  public boolean hasCell() {
    return cell != null;
  }

  /** The same change made to the hidden state and, where there is one, to the cell state. */
  public CellState map(UnaryOperator<Tensor> change) {
    return new CellState(change.apply(hidden), hasCell() ? change.apply(cell) : null);
  }

  /** The states after T steps as one, (T,N,H) each. */
  public static CellState stack(CellState... steps) {
    Tensor hidden =
        Tensor.stack(Arrays.stream(steps).map(CellState::hidden).toArray(Tensor[]::new));
    if (!steps[0].hasCell()) {
      return of(hidden);
    }
    return new CellState(
        hidden, Tensor.stack(Arrays.stream(steps).map(CellState::cell).toArray(Tensor[]::new)));
  }
}
