package seq2seq.starters.ch04;

import seq2seq.graded.ch04.ContextFusion;
import seq2seq.grading.Todo;

/**
 * Exercise 4.1, 4 points, rebuild: the context beside every word.
 *
 * <p>A decoder reads at each step the word before and the context, laid end to end: x ⊕ c. In
 * training all words are known, so it can be done for all steps at once; in use it is done step by
 * step, while the state changes and the context does not. Chapter 4.
 *
 * <p>To try it: {@code ./learn check 4.1}. If you are stuck: {@code ./learn hint 4.1}.
 */
public final class MyContextFusion implements ContextFusion {

  /**
   * All steps at once: the word first, then the context.
   *
   * <p>Example: T' = 2, N = 1, words [[[1 2]] [[3 4]]] and context [[5]] give [[[1 2 5]] [[3 4
   * 5]]].
   *
   * @param words the words before, embedded (T',N,D); not changed
   * @param context what the encoder said of each source sentence (N,H); not changed
   * @return (T',N,D+H), a new array
   * @throws IllegalArgumentException if the context is not for the N sentences of {@code words}
   */
  @Override
  public double[][][] fuse(double[][][] words, double[][] context) {
    throw new Todo("4.1");
  }

  /**
   * Step by step. The context is the state before the first step, and besides stands beside every
   * word; each step goes on from the state that the step before it gave.
   *
   * <p>Example: D = H = N = 1, a cell that adds up all numbers it is given, words [[[1]] [[2]]] and
   * context [[10]] give [[[21]] [[33]]]: 1 + 10 + 10, then 2 + 10 + 21.
   *
   * @param words the words before, embedded (T',N,D); not changed
   * @param context what the encoder said of each source sentence (N,H); not changed
   * @param cell the cell; the same arguments give the same result
   * @return the state after each step (T',N,H), a new array
   * @throws IllegalArgumentException if the context is not for the N sentences of {@code words}
   */
  @Override
  public double[][][] states(double[][][] words, double[][] context, Cell cell) {
    throw new Todo("4.1");
  }
}
