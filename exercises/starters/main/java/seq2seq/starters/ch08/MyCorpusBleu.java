package seq2seq.starters.ch08;

import seq2seq.graded.ch08.CorpusBleu;
import seq2seq.grading.Todo;

/**
 * Exercise 8.3, corpus BLEU: {@link CorpusBleu} says what to write.
 *
 * <p>To try it: {@code ./learn check 8.3}. If you are stuck: {@code ./learn hint 8.3}.
 */
public final class MyCorpusBleu implements CorpusBleu {

  @Override
  public double bleu(int[][] written, int[][] references) {
    throw new Todo("8.3");
  }
}
