/**
 * Chapter 3: the encoder reads a sentence.
 *
 * <p>L recurrent layers over T steps. The outputs of the top layer at every step, and the state of
 * every layer where the sentence ends, are all that the decoder will know.
 *
 * <table>
 *   <caption>Shapes</caption>
 *   <tr><td>tokens, lengths</td><td>(N,T) ints, (N) ints</td></tr>
 *   <tr><td>embeddings</td><td>(T,N,D)</td></tr>
 *   <tr><td>Output</td><td>(T,N,H)</td></tr>
 *   <tr><td>State</td><td>(L,N,H)</td></tr>
 *   <tr><td>context, the top layer's state</td><td>(N,H)</td></tr>
 * </table>
 *
 * <p>Sources: Cho et al. (2014), section 2.2; Sutskever et al. (2014); Goodfellow et al. (2016),
 * sections 10.4 and 10.5. May import the engine, nn, data, plot and chapters 0 to 2.
 */
package seq2seq.ch03_encoder;
