package seq2seq.starters.ch07;

import seq2seq.graded.ch07.AdamStep;
import seq2seq.grading.Todo;

/**
 * Exercise 7.3, 3 points, rebuild: one update by Adam.
 *
 * <p>For each number θ of the parameters, with its gradient g and its own two running means m and
 * v:
 *
 * <pre>
 * m ← β₁·m + (1-β₁)·g        v ← β₂·v + (1-β₂)·g²
 * θ ← θ - η · (m/(1-β₁ᵗ)) / (√(v/(1-β₂ᵗ)) + ε)
 * </pre>
 *
 * <p>with β₁ = 0.9, β₂ = 0.999 and ε = 10⁻⁸. The last line reads the new m and v. Chapter 7; Kingma
 * and Ba (2015), algorithm 1.
 *
 * <p>Use StrictMath for pow.
 *
 * <p>To try it: {@code ./learn check 7.3}. If you are stuck: {@code ./learn hint 7.3}.
 */
public final class MyAdamStep implements AdamStep {

  /**
   * One update.
   *
   * <p>Example: θ [1], g [0.5], m [0], v [0], update 1, rate 0.01 give m [0.05], v [0.00025] and θ
   * [0.99]: the first update moves every number by the rate, whatever its gradient.
   *
   * @param parameters θ (K); not changed
   * @param gradient g (K), finite; not changed
   * @param mean m, zeros before the first update (K); not changed
   * @param square v, zeros before the first update (K); not changed
   * @param update t: 1 for the first update, 2 for the second
   * @param rate η, above 0
   * @return three new arrays
   * @throws IllegalArgumentException if {@code update} is below 1
   */
  @Override
  public Updated step(
      double[] parameters,
      double[] gradient,
      double[] mean,
      double[] square,
      int update,
      double rate) {
    throw new Todo("7.3");
  }
}
