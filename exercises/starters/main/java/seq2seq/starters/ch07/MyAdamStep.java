package seq2seq.starters.ch07;

import seq2seq.graded.ch07.AdamStep;
import seq2seq.grading.Todo;

/**
 * Exercise 7.3, 3 points, rebuild: one update by Adam.
 *
 * <p>For each number w of the parameters, with its gradient g and its own two running means, of g
 * and of its square:
 *
 * <pre>
 * mean ← β₁·mean + (1-β₁)·g        square ← β₂·square + (1-β₂)·g²
 * w ← w - η · (mean/(1-β₁^update)) / (√(square/(1-β₂^update)) + ε)
 * </pre>
 *
 * <p>with β₁ = 0.9, β₂ = 0.999 and ε = 10⁻⁸. The last line reads the new mean and square. Chapter
 * 7; Kingma and Ba (2015), algorithm 1, where w is θ, the means are m and v, and the update is t.
 *
 * <p>Use StrictMath for pow.
 *
 * <p>To try it: {@code ./learn check 7.3}. If you are stuck: {@code ./learn hint 7.3}.
 */
public final class MyAdamStep implements AdamStep {

  /**
   * One update.
   *
   * <p>Example: w [1], g [0.5], mean [0], square [0], update 1, rate 0.01 give mean [0.05], square
   * [0.00025] and w [0.99]: the first update moves every number by the rate, whatever its gradient.
   *
   * @param parameters w, any number of them; not changed
   * @param gradient g, one for each w, finite; not changed
   * @param mean one for each w, zeros before the first update; not changed
   * @param square one for each w, zeros before the first update; not changed
   * @param update 1 for the first update, 2 for the second
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
