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
 * <p>Sources: the course's second note, 7.2; Cho et al. (2014); Sutskever et al. (2014). May import
 * the engine, nn, data, plot and chapters 0 to 2.
 */
package seq2seq.ch03_encoder;
