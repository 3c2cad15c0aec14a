package seq2seq.engine.fused;

import seq2seq.engine.Tensor;
import seq2seq.engine.kernel.GateKernel;
import seq2seq.engine.kernel.Kernels;
import seq2seq.engine.kernel.Matrix;

/**
 * A layer of gated recurrent units. For every step, with (x_r, x_z, x_n) = x·W_xh + b_xh and (h_r,
 * h_z, h_n) = h·W_hh + b_hh:
 *
 * <pre>
 * r = σ(x_r + h_r)   z = σ(x_z + h_z)   n = tanh(x_n + r ⊙ h_n)   h' = n + z ⊙ (h - n)
 *
 * dx_n = (dh' - dh' ⊙ z) ⊙ (1 - n²)            dh_n = dx_n ⊙ r
 * dx_r = dh_r = dx_n ⊙ h_n ⊙ r ⊙ (1 - r)       dx_z = dh_z = dh' ⊙ (h - n) ⊙ z ⊙ (1 - z)
 * dh = dh' ⊙ z + (dh_r, dh_z, dh_n)·W_hhᵀ
 * </pre>
 *
 * <p>Cho et al. (2014), with PyTorch's reset gate; {@link GateKernel#gru} has the loops.
 */
public final class GruLayer {
  private final RecurrentLayer layer;

  /**
   * A layer on these weights, which are read live; gates in the order r, z, n.
   *
   * @param inputWeight W_xh (D×3H)
   * @param stateWeight W_hh (H×3H)
   * @param inputBias b_xh (3H)
   * @param stateBias b_hh (3H)
   * @throws seq2seq.engine.ShapeException if the sizes do not fit
   */
  public GruLayer(Tensor inputWeight, Tensor stateWeight, Tensor inputBias, Tensor stateBias) {
    GateKernel kernel = Kernels.active().gates(stateWeight.dim(0));
    layer = new RecurrentLayer(new Gru(kernel), inputWeight, stateWeight, inputBias, stateBias);
  }

  /**
   * All steps of a sequence, each row as long as its sentence.
   *
   * @param inputs x (T×N×D)
   * @param context c (N×C), laid beside x at every step, W_xh having D+C rows; null for none
   * @param lengths how many steps of each row there are (N), 0 to T; null for all. Past them
   *     nothing is computed, and the state is 0
   * @param hidden h before the first step (N×H)
   * @return h after each step (T×N×H)
   * @throws seq2seq.engine.ShapeException if the sizes do not fit, or a length is not in 0..T
   */
  public Tensor unroll(Tensor inputs, Tensor context, int[] lengths, Tensor hidden) {
    return layer.unroll(inputs, context, lengths, hidden, null);
  }

  /**
   * The next step of a loop, for one forward and one backward pass with weights that do not change.
   *
   * @param input x (N×D)
   * @param context c (N×C), or null
   * @param hidden h before the step (N×H)
   * @return h after it (N×H)
   * @throws seq2seq.engine.ShapeException if the sizes do not fit
   */
  public Tensor step(Tensor input, Tensor context, Tensor hidden) {
    return layer.step(input, context, hidden, null);
  }

  private record Gru(GateKernel kernel) implements Gates {
    @Override
    public String name() {
      return "gru";
    }

    @Override
    public int count() {
      return 3;
    }

    @Override
    public boolean addsStateToInputs() {
      return false;
    }

    @Override
    public void forward(Matrix projected, Step s) {
      kernel.gru(projected, s.gates(), s.saved(), s.before(), s.after());
    }

    @Override
    public void backward(Step s, Matrix dHidden, Matrix dCell, Matrix dProjected, Matrix dState) {
      kernel.gruBackward(dHidden, s.gates(), s.saved(), s.before(), dProjected, dState);
    }
  }
}
