package seq2seq.starters.ch01;

import seq2seq.graded.ch01.EmbedBatch;
import seq2seq.grading.Todo;

/**
 * Exercise 1.2, a batch of ids to vectors: {@link EmbedBatch} says what to write.
 *
 * <p>To try it: {@code ./learn check 1.2}. If you are stuck: {@code ./learn hint 1.2}.
 */
public final class MyEmbedBatch implements EmbedBatch {

  @Override
  public double[][][] embed(int[][] ids, double[][] table) {
    throw new Todo("1.2");
  }
}
