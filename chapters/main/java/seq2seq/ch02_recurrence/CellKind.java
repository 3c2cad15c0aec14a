package seq2seq.ch02_recurrence;

import java.util.Locale;
import seq2seq.engine.Generator;

/** The three cells of the course. */
public enum CellKind {
  /** The plain cell, {@link RnnCell}. */
  RNN,
  /** The gated recurrent unit, {@link GruCell}. */
  GRU,
  /** Long short-term memory, {@link LstmCell}. */
  LSTM;

  /** A cell of this kind for inputs of size D and a state of size H, weights drawn from ±1/√H. */
  public Cell create(int inputSize, int hiddenSize, Generator generator) {
    return switch (this) {
      case RNN -> RnnCell.uniform(inputSize, hiddenSize, generator);
      case GRU -> GruCell.uniform(inputSize, hiddenSize, generator);
      case LSTM -> LstmCell.uniform(inputSize, hiddenSize, generator);
    };
  }

  /** The name in lower case, as the command line spells it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
