package seq2seq.ch02_recurrence;

import java.util.stream.IntStream;
import seq2seq.engine.Generator;
import seq2seq.engine.Numbers;
import seq2seq.engine.Shape;
import seq2seq.engine.ShapeException;
import seq2seq.engine.Tensor;

/**
 * How much of a gradient is left after k steps back through time: vanishing and exploding
 * gradients, measured.
 *
 * <p>The network is left to itself: no input, random recurrent weights, a random first state. After
 * T steps one backward pass gives the Jacobian matrices ∂h_T/∂h_{T-k} (H,H) for every k at once.
 * For that the batch holds H copies of the same sequence, and of copy i only the unit i of h_T is
 * looked at: row i of the gradient at step T-k is then row i of the Jacobian.
 *
 * <p>W_hh is {@code scale} times a random rotation (an orthogonal matrix), so that it stretches
 * every direction alike: where tanh is still straight, the plain cell multiplies the norm by {@code
 * scale} a step. Below 1 it vanishes; above 1 it explodes, as far as tanh, whose slope is below 1,
 * allows. Gates that keep ({@code keep} above 0) are a way round. Bengio et al. (1994); Pascanu et
 * al. (2013), section 2; Hochreiter and Schmidhuber (1997); Jozefowicz et al. (2015) on the bias of
 * the forget gate.
 *
 * @param hidden ‖∂h_T/∂h_{T-k}‖ for k = 0..T, (T+1): the Frobenius norm divided by √H, so that it
 *     is 1 at k = 0
 * @param cell the same for the cell state, ‖∂h_T/∂cell_{T-k}‖ (T+1), of length 0 for cells without
 *     one
 */
public record GradientOverTime(double[] hidden, double[] cell) {

  /**
   * Measures one cell.
   *
   * @param kind the cell
   * @param hiddenSize H
   * @param steps T, at least 1
   * @param scale of the recurrent weights, above 0
   * @param keep added to the bias of the gate that keeps the old state (the GRU's update gate, the
   *     LSTM's forget gate); the plain cell has no gate, and ignores it
   * @param write added to the bias of the gate that lets the new in (the LSTM's input gate); the
   *     other cells have none, and ignore it
   * @param generator draws the weights and the first state
   * @throws IllegalArgumentException if H or T is below 1, or the scale is not a positive number
   */
  public static GradientOverTime measure(
      CellKind kind,
      int hiddenSize,
      int steps,
      double scale,
      double keep,
      double write,
      Generator generator) {
    check(hiddenSize, steps, scale);
    Tensor rotations = rotations(gates(kind), hiddenSize, generator).times((float) scale);
    Cell cell = cell(kind, rotations, (float) keep, (float) write);
    CellState[] states = run(cell, steps, generator);
    Tensor eye = Tensor.oneHot(IntStream.range(0, hiddenSize).toArray(), hiddenSize);
    states[steps].hidden().times(eye).sum().backward();
    double[] hidden = new double[steps + 1];
    double[] ofCell = new double[states[0].hasCell() ? steps + 1 : 0];
    for (int k = 0; k <= steps; k++) {
      hidden[k] = norm(states[steps - k].hidden());
      if (ofCell.length > 0) {
        ofCell[k] = norm(states[steps - k].cell());
      }
    }
    return new GradientOverTime(hidden, ofCell);
  }

  /** H copies of one random state, walked for T steps without input: T+1 states. */
  private static CellState[] run(Cell cell, int steps, Generator generator) {
    int h = cell.hiddenSize();
    Tensor silence = cell.project(Tensor.zeros(h, 1));
    CellState[] states = new CellState[steps + 1];
    states[0] =
        cell.zeroState(h)
            .map(
                zeros -> {
                  Tensor row = Tensor.normal(Shape.of(1, h), 0.1f, generator);
                  return row.broadcastTo(h, h).withGrad();
                });
    for (int t = 1; t <= steps; t++) {
      states[t] = cell.step(silence, states[t - 1]);
    }
    return states;
  }

  private static int gates(CellKind kind) {
    return kind == CellKind.RNN ? 1 : kind == CellKind.GRU ? 3 : 4;
  }

  /** Rotations side by side (H,G·H). */
  private static Tensor rotations(int gates, int h, Generator generator) {
    Tensor[] rotations = new Tensor[gates];
    for (int g = 0; g < gates; g++) {
      rotations[g] = Rotation.random(h, generator);
    }
    return Tensor.concat(1, rotations);
  }

  private static Cell cell(CellKind kind, Tensor fromState, float keep, float write) {
    int h = fromState.dim(0);
    Tensor fromInput = Tensor.zeros(1, fromState.dim(1));
    return switch (kind) {
      case RNN -> new RnnCell(fromInput, fromState, Tensor.zeros(h));
      case GRU -> new GruCell(fromInput, fromState, bias(h, 0, keep, 0), Tensor.zeros(3 * h));
      case LSTM -> new LstmCell(fromInput, fromState, bias(h, write, keep, 0, 0));
    };
  }

  /** One bias for each gate, the same for all its H units: r, z, h̃ or i, f, g, o. */
  private static Tensor bias(int h, float... ofGates) {
    return Tensor.of(ofGates).reshape(-1, 1).broadcastTo(ofGates.length, h).reshape(-1);
  }

  /** √(Σ g² / H), in double: a float's square would underflow where the gradient has vanished. */
  private static double norm(Tensor state) {
    if (!state.hasGrad()) {
      return 0;
    }
    double squares = 0;
    for (float g : state.grad().toArray()) {
      squares += (double) g * g;
    }
    return StrictMath.sqrt(squares / state.dim(1));
  }

  private static void check(int hiddenSize, int steps, double scale) {
    if (hiddenSize < 1 || steps < 1) {
      throw new ShapeException(
          "gradient over time", "needs H ≥ 1 and T ≥ 1; got H = " + hiddenSize + ", T = " + steps);
    }
    if (!(scale > 0) || Double.isInfinite(scale)) {
      throw new IllegalArgumentException(
          "gradient over time: the scale of the weights must be a positive number; got "
              + Numbers.show(scale));
    }
  }
}
