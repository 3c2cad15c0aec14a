package seq2seq.ch02_recurrence;

import java.util.List;
import seq2seq.engine.Generator;
import seq2seq.engine.Tensor;
import seq2seq.nn.Parameter;

/**
 * The plain recurrent cell: h_t = tanh(x_t·W_xh + h_{t-1}·W_hh + b_h).
 *
 * <p>With x_t (N,D), W_xh (D,H), h (N,H), W_hh (H,H), b_h (H). Goodfellow et al. (2016), equations
 * 10.8 and 10.9.
 */
public final class RnnCell implements Cell {
  private final Parameter inputWeight;
  private final Parameter stateWeight;
  private final Parameter bias;

  /**
   * A cell that starts from copies of these values.
   *
   * @param inputWeight W_xh (D,H)
   * @param stateWeight W_hh (H,H)
   * @param bias b_h (H)
   * @throws seq2seq.engine.ShapeException if the sizes do not fit
   */
  public RnnCell(Tensor inputWeight, Tensor stateWeight, Tensor bias) {
    Weights.check("RNN cell", 1, inputWeight, stateWeight, bias);
    this.inputWeight = Parameter.of("W_xh", inputWeight);
    this.stateWeight = Parameter.of("W_hh", stateWeight);
    this.bias = Parameter.of("b_h", bias);
  }

  /** A cell with weights drawn from ±1/√H. */
  public static RnnCell uniform(int inputSize, int hiddenSize, Generator generator) {
    return new RnnCell(
        Weights.draw(hiddenSize, generator, inputSize, hiddenSize),
        Weights.draw(hiddenSize, generator, hiddenSize, hiddenSize),
        Weights.draw(hiddenSize, generator, hiddenSize));
  }

  @Override
  public CellState step(Tensor projected, CellState before) {
    return CellState.of(projected.plus(before.hidden().matmul(stateWeight.value())).tanh());
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
