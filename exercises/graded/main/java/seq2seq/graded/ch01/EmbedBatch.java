package seq2seq.graded.ch01;

/**
 * Exercise 1.2, 3 points, rebuild: from a batch of ids to a batch of vectors, time first.
 *
 * <p>X_{t,n} is the row of the table that belongs to the token at step t of sentence n. Chapter 1;
 * Bengio et al., A Neural Probabilistic Language Model (2003), section 2, where the table is C.
 */
public interface EmbedBatch {

  /**
   * The vectors of a batch.
   *
   * <p>Example: the ids [[2 0 1] [1 1 2]] and the table [[1 10] [2 20] [3 30]] give X (3,2,2): step
   * 0 is [[3 30] [2 20]], step 1 is [[1 10] [2 20]], step 2 is [[2 20] [3 30]].
   *
   * @param ids the tokens, sentence first (N,T), N and T at least 1; not changed
   * @param table one row for each token of the vocabulary (V,D); not changed
   * @return the vectors, time first (T,N,D); new arrays, so that writing into them does not change
   *     the table
   * @throws IllegalArgumentException if an id is not from 0 to V-1
   */
  double[][][] embed(int[][] ids, double[][] table);
}
