/**
 * Chapter 6: how wrong the model is, counted over real tokens only.
 *
 * <p>Each position has a loss, minus the log-probability of the right word. Padding has no right
 * word: its losses are set to 0 BEFORE anything is added up, and the sum is divided, once, by the
 * number of real tokens.
 *
 * <table>
 *   <caption>Shapes</caption>
 *   <tr><td>logits</td><td>(T',N,V')</td></tr>
 *   <tr><td>right words</td><td>(N,T') ids</td></tr>
 *   <tr><td>loss of each position, mask</td><td>(T',N)</td></tr>
 *   <tr><td>loss</td><td>(), nats per real token</td></tr>
 * </table>
 *
 * <p>Sources: Goodfellow, Bengio and Courville, "Deep Learning" (2016), sections 4.1, 6.2.2.3 and
 * 10.4. May import the engine, nn, data, plot and earlier chapters.
 */
package seq2seq.ch06_loss;
