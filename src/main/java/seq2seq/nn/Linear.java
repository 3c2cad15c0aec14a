package seq2seq.nn;

import java.util.List;
import seq2seq.engine.Generator;
import seq2seq.engine.Tensor;
import seq2seq.engine.fused.ContextAffine;
import seq2seq.engine.fused.OutputLoss;

/** A linear layer, y = x·W + b: (…×in) → (…×out), with W (in×out) and b (out). */
public final class Linear implements Module {
  private final Parameter weight;
  private final Parameter bias;

  /** A layer that starts from copies of these values, W (in×out) and b (out). */
  public Linear(Tensor weight, Tensor bias) {
    this.weight = Parameter.of("W", weight);
    this.bias = Parameter.of("b", bias);
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

  /**
   * The mean cross-entropy of what {@link #forward} makes of x: {@code
   * forward(x).crossEntropy(ids)}, averaged over real rows, to the last bit; by a fused twin that
   * holds a block of the logits at a time.
   *
   * @param x (…×in)
   * @param ids the right answer of each row
   * @param mask one number a row: 1 = real, 0 = padding
   * @return (), nats per real row
   * @throws seq2seq.engine.ShapeException if the sizes do not fit, an id is not in 0..out-1, or no
   *     row is real
   */
  public Tensor meanCrossEntropy(Tensor x, int[] ids, Tensor mask) {
    return OutputLoss.mean(x, weight.value(), bias.value(), ids, mask);
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(weight, bias);
  }
}
