package seq2seq.solutions.ch02;

import seq2seq.engine.Tensor;
import seq2seq.graded.ch02.LstmState;
import seq2seq.graded.ch02.LstmStep;

/**
 * Exercise 2.3, one step of the LSTM: {@link LstmStep} says what to write.
 *
 * <p>To try it: {@code ./learn check 2.3}. If you are stuck: {@code ./learn hint 2.3}.
 */
public final class MyLstmStep implements LstmStep {
  // BEGIN SOLUTION
  // Why it is right: the four gates are one sum (N,4H), cut into four. The cell state is only
  // scaled and added to; what is shown is made from the NEW cell state.
  //
  // Usual mistakes: the gates in another order (some libraries have i, f, o, g), which no shape
  // shows; no tanh on the cell state, or the old one shown; 1 - f for i; hidden state and cell
  // state exchanged.
  // END SOLUTION

  @Override
  public LstmState step(
      Tensor input, LstmState before, Tensor inputWeight, Tensor stateWeight, Tensor bias) {
    // BEGIN SOLUTION
    Tensor all = input.matmul(inputWeight).plus(before.hidden().matmul(stateWeight)).plus(bias);
    int size = stateWeight.dim(0);
    Tensor i = all.slice(1, 0, size).sigmoid();
    Tensor f = all.slice(1, size, 2 * size).sigmoid();
    Tensor g = all.slice(1, 2 * size, 3 * size).tanh();
    Tensor o = all.slice(1, 3 * size, 4 * size).sigmoid();
    Tensor memory = f.times(before.memory()).plus(i.times(g));
    return new LstmState(o.times(memory.tanh()), memory);
    // END SOLUTION
  }
}
