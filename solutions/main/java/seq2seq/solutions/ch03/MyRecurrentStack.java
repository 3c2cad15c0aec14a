package seq2seq.solutions.ch03;

import seq2seq.engine.Tensor;
import seq2seq.graded.ch03.RecurrentStack;

/**
 * Exercise 3.1, L layers over T steps: {@link RecurrentStack} says what to write.
 *
 * <p>To try it: {@code ./learn check 3.1}. If you are stuck: {@code ./learn hint 3.1}.
 */
public final class MyRecurrentStack implements RecurrentStack {
  // BEGIN SOLUTION
  // Why it is right: when step t comes to layer l, `signal` is the state of the layer below after
  // this step (at the bottom the input), and states[l] still is the layer's own state of the step
  // before. Those are the two arrows that lead into a state; the walk needs no more of the past.
  //
  // Usual mistakes: one state variable for all layers, so that a layer goes on where the one below
  // stopped; a layer that reads the one below before it was updated; a State of the top layer only,
  // which is enough for a context but not to start a decoder of L layers; a new state that is not
  // kept; a first state of one row, which broadcasting takes without a word.
  // END SOLUTION

  @Override
  public Run run(Tensor inputs, Tensor first, Cells cells) {
    // BEGIN SOLUTION
    check(inputs, first);
    Tensor[] states = new Tensor[first.dim(0)];
    for (int l = 0; l < states.length; l++) {
      states[l] = first.at(l);
    }
    Tensor[] top = new Tensor[inputs.dim(0)];
    for (int t = 0; t < top.length; t++) {
      Tensor signal = inputs.at(t);
      for (int l = 0; l < states.length; l++) {
        signal = cells.next(l, signal, states[l]);
        states[l] = signal;
      }
      top[t] = signal;
    }
    return new Run(Tensor.stack(top), Tensor.stack(states));
    // END SOLUTION
  }

  // BEGIN SOLUTION
  private static void check(Tensor inputs, Tensor first) {
    if (inputs.dim(1) != first.dim(1)) {
      throw new IllegalArgumentException(
          "stack: the inputs "
              + inputs.shape()
              + " and the first state "
              + first.shape()
              + " are for different N");
    }
  }
  // END SOLUTION
}
