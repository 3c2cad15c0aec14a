/**
 * The course's pictures of structure, one small class each: made in one call from the words, sizes
 * and tensors at hand, saved as PNG or SVG, with an {@code alt()} that says what is to be seen.
 *
 * <table>
 * <caption>What to use for what</caption>
 * <tr><td>{@link seq2seq.plot.figures.ModelOverview}</td><td>the whole model with words</td></tr>
 * <tr><td>{@link seq2seq.plot.figures.ExpressionGraph}</td><td>the graph under a Scalar</td></tr>
 * <tr><td>{@link seq2seq.plot.figures.PaddedRectangle}</td><td>a batch of ids (N,T)</td></tr>
 * <tr><td>{@link seq2seq.plot.figures.EmbeddingBlock}</td><td>table (V,D) to block (T,N,D)</td></tr>
 * <tr><td>{@link seq2seq.plot.figures.CellDiagram}</td><td>one step of RNN, GRU, LSTM</td></tr>
 * <tr><td>{@link seq2seq.plot.figures.StateGrid}</td><td>states (L,T), State picked out</td></tr>
 * <tr><td>{@link seq2seq.plot.figures.UnrolledDecoder}</td><td>in training and in use</td></tr>
 * <tr><td>{@link seq2seq.plot.figures.ContextModes}</td><td>three ways for the context</td></tr>
 * <tr><td>{@link seq2seq.plot.figures.LossGrid}</td><td>losses (N,T'), padding crossed out</td></tr>
 * <tr><td>{@link seq2seq.plot.figures.ClippedGradient}</td><td>gradients before and after</td></tr>
 * <tr><td>{@link seq2seq.plot.figures.TemperatureBars}</td><td>softmax at temperatures</td></tr>
 * <tr><td>{@link seq2seq.plot.figures.SearchTree}</td><td>what a beam search looked at</td></tr>
 * <tr><td>{@link seq2seq.plot.figures.RecurrentGraph}</td><td>loops, and unrolled</td></tr>
 * <tr><td>{@link seq2seq.plot.figures.AttentionStep}</td><td>query, scores, weights, sum</td></tr>
 * </table>
 *
 * <p>May use the engine; what it writes by itself comes from {@link seq2seq.plot.Words}.
 */
package seq2seq.plot.figures;
