package seq2seq.ch02_recurrence;

import seq2seq.engine.Tensor;
import seq2seq.nn.Module;

/**
 * A recurrent cell: from the input of a step and the state before it, the state after it.
 *
 * <p>The work is in two parts. The input's share, {@link #project}, does not depend on the state,
 * so it can be computed for all T steps in one large product. The state's share, {@link #step},
 * must wait for the step before.
 */
public interface Cell extends Module {
  /** D, the size of an input. */
  int inputSize();

  /** H, the size of the state. */
  int hiddenSize();

  /**
   * The inputs' share: x·W_xh and its bias.
   *
   * @param inputs (N,D), or all steps at once (T,N,D)
   * @return (N,G·H) or (T,N,G·H), G being the number of gates (1 for the plain cell)
   * @throws seq2seq.engine.ShapeException if the last axis is not D
   */
  Tensor project(Tensor inputs);

  /**
   * One step.
   *
   * @param projected the input's share (N,G·H)
   * @param before the state before the step
   * @return the state after it
   * @throws seq2seq.engine.ShapeException if the sizes do not fit
   */
  CellState step(Tensor projected, CellState before);

  /**
   * All T steps, one after another: {@link #step}, each from the state that the one before left. A
   * cell may know a quicker way to the same numbers.
   *
   * @param projected the inputs' share of all steps (T,N,G·H)
   * @param initial the state before the first step
   * @return the state after each of the steps, (T,N,H) each
   * @throws seq2seq.engine.ShapeException if the sizes do not fit
   */
  default CellState walk(Tensor projected, CellState initial) {
    CellState[] states = new CellState[projected.dim(0)];
    CellState state = initial;
    for (int t = 0; t < states.length; t++) {
      state = step(projected.at(t), state);
      states[t] = state;
    }
    return CellState.stack(states);
  }

  /**
   * This cell for a loop of steps whose inputs are not known beforehand: the same parameters and
   * the same numbers, but what depends on the weights alone is done once. For one forward and one
   * backward pass.
   *
   * @param steps about how many there will be
   */
  default Cell forSteps(int steps) {
    return this;
  }

  /**
   * The state before the first step: zeros.
   *
   * @param n the batch size
   */
  CellState zeroState(int n);

  /**
   * One step from the input itself.
   *
   * @param input x_t (N,D)
   */
  default CellState next(Tensor input, CellState before) {
    return step(project(input), before);
  }
}
