package seq2seq.engine;

import java.util.Arrays;
import seq2seq.engine.kernel.Buffers;
import seq2seq.engine.kernel.Matrix;

/**
 * A layer of long short-term memory over all its steps as one op. For every step, with (s_i, s_f,
 * s_g, s_o) = x + h·W:
 *
 * <pre>
 * i, f, o = σ(s_i), σ(s_f), σ(s_o)   g = tanh(s_g)   c' = f ⊙ c + i ⊙ g   h' = o ⊙ tanh(c')
 *
 * dc' += dh' ⊙ o ⊙ (1 - tanh²(c'))             dc = dc' ⊙ f
 * ds_i = dc' ⊙ g ⊙ i ⊙ (1 - i)                 ds_f = dc' ⊙ c ⊙ f ⊙ (1 - f)
 * ds_g = dc' ⊙ i ⊙ (1 - g²)                    ds_o = dh' ⊙ tanh(c') ⊙ o ⊙ (1 - o)
 * dx = ds   dh = ds·Wᵀ   dW = Σ_t hᵀ·ds
 * </pre>
 *
 * <p>Hochreiter and Schmidhuber (1997); {@link seq2seq.engine.kernel.Kernel#lstm} has the loops.
 */
final class Lstm extends Recurrence {
  private static final int GATES = 4;

  private final Tensor memory;
  private final int half;

  private Lstm(Tensor projected, Tensor hidden, Tensor memory, Tensor weight) {
    super("lstm", GATES, 2, projected, hidden, weight, memory);
    if (!memory.shape().equals(hidden.shape())) {
      throw new ShapeException(
          name, "h and c must have one shape; got " + hidden.shape() + " and " + memory.shape());
    }
    this.memory = memory;
    this.half = steps * rows * size;
  }

  static Tensor of(Tensor projected, Tensor hidden, Tensor memory, Tensor weight) {
    Lstm layer = new Lstm(projected, hidden, memory, weight);
    layer.forward();
    Shape one = projected.shape().with(-1, layer.size);
    return layer.result(one.inserting(0, 2), projected, hidden, memory, weight);
  }

  @Override
  Matrix start(int count) {
    return null;
  }

  private float[] memoryBefore(int t) {
    return t == 0 ? memory.data() : out;
  }

  private int memoryBeforeAt(int t, int row) {
    return t == 0 ? row * size : half + place(t - 1, row);
  }

  @Override
  void step(int t, int from, int to) {
    for (int row = from; row < to; row++) step(t, row);
  }

  private void step(int t, int row) {
    kernel.lstm(
        projected.data(),
        (t * rows + row) * wide,
        gates,
        gatesAt(t, row),
        memoryBefore(t),
        memoryBeforeAt(t, row),
        out,
        half + place(t, row),
        extra,
        extraAt(t, row),
        out,
        place(t, row),
        size);
  }

  @Override
  void beginBackward() {
    if (memory.requiresGrad()) memory.gradToAddTo();
  }

  @Override
  Way way(int count) {
    return new Way(count) {
      private final float[] carriedMemory = Buffers.take(count * size);

      @Override
      boolean begins(int t, int row) {
        return super.begins(t, row) || !RowGradient.isZero(dOut, half + place(t, row), size);
      }

      @Override
      void begin(int i) {
        super.begin(i);
        Arrays.fill(carriedMemory, i * size, (i + 1) * size, 0f);
      }

      @Override
      void back(int t, int row, int i) {
        kernel.add(dOut, place(t, row), carried, i * size, size);
        kernel.add(dOut, half + place(t, row), carriedMemory, i * size, size);
        kernel.lstmBackward(
            carried,
            i * size,
            carriedMemory,
            i * size,
            gates,
            gatesAt(t, row),
            memoryBefore(t),
            memoryBeforeAt(t, row),
            extra,
            extraAt(t, row),
            dState,
            i * wide,
            size);
        System.arraycopy(dState, i * wide, dProjected, (t * rows + row) * wide, wide);
      }

      @Override
      boolean carriesOn() {
        return false;
      }

      @Override
      void arrive(int row, int i) {
        super.arrive(row, i);
        if (memory.requiresGrad()) {
          kernel.add(carriedMemory, i * size, memory.gradToAddTo(), row * size, size);
        }
      }

      @Override
      void end() {
        super.end();
        Buffers.give(carriedMemory);
      }
    };
  }

  @Override
  void endBackward() {
    addToWeight(dProjected);
  }
}
