package seq2seq.ch04_decoder;

import seq2seq.engine.Tensor;

/**
 * Feature fusion, two ways to the same numbers: lay x and c side by side and multiply once by a
 * wide weight, or multiply each by its own and add.
 *
 * <p>[W_x; W_c] stacked (D+H,out): (x ⊕ c)·[W_x; W_c] = x·W_x + c·W_c. The course writes rows on
 * the left of the weight, so the two weights stand one above the other; books that write columns on
 * the right of it put them side by side. The values agree up to rounding: the one long chain of
 * additions is cut in two.
 */
public final class Concatenation {
  private Concatenation() {}

  /**
   * One product with a wide weight.
   *
   * @param x (N,D)
   * @param c (N,H)
   * @param wide (D+H,out)
   * @return (N,out)
   */
  public static Tensor together(Tensor x, Tensor c, Tensor wide) {
    return Tensor.concat(1, x, c).matmul(wide);
  }

  /**
   * Two products and a sum.
   *
   * @param x (N,D)
   * @param c (N,H)
   * @param wide (D+H,out), split into W_x (D,out) and W_c (H,out)
   * @return (N,out)
   */
  public static Tensor apart(Tensor x, Tensor c, Tensor wide) {
    Tensor weightOfX = wide.slice(0, 0, x.dim(1));
    Tensor weightOfC = wide.slice(0, x.dim(1), wide.dim(0));
    return apart(x, c, weightOfX, weightOfC);
  }

  /**
   * Two products and a sum, the weight already cut in two.
   *
   * @param x (N,D)
   * @param c (N,H)
   * @param weightOfX W_x (D,out)
   * @param weightOfC W_c (H,out)
   * @return (N,out)
   */
  public static Tensor apart(Tensor x, Tensor c, Tensor weightOfX, Tensor weightOfC) {
    return x.matmul(weightOfX).plus(c.matmul(weightOfC));
  }
}
