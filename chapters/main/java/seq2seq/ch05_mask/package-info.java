/**
 * Chapter 5: which positions are real.
 *
 * <p>Positions 0..T-1 as a row, valid lengths as a column; comparing them broadcasts both to a
 * rectangle: the mask, 1 for a real token and 0 for padding.
 *
 * <table>
 *   <caption>Shapes</caption>
 *   <tr><td>positions</td><td>(1,T)</td></tr>
 *   <tr><td>lengths</td><td>(N,1)</td></tr>
 *   <tr><td>mask = positions &lt; lengths</td><td>(N,T)</td></tr>
 * </table>
 *
 * <p>Source: NumPy's rule of broadcasting, numpy.org/doc/stable/user/basics.broadcasting.html. May
 * import the engine, nn, data, plot and earlier chapters.
 */
package seq2seq.ch05_mask;
