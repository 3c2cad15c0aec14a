package seq2seq.solutions.ch07;

import seq2seq.graded.ch07.AdamStep;

/**
 * Exercise 7.3, one Adam step: {@link AdamStep} says what to write.
 *
 * <p>To try it: {@code ./learn check 7.3}. If you are stuck: {@code ./learn hint 7.3}.
 */
public final class MyAdamStep implements AdamStep {
  // BEGIN SOLUTION
  // Why it is right: both means start at 0, so after so many updates they hold 1 - β^update of a
  // whole mean; the division makes up for that. Then the first is about g and the root of the
  // second about |g|, and the fraction says how well the gradients of many batches agree, not how
  // large they are.
  //
  // Usual mistakes: no correction, which makes the first moves about three times too long; updates
  // counted from 0, which divides by 0; the corrected means kept for the next update; ε under the
  // root, where it drowns small gradients; no ε, and 0/0 for a number that never had a gradient.
  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.999;
  private static final double EPSILON = 1e-8;

  // END SOLUTION

  @Override
  public Updated step(
      double[] parameters,
      double[] gradient,
      double[] mean,
      double[] square,
      int update,
      double rate) {
    // BEGIN SOLUTION
    if (update < 1) {
      throw new IllegalArgumentException("Adam: updates count from 1; got " + update);
    }
    double correction1 = 1 - StrictMath.pow(BETA1, update);
    double correction2 = 1 - StrictMath.pow(BETA2, update);
    double[] w = parameters.clone();
    double[] means = mean.clone();
    double[] squares = square.clone();
    for (int i = 0; i < w.length; i++) {
      means[i] = BETA1 * means[i] + (1 - BETA1) * gradient[i];
      squares[i] = BETA2 * squares[i] + (1 - BETA2) * gradient[i] * gradient[i];
      w[i] -= rate * (means[i] / correction1) / (Math.sqrt(squares[i] / correction2) + EPSILON);
    }
    return new Updated(w, means, squares);
    // END SOLUTION
  }
}
