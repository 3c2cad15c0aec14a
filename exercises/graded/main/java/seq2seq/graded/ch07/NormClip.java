package seq2seq.graded.ch07;

/**
 * Exercise 7.2, 3 points, rebuild: clip gradients by their global norm.
 *
 * <p>All gradients together, written one after the other, are one long vector g. If its length ‖g‖,
 * the root of the sum of all squares, is above the limit, all of it is multiplied by limit / ‖g‖;
 * so its direction stays. Chapter 7; Pascanu, Mikolov and Bengio (2013), algorithm 1.
 *
 * <p>Here the parameters are those of one linear layer: a weight and a bias.
 */
public interface NormClip {

  /**
   * What comes out.
   *
   * @param weight the weight's gradient, clipped (D,H)
   * @param bias the bias's gradient, clipped (H)
   * @param norm the global norm before clipping
   */
  record Clipped(double[][] weight, double[] bias, double norm) {}

  /**
   * Shortens the gradients, if together they are longer than the limit.
   *
   * <p>Example: weight [[3 0] [0 0]], bias [0 4] and limit 1 give weight [[0.6 0] [0 0]], bias [0
   * 0.8] and norm 5; with limit 10 they stay as they are, and the norm is 5 too.
   *
   * @param weight the weight's gradient (D,H), finite; not changed
   * @param bias the bias's gradient (H), finite; not changed
   * @param limit the limit of the global norm
   * @return new arrays, also where nothing is clipped
   * @throws IllegalArgumentException if the limit is not above 0
   */
  Clipped clip(double[][] weight, double[] bias, double limit);
}
