package seq2seq.ch02_recurrence;

import java.util.ArrayList;
import java.util.List;
import seq2seq.engine.NoGrad;
import seq2seq.engine.ShapeException;
import seq2seq.engine.Tensor;

/**
 * What the gates of one unit say while a sequence goes by.
 *
 * @param names of the rows, in the cell's order: r, z, h̃, h for the GRU; i, f, g, o, cell, h for
 *     the LSTM
 * @param values (rows,T): gates from 0 to 1; candidates and hidden states from -1 to 1
 */
public record GateTrace(List<String> names, float[][] values) {

  /**
   * The trace of a GRU's unit.
   *
   * @param inputs (T,N,D), read from a state of zeros
   * @param sentence which of the N
   * @param unit which of the H
   * @throws ShapeException if there is no such sentence or unit, or the sizes do not fit
   */
  public static GateTrace of(GruCell cell, Tensor inputs, int sentence, int unit) {
    check(cell, inputs, sentence, unit);
    return NoGrad.get(
        () -> {
          List<float[]> columns = new ArrayList<>();
          CellState state = cell.zeroState(inputs.dim(1));
          for (int t = 0; t < inputs.dim(0); t++) {
            Tensor projected = cell.project(inputs.at(t));
            GruCell.Gates gates = cell.gates(projected, state.hidden());
            state = cell.step(projected, state);
            columns.add(
                at(
                    sentence,
                    unit,
                    gates.reset(),
                    gates.update(),
                    gates.candidate(),
                    state.hidden()));
          }
          return new GateTrace(List.of("r", "z", "h̃", "h"), transposed(columns));
        });
  }

  /**
   * The trace of an LSTM's unit.
   *
   * @param inputs (T,N,D), read from a state of zeros
   * @param sentence which of the N
   * @param unit which of the H
   * @throws ShapeException if there is no such sentence or unit, or the sizes do not fit
   */
  public static GateTrace of(LstmCell cell, Tensor inputs, int sentence, int unit) {
    check(cell, inputs, sentence, unit);
    return NoGrad.get(
        () -> {
          List<float[]> columns = new ArrayList<>();
          CellState state = cell.zeroState(inputs.dim(1));
          for (int t = 0; t < inputs.dim(0); t++) {
            Tensor projected = cell.project(inputs.at(t));
            LstmCell.Gates gates = cell.gates(projected, state.hidden());
            state = cell.step(projected, state);
            columns.add(
                at(
                    sentence,
                    unit,
                    gates.input(),
                    gates.forget(),
                    gates.candidate(),
                    gates.output(),
                    state.cell(),
                    state.hidden()));
          }
          return new GateTrace(List.of("i", "f", "g", "o", "cell", "h"), transposed(columns));
        });
  }

  /**
   * One row of the trace, (T).
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public float[] row(String name) {
    int at = names.indexOf(name);
    if (at < 0) {
      throw new IllegalArgumentException(
          "gate trace: there is no row " + name + "; the rows are " + names);
    }
    return values[at].clone();
  }

  private static float[] at(int sentence, int unit, Tensor... parts) {
    float[] column = new float[parts.length];
    for (int i = 0; i < parts.length; i++) {
      column[i] = parts[i].get(sentence, unit);
    }
    return column;
  }

  private static float[][] transposed(List<float[]> columns) {
    float[][] rows = new float[columns.get(0).length][columns.size()];
    for (int t = 0; t < columns.size(); t++) {
      for (int i = 0; i < rows.length; i++) {
        rows[i][t] = columns.get(t)[i];
      }
    }
    return rows;
  }

  private static void check(Cell cell, Tensor inputs, int sentence, int unit) {
    if (inputs.shape().rank() != 3) {
      throw new ShapeException("gate trace", "inputs are (T,N,D); got " + inputs.shape());
    }
    if (sentence < 0 || sentence >= inputs.dim(1) || unit < 0 || unit >= cell.hiddenSize()) {
      throw new ShapeException(
          "gate trace",
          "sentence "
              + sentence
              + " of "
              + inputs.dim(1)
              + ", unit "
              + unit
              + " of "
              + cell.hiddenSize()
              + ": both count from 0");
    }
  }
}
