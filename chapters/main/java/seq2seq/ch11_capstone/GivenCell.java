package seq2seq.ch11_capstone;

import java.util.List;
import seq2seq.ch02_recurrence.Cell;
import seq2seq.ch02_recurrence.CellState;
import seq2seq.engine.Tensor;
import seq2seq.nn.Parameter;

/** A cell of chapter 2 whose steps somebody else computes: one layer of {@link Parts.Cells}. */
record GivenCell(int layer, int inputSize, int hiddenSize, Parts.Cells cells) implements Cell {

  /** The inputs as they are: the cell does all the work in its step. */
  @Override
  public Tensor project(Tensor inputs) {
    return inputs;
  }

  @Override
  public CellState step(Tensor input, CellState before) {
    return CellState.of(cells.next(layer, input, before.hidden()));
  }

  @Override
  public CellState zeroState(int n) {
    return CellState.of(Tensor.zeros(n, hiddenSize));
  }

  @Override
  public Tensor inputWeight() {
    throw new UnsupportedOperationException("the cell keeps its weights to itself");
  }

  @Override
  public Tensor inputBias() {
    return inputWeight();
  }

  @Override
  public Tensor stateWeight() {
    return inputWeight();
  }

  @Override
  public List<Parameter> parameters() {
    return List.of();
  }
}
