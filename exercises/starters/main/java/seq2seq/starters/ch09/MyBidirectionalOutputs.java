package seq2seq.starters.ch09;

import seq2seq.engine.Tensor;
import seq2seq.graded.ch09.BidirectionalOutputs;
import seq2seq.grading.Todo;

/**
 * Exercise 9.1, bidirectional outputs: {@link BidirectionalOutputs} says what to write.
 *
 * <p>To try it: {@code ./learn check 9.1}. If you are stuck: {@code ./learn hint 9.1}.
 */
public final class MyBidirectionalOutputs implements BidirectionalOutputs {

  @Override
  public Tensor outputs(Tensor inputs, int[] lengths, Weights forward, Weights backward) {
    throw new Todo("9.1");
  }
}
