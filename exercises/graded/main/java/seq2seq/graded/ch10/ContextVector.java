package seq2seq.graded.ch10;

/**
 * Exercise 10.2, 3 points, extend: what attention hands to the decoder, and the way back.
 *
 * <p>The context of a sentence is the mean of its source vectors, weighted by α over the real
 * tokens: c = Σ_i α_i · h_i. Given how the loss L changes with c, the gradients of L with respect
 * to the weights and to the vectors are
 *
 * <pre>
 * ∂L/∂α_i = Σ_j ∂L/∂c_j · h_{i,j}        ∂L/∂h_i = α_i · ∂L/∂c
 * </pre>
 *
 * <p>Padding takes no part in c, so there both are 0. Chapter 10; Bahdanau, Cho and Bengio, Neural
 * Machine Translation by Jointly Learning to Align and Translate (2015), equation 5.
 */
public interface ContextVector {

  /**
   * What flows back.
   *
   * @param weights ∂L/∂α (N,T), as if each weight could be changed by itself; the softmax that made
   *     them is not part of this
   * @param values ∂L/∂h (T,N,H)
   */
  record Gradients(double[][] weights, double[][][] values) {}

  /**
   * The context of each sentence.
   *
   * <p>Example: weights [0.25 0.75 0] and the vectors [1 2], [3 4], [9 9] of a source of length 2
   * give [2.5 3.5].
   *
   * @param weights α (N,T), finite, 0 at padding; not changed
   * @param values h (T,N,H), finite at real tokens; at padding they may be anything, NaN too; not
   *     changed
   * @param lengths the number of real source tokens of each sentence (N), each from 0 to T; not
   *     changed
   * @return c (N,H), a new array; zeros for a source of valid length 0
   */
  double[][] context(double[][] weights, double[][][] values, int[] lengths);

  /**
   * The gradients of a loss of which only that with respect to the context is known.
   *
   * <p>Example: with the numbers above and ∂L/∂c = [2 -1], ∂L/∂α is [0 2 0] and ∂L/∂h is [0.5
   * -0.25], [1.5 -0.75], [0 0].
   *
   * @param weights α (N,T), as above
   * @param values h (T,N,H), as above
   * @param lengths (N), as above
   * @param contextGradient ∂L/∂c (N,H), finite; not changed
   * @return new arrays; exactly 0 at padding
   */
  Gradients gradients(
      double[][] weights, double[][][] values, int[] lengths, double[][] contextGradient);
}
