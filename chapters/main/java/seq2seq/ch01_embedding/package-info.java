/**
 * Chapter 1: words become vectors.
 *
 * <p>A batch of N sentences arrives as a rectangle of token ids, padded to T steps. A table with
 * one row of D numbers per word turns each id into a vector. From here on time comes first, because
 * a recurrent network walks along it.
 *
 * <table>
 *   <caption>Shapes</caption>
 *   <tr><td>tokens</td><td>(N,T) ints</td></tr>
 *   <tr><td>table</td><td>(V,D)</td></tr>
 *   <tr><td>embeddings</td><td>(T,N,D)</td></tr>
 * </table>
 *
 * <p>Source: Bengio et al. (2003), section 2; Goodfellow et al. (2016), section 12.4.2. May import
 * the engine, nn, data, plot and chapter 0.
 */
package seq2seq.ch01_embedding;
