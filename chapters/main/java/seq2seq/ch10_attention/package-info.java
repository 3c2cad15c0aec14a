/**
 * Chapter 10: attention. The decoder looks back at every source word, each time it writes one.
 *
 * <p>One context of H numbers cannot hold a long sentence: {@link
 * seq2seq.ch10_attention.Bottleneck} measures where it fails. {@link
 * seq2seq.ch10_attention.Attention} makes a new context at every step, a weighted sum of the
 * encoder's outputs; its weights come from a query, the decoder's state. {@link
 * seq2seq.ch10_attention.AttentionDecoder} plugs it into the training loop of chapter 7 and the
 * decoding of chapter 8, unchanged.
 *
 * <table>
 *   <caption>Shapes</caption>
 *   <tr><td>values: the encoder's outputs</td><td>(T,N,H_enc)</td></tr>
 *   <tr><td>keys, once a source</td><td>(T,N,A)</td></tr>
 *   <tr><td>query: the top layer's state before the step</td><td>(N,H_dec)</td></tr>
 *   <tr><td>mask, scores, weights; of n queries (n,T)</td><td>(N,T)</td></tr>
 *   <tr><td>context of a step</td><td>(N,H_enc)</td></tr>
 *   <tr><td>weights of whole sentences</td><td>(T',N,T)</td></tr>
 * </table>
 *
 * <p>Sources: Bahdanau, Cho and Bengio (2015), arXiv 1409.0473; Cho et al. (2014), arXiv 1409.1259,
 * on long sentences; Vaswani et al. (2017), arXiv 1706.03762, section 3.2, on scaled dot products.
 * May import the engine, nn, data, plot and earlier chapters.
 */
package seq2seq.ch10_attention;
