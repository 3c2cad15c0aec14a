package seq2seq.engine.fused;

import seq2seq.engine.Tensor;
import seq2seq.engine.kernel.GateKernel;
import seq2seq.engine.kernel.Kernels;
import seq2seq.engine.kernel.Matrix;

/**
 * A layer of long short-term memory. For every step, with (s_i, s_f, s_g, s_o) = x·W_xh + b +
 * h·W_hh:
 *
 * <pre>
 * i, f, o = σ(s_i), σ(s_f), σ(s_o)   g = tanh(s_g)   c' = f ⊙ c + i ⊙ g   h' = o ⊙ tanh(c')
 *
 * dc' += dh' ⊙ o ⊙ (1 - tanh²(c'))             dc = dc' ⊙ f
 * ds_i = dc' ⊙ g ⊙ i ⊙ (1 - i)                 ds_f = dc' ⊙ c ⊙ f ⊙ (1 - f)
 * ds_g = dc' ⊙ i ⊙ (1 - g²)                    ds_o = dh' ⊙ tanh(c') ⊙ o ⊙ (1 - o)
 * dh = ds·W_hhᵀ
 * </pre>
 *
 * <p>Hochreiter and Schmidhuber (1997); {@link GateKernel#lstm} has the loops.
 */
public final class LstmLayer {
  private final RecurrentLayer layer;

  /**
   * A layer on these weights, which are read live; gates in the order i, f, g, o.
   *
   * @param inputWeight W_xh (D×4H)
   * @param stateWeight W_hh (H×4H)
   * @param bias b (4H)
   * @throws seq2seq.engine.ShapeException if the sizes do not fit
   */
  public LstmLayer(Tensor inputWeight, Tensor stateWeight, Tensor bias) {
    GateKernel kernel = Kernels.active().gates(stateWeight.dim(0));
    layer = new RecurrentLayer(new Lstm(kernel), inputWeight, stateWeight, bias, null);
  }

  /**
   * All steps of a sequence, each row as long as its sentence.
   *
   * @param inputs x (T×N×D)
   * @param context (N×C), laid beside x at every step, W_xh having D+C rows; null for none
   * @param lengths how many steps of each row there are (N), 0 to T; null for all. Past them
   *     nothing is computed, and the state is 0
   * @param hidden h before the first step (N×H)
   * @param cell c before the first step (N×H)
   * @return h and c after each step, on top of each other (2×T×N×H)
   * @throws seq2seq.engine.ShapeException if the sizes do not fit, or a length is not in 0..T
   */
  public Tensor unroll(Tensor inputs, Tensor context, int[] lengths, Tensor hidden, Tensor cell) {
    return layer.unroll(inputs, context, lengths, hidden, cell);
  }

  /**
   * The next step of a loop, for one forward and one backward pass with weights that do not change.
   *
   * @param input x (N×D)
   * @param context (N×C), or null
   * @param hidden h before the step (N×H)
   * @param cell c before the step (N×H)
   * @return h and c after it, on top of each other (2×N×H)
   * @throws seq2seq.engine.ShapeException if the sizes do not fit
   */
  public Tensor step(Tensor input, Tensor context, Tensor hidden, Tensor cell) {
    return layer.step(input, context, hidden, cell);
  }

  private record Lstm(GateKernel kernel) implements Gates {
    @Override
    public String name() {
      return "lstm";
    }

    @Override
    public int count() {
      return 4;
    }

    @Override
    public boolean addsStateToInputs() {
      return true;
    }

    @Override
    public void forward(Matrix projected, Step s) {
      kernel.lstm(projected, s.gates(), s.cellBefore(), s.cellAfter(), s.saved(), s.after());
    }

    @Override
    public void backward(Step s, Matrix dHidden, Matrix dCell, Matrix dProjected, Matrix dState) {
      kernel.lstmBackward(dHidden, dCell, s.gates(), s.cellBefore(), s.saved(), dState);
      // h' reaches back through W_hh alone.
      dHidden.set(null);
    }
  }
}
