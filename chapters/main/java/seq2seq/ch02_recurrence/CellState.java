package seq2seq.ch02_recurrence;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import seq2seq.engine.Tensor;

/**
 * What a cell carries from step to step.
 *
 * @param hidden h (N,H), the part that the outside sees
 * @param memory c (N,H), the LSTM's inner memory; null for cells that have none
 */
public record CellState(Tensor hidden, Tensor memory) {

  /** The state of a cell without an inner memory. */
  public static CellState of(Tensor hidden) {
    return new CellState(hidden, null);
  }

  /** Whether there is an inner memory. */
  public boolean hasMemory() {
    return memory != null;
  }

  /** The same change made to the hidden state and, where there is one, to the memory. */
  public CellState map(UnaryOperator<Tensor> change) {
    return new CellState(change.apply(hidden), hasMemory() ? change.apply(memory) : null);
  }

  /** The states after T steps as one, (T,N,H) each. */
  public static CellState stack(CellState... steps) {
    Tensor hidden =
        Tensor.stack(Arrays.stream(steps).map(CellState::hidden).toArray(Tensor[]::new));
    if (!steps[0].hasMemory()) {
      return of(hidden);
    }
    return new CellState(
        hidden, Tensor.stack(Arrays.stream(steps).map(CellState::memory).toArray(Tensor[]::new)));
  }
}
