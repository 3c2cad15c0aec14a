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
  /** W_xh (D,G·H), G being the number of gates (1 for the plain cell). */
  Tensor inputWeight();

  /** The bias that goes with it, (G·H). */
  Tensor inputBias();

  /** W_hh (H,G·H). */
  Tensor stateWeight();

  /** D, the size of an input. */
  default int inputSize() {
    return inputWeight().dim(0);
  }

  /** H, the size of the state. */
  default int hiddenSize() {
    return stateWeight().dim(0);
  }

  /** Gate {@code g} of a row of gates (N,G·H): its columns g·H to (g+1)·H, (N,H). */
  default Tensor gate(Tensor gates, int g) {
    return gates.slice(1, g * hiddenSize(), (g + 1) * hiddenSize());
  }

  /**
   * The inputs' share: x·W_xh and its bias.
   *
   * @param inputs (N,D), or all steps at once (T,N,D)
   * @return (N,G·H) or (T,N,G·H)
   * @throws seq2seq.engine.ShapeException if the last axis is not D
   */
  default Tensor project(Tensor inputs) {
    return inputs.affine(inputWeight(), inputBias());
  }

  /**
   * The share of inputs that have a context beside them, the same at every step: x·W_x + c·W_c and
   * the bias, W_x being the upper rows of W_xh and W_c the lower. c·W_c is computed once.
   *
   * @param inputs (N,D-C), or all steps at once (T,N,D-C)
   * @param context c (N,C)
   * @return (N,G·H) or (T,N,G·H)
   * @throws seq2seq.engine.ShapeException if the two together are not D wide
   */
  default Tensor project(Tensor inputs, Tensor context) {
    Tensor weightOfX = inputWeight().slice(0, 0, inputs.dim(-1));
    Tensor weightOfC = inputWeight().slice(0, inputs.dim(-1), inputSize());
    return inputs.affine(weightOfX, context.affine(weightOfC, inputBias()));
  }

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
   * All T steps, one after another: {@link #step}, each from the state that the one before left.
   *
   * @param projected the inputs' share of all steps (T,N,G·H)
   * @param initial the state before the first step
   * @return the state after each of the steps, (T,N,H) each
   * @throws seq2seq.engine.ShapeException if the sizes do not fit
   */
  default CellState unroll(Tensor projected, CellState initial) {
    CellState[] states = new CellState[projected.dim(0)];
    CellState state = initial;
    for (int t = 0; t < states.length; t++) {
      state = step(projected.at(t), state);
      states[t] = state;
    }
    return CellState.stack(states);
  }

  /**
   * The state before the first step: zeros.
   *
   * @param n the batch size
   */
  default CellState zeroState(int n) {
    return CellState.of(Tensor.zeros(n, hiddenSize()));
  }

  /**
   * One step from the input itself.
   *
   * @param input x_t (N,D)
   */
  default CellState next(Tensor input, CellState before) {
    return step(project(input), before);
  }
}
