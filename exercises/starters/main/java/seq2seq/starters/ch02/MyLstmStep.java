package seq2seq.starters.ch02;

import seq2seq.engine.Tensor;
import seq2seq.graded.ch02.LstmState;
import seq2seq.graded.ch02.LstmStep;
import seq2seq.grading.Todo;

/**
 * Exercise 2.3, one step of the LSTM: {@link LstmStep} says what to write.
 *
 * <p>To try it: {@code ./learn check 2.3}. If you are stuck: {@code ./learn hint 2.3}.
 */
public final class MyLstmStep implements LstmStep {

  @Override
  public LstmState step(
      Tensor input, LstmState before, Tensor inputWeight, Tensor stateWeight, Tensor bias) {
    throw new Todo("2.3");
  }
}
