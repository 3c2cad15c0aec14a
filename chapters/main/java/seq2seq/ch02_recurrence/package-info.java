/**
 * Chapter 2: a cell with a memory.
 *
 * <p>A recurrent cell reads one step at a time and keeps a state. The same weights serve every
 * step, so a sequence of any length can be read.
 *
 * <table>
 *   <caption>Shapes</caption>
 *   <tr><td>input of a step, x_t</td><td>(N,D)</td></tr>
 *   <tr><td>hidden state, h_t</td><td>(N,H)</td></tr>
 *   <tr><td>W_xh, W_hh, b_h</td><td>(D,H), (H,H), (H); G times as wide for a cell with G gates</td></tr>
 * </table>
 *
 * <p>Sources: Goodfellow et al. (2016), equations 10.8 and 10.41 to 10.46; Cho et al. (2014);
 * Hochreiter and Schmidhuber (1997). May import the engine, nn, data, plot and chapters 0 and 1.
 */
package seq2seq.ch02_recurrence;
