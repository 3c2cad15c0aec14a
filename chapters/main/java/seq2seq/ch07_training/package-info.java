/**
 * Chapter 7: eight steps, again and again, until the model has learned.
 *
 * <p>Initialise the weights; load data; run forward; measure the loss; send it backward; clip the
 * gradients; update the weights; look at how it goes. {@link seq2seq.ch07_training.Training} has
 * one method for each, and tells an observer after each.
 *
 * <table>
 *   <caption>Shapes</caption>
 *   <tr><td>source, target</td><td>(N,T), (N,T') ids</td></tr>
 *   <tr><td>decoder inputs: bos, then the target without its last word</td><td>(N,T') ids</td></tr>
 *   <tr><td>logits</td><td>(T',N,V')</td></tr>
 *   <tr><td>loss</td><td>(), nats per real token</td></tr>
 * </table>
 *
 * <p>Sources: Goodfellow et al. (2016), chapter 8; Glorot and Bengio (2010) on first values;
 * Williams and Zipser (1989) on teacher forcing; Pascanu et al. (2013) on clipping; Kingma and Ba
 * (2015) on Adam. May import the engine, nn, data, plot and earlier chapters.
 */
package seq2seq.ch07_training;
