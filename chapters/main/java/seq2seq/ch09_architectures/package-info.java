/**
 * Chapter 9: the RNN family.
 *
 * <p>Seven networks from the same parts. They differ in what comes in and goes out (a vector or a
 * sequence), in what is handed on from step to step (the state, the answer, or both), and in the
 * direction of reading. Each draws itself unrolled, and has a task that it solves.
 *
 * <table>
 *   <caption>Shapes</caption>
 *   <tr><th>figure</th><th>class</th><th>in</th><th>logits</th></tr>
 *   <tr><td>10.3</td><td>HiddenRecurrence</td><td>(N,T)</td><td>(T,N,V')</td></tr>
 *   <tr><td>10.4</td><td>OutputRecurrence</td><td>(N,T), answers before (N,T)</td><td>(T,N,V')</td></tr>
 *   <tr><td>10.5</td><td>SequenceToSummary</td><td>(N,T), lengths (N)</td><td>(N,V')</td></tr>
 *   <tr><td>10.9</td><td>VectorToSequence</td><td>(N,pixels), answers before (N,T')</td><td>(T',N,V')</td></tr>
 *   <tr><td>10.10</td><td>HiddenAndOutputRecurrence</td><td>(N,T), answers before (N,T)</td><td>(T,N,V')</td></tr>
 *   <tr><td>10.11</td><td>Bidirectional</td><td>(N,T), lengths (N)</td><td>(T,N,V')</td></tr>
 *   <tr><td>10.12</td><td>SequenceToSequence</td><td>(N,T), lengths (N), answers before (N,T')</td><td>(T',N,V')</td></tr>
 * </table>
 *
 * <p>Sources: Goodfellow, Bengio and Courville, "Deep Learning" (2016), chapter 10. May import the
 * engine, nn, data, plot and earlier chapters.
 */
package seq2seq.ch09_architectures;
