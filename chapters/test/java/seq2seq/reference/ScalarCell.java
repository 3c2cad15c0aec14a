package seq2seq.reference;

import java.util.LinkedHashMap;
import java.util.Map;
import seq2seq.ch02_recurrence.Cell;
import seq2seq.ch02_recurrence.GruCell;
import seq2seq.ch02_recurrence.LstmCell;
import seq2seq.engine.Scalar;
import seq2seq.engine.Tensor;
import seq2seq.nn.Parameter;

/**
 * A cell's step in scalars: one number at a time, for each sentence n and each unit j. Matrices are
 * flat, row-major.
 */
final class ScalarCell {
  private final Cell cell;
  private final int n;
  private final int size;
  private final Scalar[] input;
  private final Scalar[] hidden;
  private final Scalar[] memory;
  private final Map<String, Scalar[]> weights = new LinkedHashMap<>();
  private final Scalar[] hiddenAfter;
  private final Scalar[] memoryAfter;

  private ScalarCell(Cell cell, Tensor x, Tensor h, Tensor c) {
    this.cell = cell;
    n = x.dim(0);
    size = cell.hiddenSize();
    input = scalars(x);
    hidden = scalars(h);
    memory = scalars(c);
    for (Parameter p : cell.parameters()) {
      weights.put(p.name(), scalars(p.value()));
    }
    hiddenAfter = new Scalar[n * size];
    memoryAfter = new Scalar[n * size];
  }

  /** The same numbers as the cell's weights, its input x (N,D), and its state h, c (N,H). */
  static ScalarCell of(Cell cell, Tensor x, Tensor h, Tensor c) {
    return new ScalarCell(cell, x, h, c);
  }

  /** Takes the step, and sends {@link Mix}'s loss backward. */
  void step() {
    for (int row = 0; row < n; row++) {
      for (int j = 0; j < size; j++) {
        if (cell instanceof GruCell) {
          gru(row, j);
        } else if (cell instanceof LstmCell) {
          lstm(row, j);
        } else {
          rnn(row, j);
        }
      }
    }
    Scalar loss = mix(hiddenAfter);
    (cell instanceof LstmCell ? loss.plus(mix(memoryAfter)) : loss).backward();
  }

  /** h' = tanh(x·W_xh + h·W_hh + b_h). */
  private void rnn(int row, int j) {
    hiddenAfter[row * size + j] =
        share("W_xh", input, row, j)
            .plus(share("W_hh", hidden, row, j))
            .plus(bias("b_h", j))
            .tanh();
  }

  /** r, z, n and h' = (1 - z)·n + z·h. */
  private void gru(int row, int j) {
    Scalar r = fromInput(row, j).plus(fromState(row, j)).sigmoid();
    Scalar z = fromInput(row, size + j).plus(fromState(row, size + j)).sigmoid();
    Scalar candidate =
        fromInput(row, 2 * size + j).plus(r.times(fromState(row, 2 * size + j))).tanh();
    Scalar kept = z.times(hidden[row * size + j]);
    hiddenAfter[row * size + j] = Scalar.of(1).minus(z).times(candidate).plus(kept);
  }

  private Scalar fromInput(int row, int column) {
    return share("W_xh", input, row, column).plus(bias("b_xh", column));
  }

  private Scalar fromState(int row, int column) {
    return share("W_hh", hidden, row, column).plus(bias("b_hh", column));
  }

  /** i, f, g, o, then c' = f·c + i·g and h' = o·tanh(c'). */
  private void lstm(int row, int j) {
    Scalar i = sum(row, j).sigmoid();
    Scalar f = sum(row, size + j).sigmoid();
    Scalar g = sum(row, 2 * size + j).tanh();
    Scalar o = sum(row, 3 * size + j).sigmoid();
    int at = row * size + j;
    memoryAfter[at] = f.times(memory[at]).plus(i.times(g));
    hiddenAfter[at] = o.times(memoryAfter[at].tanh());
  }

  private Scalar sum(int row, int column) {
    return share("W_xh", input, row, column)
        .plus(share("W_hh", hidden, row, column))
        .plus(bias("b_h", column));
  }

  private Scalar bias(String name, int column) {
    return weights.get(name)[column];
  }

  /** Row {@code row} of {@code left} times column {@code column} of a weight. */
  private Scalar share(String name, Scalar[] left, int row, int column) {
    Scalar[] weight = weights.get(name);
    int inner = left.length / n;
    int columns = weight.length / inner;
    Scalar sum = Scalar.of(0);
    for (int k = 0; k < inner; k++) {
      sum = sum.plus(left[row * inner + k].times(weight[k * columns + column]));
    }
    return sum;
  }

  private static Scalar mix(Scalar[] x) {
    Scalar total = Scalar.of(0);
    for (int i = 0; i < x.length; i++) {
      total = total.plus(x[i].times((i * 37 % 101 - 50) / 64.0));
    }
    return total;
  }

  private static Scalar[] scalars(Tensor x) {
    Scalar[] scalars = new Scalar[x.size()];
    for (int i = 0; i < scalars.length; i++) {
      scalars[i] = Scalar.of(x.liveData()[i]);
    }
    return scalars;
  }

  /** x (N,D), with its gradient. */
  Scalar[] input() {
    return input;
  }

  /** h (N,H), with its gradient. */
  Scalar[] hidden() {
    return hidden;
  }

  /** c (N,H), with its gradient. */
  Scalar[] memory() {
    return memory;
  }

  /** A parameter by its name, with its gradient. */
  Scalar[] weight(String name) {
    return weights.get(name);
  }

  /** h' (N,H). */
  Scalar[] hiddenAfter() {
    return hiddenAfter;
  }

  /** c' (N,H). */
  Scalar[] memoryAfter() {
    return memoryAfter;
  }
}
