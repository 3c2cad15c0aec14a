package seq2seq.engine.fused;

import seq2seq.engine.Tensor;

/**
 * The inputs' share of a layer, x·W_xh + b (and + c·W_c), written into memory that a larger op
 * provides: one application, forward once and backward at most once.
 */
interface Projection {
  /** Writes all of the share into {@code y}, which may be longer. */
  void forward(float[] y);

  /** Adds to the gradients of {@link #inputs}, given that of the share. */
  void backward(float[] dy);

  /** What a gradient flows on to. */
  Tensor[] inputs();
}
