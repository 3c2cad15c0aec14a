package seq2seq.starters.ch02;

import seq2seq.graded.ch02.RnnStep;
import seq2seq.grading.Todo;

/**
 * Exercise 2.1, 3 points, rebuild: one step of the plain recurrent cell.
 *
 * <p>h_t = tanh(x_t·W_xh + h_{t-1}·W_hh + b_h). Chapter 2; Goodfellow, Bengio and Courville, Deep
 * Learning (2016), equations 10.8 and 10.9.
 *
 * <p>Use StrictMath for tanh.
 *
 * <p>To try it: {@code ./learn check 2.1}. If you are stuck: {@code ./learn hint 2.1}.
 */
public final class MyRnnStep implements RnnStep {

  /**
   * The state after the step.
   *
   * <p>Example: x = [[1 2]], h = [[0.3 -0.2]], W_xh = [[0.5 -0.5] [0.25 1]], W_hh = [[1 0] [0 -1]]
   * and b_h = [0.1 0] give [[0.8854 0.9354]]; before the tanh that is [[1.4 1.7]].
   *
   * @param input x_t (N,D); not changed
   * @param before h_{t-1} (N,H), zeros before the first step; not changed
   * @param inputWeight W_xh (D,H); not changed
   * @param stateWeight W_hh (H,H); not changed
   * @param bias b_h (H); not changed
   * @return h_t (N,H), a new array, from -1 to 1, however large the sums are. The sizes fit; that
   *     need not be checked
   */
  @Override
  public double[][] step(
      double[][] input,
      double[][] before,
      double[][] inputWeight,
      double[][] stateWeight,
      double[] bias) {
    throw new Todo("2.1");
  }
}
