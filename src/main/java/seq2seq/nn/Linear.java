package seq2seq.nn;

import java.util.List;
import seq2seq.engine.Generator;
import seq2seq.engine.Tensor;
import seq2seq.engine.fused.ContextAffine;

/** A linear layer, y = x·W + b: (…×in) → (…×out), with W (in×out) and b (out). */
public final class Linear implements Module {
  private final Parameter weight;
  private final Parameter bias;

  /** A layer that starts from copies of these values, W (in×out) and b (out). */
  public Linear(Tensor weight, Tensor bias) {
    this.weight = Parameter.of("W", weight);
    this.bias = Parameter.of("b", bias);
  }

  private Linear(Parameter weight, Parameter bias) {
    this.weight = weight;
    this.bias = bias;
  }

  /** A layer with Xavier weights and a bias of 0. */
  public static Linear xavier(int in, int out, Generator generator) {
    return new Linear(Initial.xavier(in, out, generator), Tensor.zeros(out));
  }

  /**
   * y = x·W + b: the numbers of {@link Tensor#affine}, by its fused twin, which leaves rows of
   * padding out on the way back.
   *
   * @param x (…×in)
   * @return (…×out)
   * @throws seq2seq.engine.ShapeException if the last axis of x is not in
   */
  public Tensor forward(Tensor x) {
    return ContextAffine.of(x, weight.value(), bias.value());
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(weight, bias);
  }
}
