package seq2seq.starters.ch08;

import seq2seq.graded.ch08.CorpusBleu;
import seq2seq.grading.Todo;

/**
 * Exercise 8.3, 3 points, rebuild: BLEU over a corpus.
 *
 * <p>An n-gram is a run of n tokens. It matches if it stands in the reference of the same sentence,
 * and counts at most as often as it stands there (clipping). Over the whole corpus
 *
 * <pre>
 * p_n  = Σ matching n-grams / Σ n-grams written               both sums over all sentences
 * BP   = 1 if c &gt; r, else e^(1 - r/c)                          c tokens written, r in the references
 * BLEU = BP · (p_1 · p_2 · p_3 · p_4)^(1/4)
 * </pre>
 *
 * <p>There is no smoothing: if some p_n is 0, so is BLEU. If no sentence has n tokens, there are no
 * n-grams to match, p_n counts as 0, and so BLEU is 0, not 0/0. Chapter 8; Papineni and others,
 * BLEU: a Method for Automatic Evaluation of Machine Translation (2002), section 2.3, with one
 * reference a sentence.
 *
 * <p>Use StrictMath for exp, log and pow.
 *
 * <p>To try it: {@code ./learn check 8.3}. If you are stuck: {@code ./learn hint 8.3}.
 */
public final class MyCorpusBleu implements CorpusBleu {

  /**
   * BLEU of what was written.
   *
   * <p>Example: "the cat sat on a mat" for "the cat sat on the mat", as ids [[1 2 3 4 5 6]] and [[1
   * 2 3 4 1 6]]: p = 5/6, 3/5, 2/4, 1/3, and BP = 1, so BLEU is (1/12)^(1/4) = 0.5373.
   *
   * @param written one sentence a row, any ids; rows have different lengths and may be empty; not
   *     changed
   * @param references the right sentences, in the same order; none is empty; not changed
   * @return from 0 to 1; 0 if nothing was written
   * @throws IllegalArgumentException if there is no sentence, or not one reference for each
   */
  @Override
  public double bleu(int[][] written, int[][] references) {
    throw new Todo("8.3");
  }
}
