package seq2seq.graded.ch02;

/**
 * Exercise 2.2, 4 points, rebuild: one step of the gated recurrent unit.
 *
 * <p>With h the state before and ⊙ element by element:
 *
 * <pre>
 * r = σ(x·W_xr + b_xr + h·W_hr + b_hr)                reset gate
 * z = σ(x·W_xz + b_xz + h·W_hz + b_hz)                update gate
 * h̃ = tanh(x·W_xh̃ + b_xh̃ + r ⊙ (h·W_hh̃ + b_hh̃))     candidate
 * h' = (1 - z) ⊙ h̃ + z ⊙ h
 * </pre>
 *
 * <p>This is the variant of chapter 2, PyTorch and cuDNN: the reset gate acts after the product,
 * and on its bias too. The three weights lie side by side in the order r, z, h̃: columns 0 to H-1
 * belong to r, H to 2H-1 to z, 2H to 3H-1 to h̃. (PyTorch writes n for h̃.) Chapter 2; Cho et al.
 * (2014), equations 5 to 8, where the reset comes before the product.
 *
 * <p>Use StrictMath for exp and tanh; σ(a) = 1/(1 + e^-a).
 */
public interface GruStep {

  /**
   * The state after the step.
   *
   * <p>Example, N = D = H = 1: x = [[1]], h = [[0.5]], W_xh = [[0 1 0.5]], W_hh = [[0 -1 2]], b_xh
   * = [0 0.5 0.25] and b_hh = [0 -0.5 1] give r = 0.5, z = σ(0.5) = 0.6225, h̃ = tanh(0.75 + 0.5·2)
   * = 0.9414 and h' = [[0.6666]].
   *
   * @param input x (N,D); not changed
   * @param before h (N,H); not changed
   * @param inputWeight W_xh (D,3H); not changed
   * @param stateWeight W_hh (H,3H); not changed
   * @param inputBias b_xh (3H); not changed
   * @param stateBias b_hh (3H); not changed
   * @return h' (N,H), a new array, finite for any finite input, however large. The sizes fit; that
   *     need not be checked
   */
  double[][] step(
      double[][] input,
      double[][] before,
      double[][] inputWeight,
      double[][] stateWeight,
      double[] inputBias,
      double[] stateBias);
}
