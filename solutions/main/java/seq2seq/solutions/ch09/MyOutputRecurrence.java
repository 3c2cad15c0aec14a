package seq2seq.solutions.ch09;

import seq2seq.engine.Tensor;
import seq2seq.graded.ch09.OutputRecurrence;

/**
 * Exercise 9.2, teacher forcing for the output-recurrent network: {@link OutputRecurrence} says
 * what to write.
 *
 * <p>To try it: {@code ./learn check 9.2}. If you are stuck: {@code ./learn hint 9.2}.
 */
public final class MyOutputRecurrence implements OutputRecurrence {
  // BEGIN SOLUTION
  // Why it is right: the right words are all known beforehand, so what each step reads is known
  // too, and two products over the whole stack (T,N,.) do all steps at once. The third, of one-hot
  // vectors and W, is a choice of rows; a row of zeros below W, number V', is "no word before".
  //
  // Usual mistakes: the network's own word fed back, which is right in use, but makes each step
  // wait for the one before and learn from its mistakes; the word of the same step, so that the
  // network is shown what it should find; (N,T) read off as (T,N).
  // END SOLUTION

  @Override
  public Tensor logits(Tensor inputs, int[][] targets, Weights weights, Products products) {
    // BEGIN SOLUTION
    int steps = inputs.dim(0);
    int words = weights.feedback().dim(0);
    int hidden = weights.feedback().dim(1);
    Tensor rows = Tensor.concat(0, weights.feedback(), Tensor.zeros(1, hidden));
    Tensor fedBack =
        rows.gather(wordsBefore(targets, steps, words)).reshape(steps, targets.length, hidden);
    Tensor states =
        products.of(inputs, weights.input()).plus(fedBack).plus(weights.hiddenBias()).tanh();
    return products.of(states, weights.output()).plus(weights.outputBias());
    // END SOLUTION
  }

  // BEGIN SOLUTION
  /** The word before each place, time first (T·N); V' where there is none. */
  private static int[] wordsBefore(int[][] targets, int steps, int words) {
    int[] before = new int[steps * targets.length];
    for (int t = 0; t < steps; t++) {
      for (int n = 0; n < targets.length; n++) {
        before[t * targets.length + n] = t == 0 ? words : checked(targets[n][t - 1], words);
      }
    }
    return before;
  }

  private static int checked(int word, int words) {
    if (word < 0 || word >= words) {
      throw new IllegalArgumentException(
          "output recurrence: a word must be from 0 to " + (words - 1) + "; got " + word);
    }
    return word;
  }
  // END SOLUTION
}
