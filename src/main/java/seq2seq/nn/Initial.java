package seq2seq.nn;

import seq2seq.engine.Generator;
import seq2seq.engine.Shape;
import seq2seq.engine.Tensor;

/** Values that a parameter may start from. */
public final class Initial {
  private Initial() {}

  /**
   * Xavier (Glorot) uniform: from ±√(6 / (in + out)), which keeps the variance of signals about
   * equal going forward and back. Glorot and Bengio (2010), equation 16.
   *
   * @return a weight (in×out)
   */
  public static Tensor xavier(int in, int out, Generator generator) {
    return uniform(Shape.of(in, out), StrictMath.sqrt(6.0 / (in + out)), generator);
  }

  /** Uniform over ±bound. Recurrent cells start from ±1/√H, as PyTorch's do. */
  public static Tensor uniform(Shape shape, double bound, Generator generator) {
    return Tensor.uniform(shape, (float) -bound, (float) bound, generator);
  }
}
