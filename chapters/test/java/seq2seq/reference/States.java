package seq2seq.reference;

import java.util.List;
import java.util.stream.IntStream;
import seq2seq.ch02_recurrence.CellState;
import seq2seq.engine.Tensor;

/** PyTorch keeps the states of all layers in one tensor (L,N,H), we keep a list of L states. */
final class States {
  private States() {}

  /**
   * The states of L layers.
   *
   * @param hidden (L,N,H)
   * @param memory (L,N,H), or null
   */
  static List<CellState> split(Tensor hidden, Tensor memory) {
    return IntStream.range(0, hidden.dim(0))
        .mapToObj(l -> new CellState(hidden.at(l), memory == null ? null : memory.at(l)))
        .toList();
  }

  /** The hidden states (L,N,H). */
  static Tensor hidden(List<CellState> states) {
    return Tensor.stack(states.stream().map(CellState::hidden).toArray(Tensor[]::new));
  }

  /** The memories (L,N,H). */
  static Tensor memory(List<CellState> states) {
    return Tensor.stack(states.stream().map(CellState::cell).toArray(Tensor[]::new));
  }
}
