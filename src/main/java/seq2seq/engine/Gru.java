package seq2seq.engine;

import java.util.Arrays;
import seq2seq.engine.kernel.Buffers;
import seq2seq.engine.kernel.Matrix;

/**
 * A layer of gated recurrent units over all its steps as one op. For every step, with (h_r, h_z,
 * h_n) = h·W + b:
 *
 * <pre>
 * r = σ(x_r + h_r)   z = σ(x_z + h_z)   n = tanh(x_n + r ⊙ h_n)   h' = n + z ⊙ (h - n)
 *
 * dx_n = (dh' - dh' ⊙ z) ⊙ (1 - n²)            dh_n = dx_n ⊙ r
 * dx_r = dh_r = dx_n ⊙ h_n ⊙ r ⊙ (1 - r)       dx_z = dh_z = dh' ⊙ (h - n) ⊙ z ⊙ (1 - z)
 * dh = dh' ⊙ z + (dh_r, dh_z, dh_n)·Wᵀ
 * dW = Σ_t hᵀ·(dh_r, dh_z, dh_n)   db = Σ_t (dh_r, dh_z, dh_n)
 * </pre>
 *
 * <p>Cho et al. (2014), with PyTorch's reset gate; {@link seq2seq.engine.kernel.Kernel#gru} has the
 * loops.
 */
final class Gru extends Recurrence {
  private static final int GATES = 3;

  private final Tensor bias;
  private float[] dState;

  private Gru(Tensor projected, Tensor hidden, Tensor weight, Tensor bias) {
    super("gru", GATES, 1, projected, hidden, weight, bias);
    if (!bias.shape().equals(Shape.of(wide))) {
      throw new ShapeException(
          name, "the bias b_hh must be " + Shape.of(wide) + "; got " + bias.shape());
    }
    this.bias = bias;
  }

  static Tensor of(Tensor projected, Tensor hidden, Tensor weight, Tensor bias) {
    Gru layer = new Gru(projected, hidden, weight, bias);
    layer.forward();
    return layer.result(projected.shape().with(-1, layer.size), projected, hidden, weight, bias);
  }

  @Override
  Matrix start(int count) {
    return Products.copies(bias, count);
  }

  @Override
  void step(int t, int from, int to) {
    kernel.gru(
        projected.data(),
        (t * rows + from) * wide,
        gates,
        gatesAt(t, from),
        extra,
        extraAt(t, from),
        before(t),
        beforeAt(t, from),
        out,
        place(t, from),
        size,
        to - from);
  }

  @Override
  void beginBackward() {
    dState = Buffers.take(steps * rows * wide);
  }

  @Override
  void rest(int t, int row) {
    super.rest(t, row);
    int at = (t * rows + row) * wide;
    Arrays.fill(dState, at, at + wide, 0f);
  }

  @Override
  Way way(int count) {
    return new Way(count) {
      @Override
      void back(int t, int row, int i) {
        int at = (t * rows + row) * wide;
        kernel.add(dOut, place(t, row), carried, i * size, size);
        kernel.gruBackward(
            carried,
            i * size,
            gates,
            gatesAt(t, row),
            extra,
            extraAt(t, row),
            before(t),
            beforeAt(t, row),
            dProjected,
            at,
            super.dState,
            i * wide,
            size);
        System.arraycopy(super.dState, i * wide, Gru.this.dState, at, wide);
      }

      @Override
      boolean carriesOn() {
        return true;
      }
    };
  }

  @Override
  void endBackward() {
    addToWeight(dState);
    try (RowGradient all = new RowGradient(dState, 0, steps * rows, wide)) {
      all.addToBias(bias);
    }
    Buffers.give(dState);
  }
}
