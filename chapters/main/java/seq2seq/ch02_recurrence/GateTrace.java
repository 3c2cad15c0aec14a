package seq2seq.ch02_recurrence;

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
    Says says =
        (projected, before, after) -> {
          GruCell.Gates gates = cell.gates(projected, before.hidden());
          return List.of(gates.reset(), gates.update(), gates.candidate(), after.hidden());
        };
    return of(cell, inputs, sentence, unit, List.of("r", "z", "h̃", "h"), says);
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
    Says says =
        (projected, before, after) -> {
          LstmCell.Gates g = cell.gates(projected, before.hidden());
          return List.of(
              g.input(), g.forget(), g.candidate(), g.output(), after.cell(), after.hidden());
        };
    return of(cell, inputs, sentence, unit, List.of("i", "f", "g", "o", "cell", "h"), says);
  }

  /** What a cell says at one step, in the order of the rows, each (N,H). */
  private interface Says {
    List<Tensor> at(Tensor projected, CellState before, CellState after);
  }

  private static GateTrace of(
      Cell cell, Tensor inputs, int sentence, int unit, List<String> names, Says says) {
    check(cell, inputs, sentence, unit);
    float[][] rows = new float[names.size()][inputs.dim(0)];
    NoGrad.run(
        () -> {
          CellState state = cell.zeroState(inputs.dim(1));
          for (int t = 0; t < inputs.dim(0); t++) {
            Tensor projected = cell.project(inputs.at(t));
            CellState before = state;
            state = cell.step(projected, before);
            List<Tensor> said = says.at(projected, before, state);
            for (int i = 0; i < rows.length; i++) {
              rows[i][t] = said.get(i).get(sentence, unit);
            }
          }
        });
    return new GateTrace(names, rows);
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
