package seq2seq.engine;

import java.util.List;

/**
 * How a tensor came to be: the op's name, its inputs, and how the gradient of the result flows
 * back.
 *
 * @param op the op's name, as in {@link Ops}
 * @param inputs those of the op's inputs that a gradient flows on to, in order
 * @param backward adds to the gradients of the inputs, given the result with its gradient
 */
record Origin(String op, List<Tensor> inputs, Backward backward) {

  /**
   * Adds to the gradients of an op's inputs; {@code gradient} is that of the result and is not
   * modified.
   */
  @FunctionalInterface
  interface Backward {
    void run(float[] gradient);
  }
}
