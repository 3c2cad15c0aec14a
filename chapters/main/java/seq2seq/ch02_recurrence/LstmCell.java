package seq2seq.ch02_recurrence;

import java.util.List;
import seq2seq.engine.Generator;
import seq2seq.engine.Tensor;
import seq2seq.nn.Parameter;

/**
 * Long short-term memory: beside the hidden state h there is a cell state that is only added to and
 * scaled, so that a gradient can pass through many steps.
 *
 * <pre>
 * i = σ(x·W_xi + h·W_hi + b_i)      input gate: how much of the new is written
 * f = σ(x·W_xf + h·W_hf + b_f)      forget gate: how much of the old is kept
 * g = tanh(x·W_xg + h·W_hg + b_g)   what would be written
 * o = σ(x·W_xo + h·W_ho + b_o)      output gate: how much of the cell state is shown
 * cell' = f ⊙ cell + i ⊙ g
 * h' = o ⊙ tanh(cell')
 * </pre>
 *
 * <p>The four weights lie side by side in one wide matrix, in the order i, f, g, o (PyTorch's).
 * There is one bias; PyTorch keeps two, of which only the sum matters. Hochreiter and Schmidhuber
 * (1997); the forget gate is from Gers et al. (2000).
 */
public final class LstmCell implements Cell {
  private static final int GATES = 4;

  private final Parameter inputWeight;
  private final Parameter stateWeight;
  private final Parameter bias;

  /**
   * A cell that starts from copies of these values, gates in the order i, f, g, o.
   *
   * @param inputWeight W_xh (D,4H)
   * @param stateWeight W_hh (H,4H)
   * @param bias b_h (4H)
   * @throws seq2seq.engine.ShapeException if the sizes do not fit
   */
  public LstmCell(Tensor inputWeight, Tensor stateWeight, Tensor bias) {
    Weights.check("LSTM cell", GATES, inputWeight, stateWeight, bias);
    this.inputWeight = Parameter.of("W_xh", inputWeight);
    this.stateWeight = Parameter.of("W_hh", stateWeight);
    this.bias = Parameter.of("b_h", bias);
  }

  /** A cell with weights drawn from ±1/√H. */
  public static LstmCell uniform(int inputSize, int hiddenSize, Generator generator) {
    int gateWidth = GATES * hiddenSize;
    return new LstmCell(
        Weights.draw(hiddenSize, generator, inputSize, gateWidth),
        Weights.draw(hiddenSize, generator, hiddenSize, gateWidth),
        Weights.draw(hiddenSize, generator, gateWidth));
  }

  /**
   * What the gates say at one step; each (N,H).
   *
   * @param input i, from 0 (write nothing) to 1
   * @param forget f, from 0 (forget all) to 1 (keep all)
   * @param candidate g, what would be written, from -1 to 1
   * @param output o, from 0 (show nothing) to 1
   */
  public record Gates(Tensor input, Tensor forget, Tensor candidate, Tensor output) {}

  /**
   * The gates of one step.
   *
   * @param projected the input's share (N,4H)
   * @param hidden h before the step (N,H)
   */
  public Gates gates(Tensor projected, Tensor hidden) {
    Tensor all = projected.plus(hidden.matmul(stateWeight.value()));
    return new Gates(
        gate(all, 0).sigmoid(),
        gate(all, 1).sigmoid(),
        gate(all, 2).tanh(),
        gate(all, 3).sigmoid());
  }

  /** The state after one step, from its gates: the last two lines above. */
  public static CellState mix(Gates gates, Tensor cell) {
    Tensor newCell = gates.forget().times(cell).plus(gates.input().times(gates.candidate()));
    return new CellState(gates.output().times(newCell.tanh()), newCell);
  }

  @Override
  public CellState step(Tensor projected, CellState before) {
    return mix(gates(projected, before.hidden()), before.cell());
  }

  @Override
  public CellState zeroState(int n) {
    return new CellState(Tensor.zeros(n, hiddenSize()), Tensor.zeros(n, hiddenSize()));
  }

  @Override
  public Tensor inputWeight() {
    return inputWeight.value();
  }

  @Override
  public Tensor inputBias() {
    return bias.value();
  }

  @Override
  public Tensor stateWeight() {
    return stateWeight.value();
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(inputWeight, stateWeight, bias);
  }
}
