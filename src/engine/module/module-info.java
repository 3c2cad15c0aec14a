/**
 * Tensors, automatic differentiation, layers and optimisers in plain Java, without any dependency.
 *
 * <p>{@link seq2seq.engine} is what one programs against: {@link seq2seq.engine.Tensor} and its
 * operations. {@link seq2seq.nn} has parameters, layers and optimisers; {@link
 * seq2seq.engine.fused} has recurrent layers and attention as single operations; {@link
 * seq2seq.engine.kernel} has the arithmetic under them, which starts with SIMD where the JVM has
 * {@code --add-modules jdk.incubator.vector}. The bits of a result do not depend on that.
 */
module seq2seq.engine {
  requires static jdk.incubator.vector;

  exports seq2seq.engine;
  exports seq2seq.engine.fused;
  exports seq2seq.engine.kernel;
  exports seq2seq.nn;
}
