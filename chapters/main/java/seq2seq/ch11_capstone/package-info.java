/**
 * Chapter 11: your own translator, put together from the exercises.
 *
 * <p>{@link seq2seq.ch11_capstone.Parts} says what a translator is made of, each part on plain
 * arrays, as its exercise asks for it. {@link seq2seq.ch11_capstone.CourseParts} has the course's
 * answers, {@link seq2seq.ch11_capstone.Assembly} takes some parts from one and some from another.
 * {@link seq2seq.ch11_capstone.Translator} is the model, {@link seq2seq.ch11_capstone.Capstone}
 * trains it on short phrases and lets it translate.
 *
 * <p>What goes forward is computed by the parts. What comes back is computed by the engine, from
 * the same formula, save where an exercise asked for a gradient: there that part computes it.
 *
 * <table>
 *   <caption>Shapes</caption>
 *   <tr><td>source, decoder inputs, targets</td><td>(N,T), (N,T'), (N,T') ids</td></tr>
 *   <tr><td>embedded source, words before</td><td>(T,N,D), (T',N,D)</td></tr>
 *   <tr><td>Output of the encoder, context</td><td>(T,N,H_enc), (N,H_enc)</td></tr>
 *   <tr><td>what the decoder reads</td><td>(T',N,D+H_enc)</td></tr>
 *   <tr><td>its first state, its states</td><td>(1,N,H_dec), (T',N,H_dec)</td></tr>
 *   <tr><td>logits</td><td>(T',N,V')</td></tr>
 * </table>
 *
 * <p>Sources: those of chapters 1 to 8. May import the engine, nn, data, plot and earlier chapters.
 */
package seq2seq.ch11_capstone;
