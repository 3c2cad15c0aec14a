package seq2seq.solutions.ch04;

// BEGIN SOLUTION
import java.util.Arrays;
// END SOLUTION
import seq2seq.graded.ch04.ContextFusion;

/**
 * Exercise 4.1, the context beside every word: {@link ContextFusion} says what to write.
 *
 * <p>To try it: {@code ./learn check 4.1}. If you are stuck: {@code ./learn hint 4.1}.
 */
public final class MyContextFusion implements ContextFusion {
  // BEGIN SOLUTION
  // Why it is right: what the source said does not change while the target is written, so the same
  // context stands behind every word, and both methods read it from the same place. In `states` the
  // only thing that changes is `state`.
  //
  // Usual mistakes: one variable for context and state, so that from step 1 on the decoder's own
  // state stands beside the word: what is trained with `fuse` is then not what is used; a new state
  // that is not taken over; the context in front, where the weight expects the word.
  // END SOLUTION

  @Override
  public double[][][] fuse(double[][][] words, double[][] context) {
    // BEGIN SOLUTION
    if (context.length != words[0].length) {
      throw new IllegalArgumentException(
          "fuse: " + words[0].length + " sentences, a context for " + context.length);
    }
    double[][][] fused = new double[words.length][context.length][];
    for (int t = 0; t < words.length; t++) {
      for (int n = 0; n < context.length; n++) {
        fused[t][n] = concatenated(words[t][n], context[n]);
      }
    }
    return fused;
    // END SOLUTION
  }

  // BEGIN SOLUTION
  private static double[] concatenated(double[] word, double[] context) {
    double[] both = Arrays.copyOf(word, word.length + context.length);
    System.arraycopy(context, 0, both, word.length, context.length);
    return both;
  }

  // END SOLUTION

  @Override
  public double[][][] states(double[][][] words, double[][] context, Cell cell) {
    // BEGIN SOLUTION
    double[][][] inputs = fuse(words, context);
    double[][][] states = new double[inputs.length][][];
    double[][] state = context;
    for (int t = 0; t < inputs.length; t++) {
      state = cell.next(inputs[t], state);
      states[t] = state;
    }
    return states;
    // END SOLUTION
  }
}
