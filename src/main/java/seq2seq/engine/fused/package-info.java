/**
 * What exists for speed: a whole layer, or a step of attention, as one op.
 *
 * <p>Each has a plain spelling in single ops that a learner reads, and a test, {@code
 * FusedAgreesWithFormulaTest}, holds the two together: values to the last bit, gradients to a
 * millionth. Nobody needs this package to understand a model; it joins the graph by the same door
 * as any op, {@link seq2seq.engine.Autograd#result}.
 *
 * <table>
 *   <caption>Fused, and what is read instead</caption>
 *   <tr><td>{@link seq2seq.engine.fused.GruLayer}</td><td>{@code GruCell.gates} and {@code mix},
 *       chapter 2</td></tr>
 *   <tr><td>{@link seq2seq.engine.fused.LstmLayer}</td><td>{@code LstmCell.gates} and {@code mix},
 *       chapter 2</td></tr>
 *   <tr><td>{@link seq2seq.engine.fused.ContextAffine}</td><td>{@code x.affine(W_x,
 *       context.affine(W_c, b))}, chapters 2 and 4</td></tr>
 *   <tr><td>{@link seq2seq.engine.fused.OutputLoss}</td><td>{@code x.affine(W, b)} and {@code
 *       MaskedLoss.of}, chapter 6</td></tr>
 *   <tr><td>{@link seq2seq.engine.fused.AttentionOps}</td><td>{@code scores(query, keys)}, chapter
 *       10</td></tr>
 * </table>
 *
 * <p>May import the engine and {@code kernel}; no readable op may import it.
 */
package seq2seq.engine.fused;
