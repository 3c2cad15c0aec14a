/**
 * The engine: a scalar autograd ({@link seq2seq.engine.Scalar}) and a tensor autograd ({@link
 * seq2seq.engine.Tensor}), written to be read.
 *
 * <p>A computation builds a graph as it runs: every result remembers its inputs and how a gradient
 * flows back to them. {@code backward()} walks that graph from the loss to the leaves.
 *
 * <table>
 *   <caption>Where to find what</caption>
 *   <tr><td>sizes</td><td>{@link seq2seq.engine.Shape}</td></tr>
 *   <tr><td>ops with their gradients</td><td>{@code Arithmetic}, {@code Functions}, {@code
 *       Reductions}, {@code Products}, {@code Movement}, {@code Lookup}, {@code Choice}, {@code
 *       Probability}</td></tr>
 *   <tr><td>the graph, the walk back, an op of your own</td><td>{@link
 *       seq2seq.engine.Autograd}</td></tr>
 *   <tr><td>is that gradient right?</td><td>{@link seq2seq.engine.GradientCheck}</td></tr>
 *   <tr><td>the loops that do the arithmetic</td><td>{@link seq2seq.engine.kernel}</td></tr>
 *   <tr><td>whole layers as one op, for speed</td><td>{@link seq2seq.engine.fused}</td></tr>
 * </table>
 *
 * <p>May import the JDK and {@code kernel}, and never {@code fused}. Prints nothing.
 */
package seq2seq.engine;
