package seq2seq.starters.ch01;

import seq2seq.graded.ch01.PaddedIds;
import seq2seq.grading.Todo;

/**
 * Exercise 1.1, sentences to padded ids and valid lengths: {@link PaddedIds} says what to write.
 *
 * <p>To try it: {@code ./learn check 1.1}. If you are stuck: {@code ./learn hint 1.1}.
 */
public final class MyPaddedIds implements PaddedIds {

  @Override
  public Batch batch(String[][] sentences, String[] vocabulary, int steps) {
    throw new Todo("1.1");
  }
}
