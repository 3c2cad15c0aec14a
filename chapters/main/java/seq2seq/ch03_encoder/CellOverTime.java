package seq2seq.ch03_encoder;

import seq2seq.ch02_recurrence.Cell;
import seq2seq.ch02_recurrence.CellState;
import seq2seq.ch02_recurrence.GruCell;
import seq2seq.ch02_recurrence.LstmCell;
import seq2seq.engine.Tensor;
import seq2seq.engine.fused.GruLayer;
import seq2seq.engine.fused.LstmLayer;

/**
 * A cell at work: over all steps of a sequence at once, or step after step in a loop.
 *
 * <p>For GRU and LSTM the engine has a faster twin of the cell, the same numbers to the last bit;
 * here it takes the cell's place.
 */
interface CellOverTime {
  /**
   * All steps.
   *
   * @param inputs (T,N,D)
   * @param context (N,C), beside the input at every step, the cell taking D+C; null for none
   * @param lengths real steps of each row (N), so that padding need not be computed; null for T
   * @param initial the state before the first step
   * @return the state after each step, (T,N,H) each; past a row's length it means nothing
   */
  CellState unroll(Tensor inputs, Tensor context, int[] lengths, CellState initial);

  /**
   * The next step of a loop: one forward and one backward pass, the weights staying as they are.
   *
   * @param input (N,D)
   * @param context (N,C), or null
   */
  CellState step(Tensor input, Tensor context, CellState before);

  /** The fastest way to the cell's numbers. */
  static CellOverTime of(Cell cell) {
    if (cell instanceof GruCell gru) {
      return new Gru(
          new GruLayer(gru.inputWeight(), gru.stateWeight(), gru.inputBias(), gru.stateBias()));
    }
    if (cell instanceof LstmCell lstm) {
      return new Lstm(new LstmLayer(lstm.inputWeight(), lstm.stateWeight(), lstm.inputBias()));
    }
    return new AsWritten(cell);
  }

  /** The formulas of chapter 2. */
  record AsWritten(Cell cell) implements CellOverTime {
    @Override
    public CellState unroll(Tensor inputs, Tensor context, int[] lengths, CellState initial) {
      return cell.unroll(project(inputs, context), initial);
    }

    @Override
    public CellState step(Tensor input, Tensor context, CellState before) {
      return cell.step(project(input, context), before);
    }

    private Tensor project(Tensor inputs, Tensor context) {
      return context == null ? cell.project(inputs) : cell.project(inputs, context);
    }
  }

  /** The twin of {@link GruCell}. */
  record Gru(GruLayer layer) implements CellOverTime {
    @Override
    public CellState unroll(Tensor inputs, Tensor context, int[] lengths, CellState initial) {
      return CellState.of(layer.unroll(inputs, context, lengths, initial.hidden()));
    }

    @Override
    public CellState step(Tensor input, Tensor context, CellState before) {
      return CellState.of(layer.step(input, context, before.hidden()));
    }
  }

  /** The twin of {@link LstmCell}. */
  record Lstm(LstmLayer layer) implements CellOverTime {
    @Override
    public CellState unroll(Tensor inputs, Tensor context, int[] lengths, CellState initial) {
      return state(layer.unroll(inputs, context, lengths, initial.hidden(), initial.cell()));
    }

    @Override
    public CellState step(Tensor input, Tensor context, CellState before) {
      return state(layer.step(input, context, before.hidden(), before.cell()));
    }

    private static CellState state(Tensor both) {
      return new CellState(both.at(0), both.at(1));
    }
  }
}
