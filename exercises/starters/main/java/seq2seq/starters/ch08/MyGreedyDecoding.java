package seq2seq.starters.ch08;

import seq2seq.graded.ch08.GreedyDecoding;
import seq2seq.grading.Todo;

/**
 * Exercise 8.1, greedy decoding: {@link GreedyDecoding} says what to write.
 *
 * <p>To try it: {@code ./learn check 8.1}. If you are stuck: {@code ./learn hint 8.1}.
 */
public final class MyGreedyDecoding implements GreedyDecoding {

  @Override
  public int[] decode(Model model, double[] start, int bos, int eos, int maxSteps) {
    throw new Todo("8.1");
  }
}
