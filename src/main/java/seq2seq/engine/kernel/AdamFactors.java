package seq2seq.engine.kernel;

/**
 * The numbers of one step of Adam, the same for all parameters; see {@link Kernel#adam}.
 *
 * @param meanRate 1 - β₁: how fast the running mean of the gradient follows it
 * @param squareRate 1 - β₂: how fast the running mean of its square does
 * @param size the learning rate divided by the first bias correction, 1 - β₁ᵗ
 * @param scale 1 / √(1 - β₂ᵗ), the second bias correction, on the root
 * @param epsilon what keeps the quotient finite
 */
public record AdamFactors(
    float meanRate, float squareRate, float size, float scale, float epsilon) {

  /**
   * The numbers of step t.
   *
   * <p>The corrections are computed in double, by {@link StrictMath}: the same bits everywhere.
   *
   * @param rate the learning rate
   * @param beta1 β₁, 0 ≤ β₁ &lt; 1
   * @param beta2 β₂, 0 ≤ β₂ &lt; 1
   * @param epsilon ε, above 0
   * @param t the number of the step, from 1
   */
  public static AdamFactors of(double rate, double beta1, double beta2, double epsilon, long t) {
    double first = 1 - StrictMath.pow(beta1, t);
    double second = 1 - StrictMath.pow(beta2, t);
    return new AdamFactors(
        (float) (1 - beta1),
        (float) (1 - beta2),
        (float) (rate / first),
        (float) (1 / StrictMath.sqrt(second)),
        (float) epsilon);
  }
}
