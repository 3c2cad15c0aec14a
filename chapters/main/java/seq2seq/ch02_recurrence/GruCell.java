package seq2seq.ch02_recurrence;

import java.util.List;
import seq2seq.engine.Generator;
import seq2seq.engine.Tensor;
import seq2seq.nn.Parameter;

/**
 * The gated recurrent unit: two gates decide how much of the past to look at and how much of it to
 * keep.
 *
 * <pre>
 * r = σ(x·W_xr + b_xr + h·W_hr + b_hr)              reset gate
 * z = σ(x·W_xz + b_xz + h·W_hz + b_hz)              update gate
 * h̃ = tanh(x·W_xh̃ + b_xh̃ + r ⊙ (h·W_hh̃ + b_hh̃))     candidate (PyTorch's n)
 * h' = (1 - z) ⊙ h̃ + z ⊙ h
 * </pre>
 *
 * <p>This is the variant of PyTorch, of cuDNN and, by default, of Keras: the reset gate acts after
 * the product h·W_hh̃. In Cho et al. (2014), equations 5 to 8, it acts before, (r ⊙ h)·W_hh̃; the
 * mixture is the one above. In Chung et al. (2014) z and 1 - z change places. The three weights lie
 * side by side in one wide matrix, in the order r, z, h̃, so that a step is one product.
 */
public final class GruCell implements Cell {
  private static final int GATES = 3;

  private final Parameter inputWeight;
  private final Parameter stateWeight;
  private final Parameter inputBias;
  private final Parameter stateBias;

  /**
   * A cell that starts from copies of these values, gates in the order r, z, h̃.
   *
   * @param inputWeight W_xh (D,3H)
   * @param stateWeight W_hh (H,3H)
   * @param inputBias b_xh (3H)
   * @param stateBias b_hh (3H)
   * @throws seq2seq.engine.ShapeException if the sizes do not fit
   */
  public GruCell(Tensor inputWeight, Tensor stateWeight, Tensor inputBias, Tensor stateBias) {
    Weights.check("GRU cell", GATES, inputWeight, stateWeight, inputBias, stateBias);
    this.inputWeight = Parameter.of("W_xh", inputWeight);
    this.stateWeight = Parameter.of("W_hh", stateWeight);
    this.inputBias = Parameter.of("b_xh", inputBias);
    this.stateBias = Parameter.of("b_hh", stateBias);
  }

  /** A cell with weights drawn from ±1/√H. */
  public static GruCell uniform(int inputSize, int hiddenSize, Generator generator) {
    int gateWidth = GATES * hiddenSize;
    return new GruCell(
        Weights.draw(hiddenSize, generator, inputSize, gateWidth),
        Weights.draw(hiddenSize, generator, hiddenSize, gateWidth),
        Weights.draw(hiddenSize, generator, gateWidth),
        Weights.draw(hiddenSize, generator, gateWidth));
  }

  /**
   * What the gates say at one step; each (N,H).
   *
   * @param reset r, from 0 (ignore the past) to 1 (look at it)
   * @param update z, from 0 (take the candidate) to 1 (keep the old state)
   * @param candidate h̃, from -1 to 1
   */
  public record Gates(Tensor reset, Tensor update, Tensor candidate) {}

  /**
   * The gates of one step.
   *
   * @param projected the input's share (N,3H)
   * @param hidden h before the step (N,H)
   */
  public Gates gates(Tensor projected, Tensor hidden) {
    Tensor state = hidden.affine(stateWeight.value(), stateBias.value());
    Tensor reset = gate(projected, 0).plus(gate(state, 0)).sigmoid();
    Tensor update = gate(projected, 1).plus(gate(state, 1)).sigmoid();
    Tensor candidate = gate(projected, 2).plus(reset.times(gate(state, 2))).tanh();
    return new Gates(reset, update, candidate);
  }

  /** The state after one step, from its gates: h' = h̃ + z ⊙ (h - h̃), the last line above. */
  public static Tensor mix(Gates gates, Tensor hidden) {
    Tensor candidate = gates.candidate();
    return candidate.plus(gates.update().times(hidden.minus(candidate)));
  }

  @Override
  public CellState step(Tensor projected, CellState before) {
    return CellState.of(mix(gates(projected, before.hidden()), before.hidden()));
  }

  @Override
  public Tensor inputWeight() {
    return inputWeight.value();
  }

  @Override
  public Tensor inputBias() {
    return inputBias.value();
  }

  @Override
  public Tensor stateWeight() {
    return stateWeight.value();
  }

  /** b_hh (3H). */
  public Tensor stateBias() {
    return stateBias.value();
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(inputWeight, stateWeight, inputBias, stateBias);
  }
}
