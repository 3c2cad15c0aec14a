package seq2seq.starters.ch04;

import seq2seq.graded.ch04.WeightSplit;
import seq2seq.grading.Todo;

/**
 * Exercise 4.2, a wide weight in two parts: {@link WeightSplit} says what to write.
 *
 * <p>To try it: {@code ./learn check 4.2}. If you are stuck: {@code ./learn hint 4.2}.
 */
public final class MyWeightSplit implements WeightSplit {

  @Override
  public Parts split(double[][] wide, int embed) {
    throw new Todo("4.2");
  }

  @Override
  public double[][] product(double[][] x, double[][] c, Parts parts) {
    throw new Todo("4.2");
  }
}
