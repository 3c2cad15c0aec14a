/**
 * Chapter 8: writing sequences.
 *
 * <p>In use there is no right word to read: the decoder reads what it wrote. {@link
 * seq2seq.ch08_inference.Greedy} takes the likeliest word at every step, {@link
 * seq2seq.ch08_inference.Sampling} draws one, {@link seq2seq.ch08_inference.Beam} keeps several
 * beginnings. {@link seq2seq.ch08_inference.LogProbability} scores given sentences, {@link
 * seq2seq.ch08_inference.Rescoring} puts a list of them in order; {@link
 * seq2seq.ch08_inference.Bleu} measures how close a result comes to a reference.
 *
 * <table>
 *   <caption>Shapes</caption>
 *   <tr><td>source, lengths</td><td>(N,T) ids, (N)</td></tr>
 *   <tr><td>logits of a step</td><td>(N,V')</td></tr>
 *   <tr><td>state of the decoder in beams of K, each layer</td><td>(n,H), n at most N·K</td></tr>
 *   <tr><td>log P(Y|X)</td><td>one number a sentence, nats</td></tr>
 * </table>
 *
 * <p>Sources: Sutskever et al. (2014); Cho et al. (2014); Papineni et al. (2002); Lin and Och
 * (2004); Wu et al. (2016). May import the engine, nn, data, plot and earlier chapters.
 */
package seq2seq.ch08_inference;
