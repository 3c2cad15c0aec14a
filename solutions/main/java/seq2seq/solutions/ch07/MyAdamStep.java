package seq2seq.solutions.ch07;

import seq2seq.graded.ch07.AdamStep;

/**
 * Exercise 7.3, one Adam step: {@link AdamStep} says what to write.
 *
 * <p>To try it: {@code ./learn check 7.3}. If you are stuck: {@code ./learn hint 7.3}.
 */
public final class MyAdamStep implements AdamStep {
  // BEGIN SOLUTION
  // Why it is right: m and v start at 0, so after t updates they hold 1 - βᵗ of a whole mean; the
  // division makes up for that. Then m is about g and √v about |g|, and the fraction says how well
  // the gradients of many batches agree, not how large they are.
  //
  // Usual mistakes: no correction, which makes the first moves about three times too long; t
  // counted from 0, which divides by 0; the corrected m and v kept for the next update; ε under the
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
    double[] theta = parameters.clone();
    double[] m = mean.clone();
    double[] v = square.clone();
    for (int i = 0; i < theta.length; i++) {
      m[i] = BETA1 * m[i] + (1 - BETA1) * gradient[i];
      v[i] = BETA2 * v[i] + (1 - BETA2) * gradient[i] * gradient[i];
      theta[i] -= rate * (m[i] / correction1) / (Math.sqrt(v[i] / correction2) + EPSILON);
    }
    return new Updated(theta, m, v);
    // END SOLUTION
  }
}
