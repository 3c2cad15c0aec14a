package seq2seq.graded.ch07;

/**
 * Exercise 7.1, 2 points, rebuild: what the decoder reads in training, and what it must say.
 *
 * <p>The targets are the words and {@code eos} behind them. The inputs are the targets moved one
 * place to the right, with {@code bos} at the start: so at each place the decoder sees the word
 * before the one that it is asked for. Chapter 7; Williams and Zipser, A Learning Algorithm for
 * Continually Running Fully Recurrent Neural Networks (1989).
 */
public interface TeacherShift {

  /**
   * Inputs and targets of the same batch.
   *
   * @param inputs what the decoder reads (N,T')
   * @param targets what it must say (N,T')
   */
  record Shifted(int[][] inputs, int[][] targets) {}

  /**
   * Makes both. T' = S + 1, so that the longest sentence has room for its end token.
   *
   * <p>Example: words [[7 8 9] [5 0 0]] with lengths [3, 1], bos 1, eos 2 and pad 0 give the
   * targets [[7 8 9 2] [5 2 0 0]] and the inputs [[1 7 8 9] [1 5 2 0]]. The 2 in the last row is a
   * target moved to the right like any other; it stands at a place that the mask leaves out.
   *
   * @param words ids, without bos and eos (N,S), S at least 1; behind a sentence's own words they
   *     may be any number; not changed
   * @param lengths the number of words of each sentence (N), each from 0 to S; not changed
   * @param bos the id that every input begins with
   * @param eos the id that ends every sentence
   * @param pad the id that fills the targets up behind eos
   * @return inputs and targets, each (N,S+1), in new arrays
   */
  Shifted shift(int[][] words, int[] lengths, int bos, int eos, int pad);
}
