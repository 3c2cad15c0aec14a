/**
 * Chapter 0: from one number that knows its gradient to arrays of them.
 *
 * <p>A computation is a graph: numbers, and the operations that made them. Walking the graph
 * backwards from a result gives the gradient of everything it was made from. The scalar engine does
 * so for one number at a time, and can be read whole; the tensor engine does the same for arrays,
 * where two more ideas come in: broadcasting, and the matrix product.
 *
 * <table>
 *   <caption>Shapes</caption>
 *   <tr><td>a number</td><td>()</td></tr>
 *   <tr><td>broadcasting</td><td>(N,1) with (1,T) → (N,T); missing axes count as 1</td></tr>
 *   <tr><td>C = A·B</td><td>(m,k)·(k,n) → (m,n)</td></tr>
 *   <tr><td>dA = dC·Bᵀ, dB = Aᵀ·dC</td><td>(m,n)·(n,k) → (m,k), (k,m)·(m,n) → (k,n)</td></tr>
 * </table>
 *
 * <p>Sources: Karpathy's micrograd (2020) for the scalar engine; Goodfellow et al. (2016), section
 * 6.5, for back-propagation; Harris et al. (2020) for NumPy's broadcasting rule. May import the
 * engine and plot; every later chapter may import it.
 */
package seq2seq.ch00_engine;
