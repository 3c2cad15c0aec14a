package seq2seq.graded.ch10;

/**
 * Exercise 10.1, 3 points, rebuild: how much a target step looks at each source token.
 *
 * <p>The decoder's state q of a sentence is compared with the encoder's state h_i at each position
 * i of the source, by a small network of one layer. (h_i is the value; h_i·W_k is its key.)
 *
 * <pre>
 * e_i = Σ_a v_a · tanh(q·W_q + h_i·W_k)_a        α_i = exp(e_i) / Σ_j exp(e_j)
 * </pre>
 *
 * <p>where the sum over j, and α, go over the real source tokens only. Chapter 10; Bahdanau, Cho
 * and Bengio, Neural Machine Translation by Jointly Learning to Align and Translate (2015), section
 * 3.1 and appendix A.1.2.
 *
 * <p>Use StrictMath for exp and tanh.
 */
public interface AdditiveAttention {

  /**
   * What the small network has learned.
   *
   * @param query W_q (H_dec,A)
   * @param key W_k (H_enc,A)
   * @param score v (A)
   */
  record Weights(double[][] query, double[][] key, double[] score) {}

  /**
   * The weights of attention for one target step.
   *
   * <p>Example: all sizes 1, W_q = W_k = 1, v = 2. For a query of 0.5 and the values 0.5, -0.5, 7
   * of a source of length 2, the scores are 2 tanh(1) = 1.5232 and 2 tanh(0) = 0, and α is [0.8210
   * 0.1790 0].
   *
   * @param queries q (N,H_dec), finite; not changed
   * @param values h (T,N,H_enc), finite at real tokens; at padding they may be anything, NaN too;
   *     not changed
   * @param weights not changed; the scores may be large, far above or below 0
   * @param lengths the number of real source tokens of each sentence (N), each from 0 to T; not
   *     changed
   * @return α (N,T), a new array: from 0 to 1, exactly 0 at padding; a row adds up to 1, or is all
   *     0 for a source of valid length 0
   * @throws IllegalArgumentException if a length is below 0 or above T
   */
  double[][] weights(double[][] queries, double[][][] values, Weights weights, int[] lengths);
}
