package seq2seq.graded.ch02;

import seq2seq.engine.Tensor;

/**
 * Exercise 2.3, 3 points, extend: one step of long short-term memory, for the whole batch.
 *
 * <p>With h and cell the state before, a dash for what comes after, and ⊙ element by element:
 *
 * <pre>
 * i = σ(x·W_xi + h·W_hi + b_i)      input gate
 * f = σ(x·W_xf + h·W_hf + b_f)      forget gate
 * g = tanh(x·W_xg + h·W_hg + b_g)   candidate
 * o = σ(x·W_xo + h·W_ho + b_o)      output gate
 * cell' = f ⊙ cell + i ⊙ g
 * h' = o ⊙ tanh(cell')
 * </pre>
 *
 * <p>The four weights lie side by side in the order i, f, g, o: columns 0 to H-1 belong to i, H to
 * 2H-1 to f, and so on. (Papers and PyTorch write c for cell.) Chapter 2; Hochreiter and
 * Schmidhuber (1997); the forget gate is from Gers et al. (2000).
 */
public interface LstmStep {

  /**
   * The state after the step.
   *
   * <p>Example, N = D = H = 1: x = [[1]], h = [[0.5]], cell = [[2]], W_xh = [[0 1 0.5 -1]], W_hh =
   * [[0 0 1 2]] and b_h = [0 -1 0 0] give i = f = o = 0.5, g = tanh(1) = 0.7616, cell' = [[1.3808]]
   * and h' = [[0.4406]].
   *
   * @param input x (N,D)
   * @param before h and cell, each (N,H)
   * @param inputWeight W_xh (D,4H)
   * @param stateWeight W_hh (H,4H)
   * @param bias b_h (4H)
   * @return h' and cell', each (N,H). The sizes fit; that need not be checked
   */
  LstmState step(
      Tensor input, LstmState before, Tensor inputWeight, Tensor stateWeight, Tensor bias);
}
