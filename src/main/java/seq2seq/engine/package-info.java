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
 *   <tr><td>all ops, their formulas and a sample of each</td><td>{@link seq2seq.engine.Ops}</td></tr>
 *   <tr><td>graph and backward walk</td><td>{@code Graph}</td></tr>
 *   <tr><td>is that gradient right?</td><td>{@link seq2seq.engine.GradientCheck}</td></tr>
 *   <tr><td>the loops that do the arithmetic</td><td>{@link seq2seq.engine.kernel}</td></tr>
 * </table>
 *
 * <p>May import the JDK and nothing else. Prints nothing.
 */
package seq2seq.engine;
