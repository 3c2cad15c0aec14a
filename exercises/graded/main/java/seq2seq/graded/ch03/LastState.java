package seq2seq.graded.ch03;

/**
 * Exercise 3.2, 3 points, rebuild: the state where each sentence ends.
 *
 * <p>A layer has walked over a padded batch, and its states after every step are there. A short
 * sentence ended before the last step; what came after was padding, and says nothing about it. Its
 * own state is the one after its last real token, at step length - 1. Chapter 3.
 */
public interface LastState {

  /**
   * The state of each sentence at its last real token.
   *
   * <p>Example: T = 3, N = 2, H = 1, states [[[1] [4]] [[2] [5]] [[3] [6]]] and lengths [3, 1] give
   * [[3] [4]]: sentence 0 after step 2, sentence 1 after step 0.
   *
   * @param states one layer's state after each step (T,N,H); at padding they may be anything, NaN
   *     too; not changed
   * @param lengths the number of real tokens of each sentence (N), each from 1 to T; not changed
   * @return (N,H), with rows of its own: changing it must not change {@code states}
   * @throws IllegalArgumentException if there is not one length for each sentence, or a length is
   *     below 1 or above T
   */
  double[][] last(double[][][] states, int[] lengths);
}
