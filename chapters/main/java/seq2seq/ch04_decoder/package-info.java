/**
 * Chapter 4: the decoder writes a sentence, with the context beside every word.
 *
 * <p>At each step the decoder sees the word before and the encoder's context. The two are laid side
 * by side, (N,D) ⊕ (N,H) → (N,D+H), and one wide weight does what two would: [W_x, W_c]·[x; c] =
 * W_x·x + W_c·c.
 *
 * <table>
 *   <caption>Shapes</caption>
 *   <tr><td>word before, embedded</td><td>(N,D), all steps (T',N,D)</td></tr>
 *   <tr><td>context</td><td>(N,H_enc)</td></tr>
 *   <tr><td>side by side</td><td>(N,D+H_enc)</td></tr>
 *   <tr><td>state</td><td>(L,N,H_dec)</td></tr>
 *   <tr><td>logits</td><td>(N,H_dec)·(H_dec,V') → (N,V'), all steps (T',N,V')</td></tr>
 * </table>
 *
 * <p>Sources: Goodfellow et al. (2016), section 10.4, on the ways to feed the context; Cho et al.
 * (2014), section 2.2. May import the engine, nn, data, plot and chapters 0 to 3.
 */
package seq2seq.ch04_decoder;
