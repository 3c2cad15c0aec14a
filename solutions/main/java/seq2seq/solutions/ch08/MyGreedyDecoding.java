package seq2seq.solutions.ch08;

// BEGIN SOLUTION
import java.util.Arrays;
// END SOLUTION
import seq2seq.graded.ch08.GreedyDecoding;

/**
 * Exercise 8.1, greedy decoding: {@link GreedyDecoding} says what to write.
 *
 * <p>To try it: {@code ./learn check 8.1}. If you are stuck: {@code ./learn hint 8.1}.
 */
public final class MyGreedyDecoding implements GreedyDecoding {
  // BEGIN SOLUTION
  // Why it is right: two things are carried from step to step, the last word and the state, and
  // both are renewed in every round. The loop ends at the limit or at eos, whichever comes first,
  // and eos is looked at before it could be written.
  //
  // Usual mistakes: the new state dropped, so that the model forgets all but the last word and
  // repeats itself, without any error message; eos left at the end of the sentence; a search for
  // the largest logit that starts at 0, although all may be negative.
  // END SOLUTION

  @Override
  public int[] decode(Model model, double[] start, int bos, int eos, int maxSteps) {
    // BEGIN SOLUTION
    if (maxSteps < 1) {
      throw new IllegalArgumentException(
          "greedy: the limit on steps must be at least 1; got " + maxSteps);
    }
    int[] words = new int[maxSteps];
    int word = bos;
    double[] state = start;
    for (int t = 0; t < maxSteps; t++) {
      Step step = model.step(word, state);
      word = argMax(step.logits());
      state = step.state();
      if (word == eos) {
        return Arrays.copyOf(words, t);
      }
      words[t] = word;
    }
    return words;
    // END SOLUTION
  }

  // BEGIN SOLUTION
  private static int argMax(double[] logits) {
    int best = 0;
    for (int k = 1; k < logits.length; k++) {
      best = logits[k] > logits[best] ? k : best;
    }
    return best;
  }
  // END SOLUTION
}
