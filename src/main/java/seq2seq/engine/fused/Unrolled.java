package seq2seq.engine.fused;

import java.util.ArrayList;
import java.util.List;
import seq2seq.engine.Autograd;
import seq2seq.engine.Shape;
import seq2seq.engine.Tensor;
import seq2seq.engine.kernel.BufferPool;
import seq2seq.engine.kernel.Kernel;
import seq2seq.engine.kernel.Kernels;
import seq2seq.engine.kernel.Matrix;
import seq2seq.engine.kernel.Packed;
import seq2seq.engine.kernel.Parallel;
import seq2seq.engine.kernel.WorkSplit;

/**
 * One pass of a gated layer over T steps of N rows, as a single op: the loop, the rows and the
 * memory; {@link Gates} has the formula, {@link BackwardPass} the way back.
 *
 * <p>Steps must wait for one another, rows of a batch need not. So each thread takes some rows
 * through all steps, and the threads meet once for a layer, not once for a step. W_hh is packed
 * once for all steps; a step is one product and one pass over the gates. The inputs' share lies in
 * memory that nobody else sees, and that serves the next layer when this one is done.
 */
final class Unrolled {
  final RecurrentLayer layer;
  final Kernel kernel = Kernels.active();
  final Projection inputs;
  final PackedWeight weight;
  final Tensor hidden;
  final Tensor cell;
  final int steps;
  final int rows;
  final int size;
  final int gateWidth;

  /** A state of zeros adds nothing to a product, which is left out then. */
  final boolean startsFromZeros;

  /** What comes out: h' (T×N×H), followed by c' where there is one. */
  final float[] out;

  private final boolean isRecorded;
  private final float[] gates;
  private final float[] saved;

  Unrolled(
      RecurrentLayer layer,
      Projection inputs,
      PackedWeight weight,
      int steps,
      Tensor hidden,
      Tensor cell) {
    this.layer = layer;
    this.inputs = inputs;
    this.weight = weight;
    this.hidden = hidden;
    this.cell = cell;
    this.steps = steps;
    this.rows = hidden.dim(0);
    this.size = layer.size;
    this.gateWidth = layer.gateWidth;
    this.startsFromZeros = NonZeroRows.isZero(hidden.liveData(), 0, hidden.size());
    this.isRecorded = Autograd.records(allInputs());
    int kept = isRecorded ? steps * rows : rows;
    this.gates = BufferPool.take(kept * gateWidth);
    this.saved = BufferPool.take(kept * size);
    this.out = new float[(cell == null ? 1 : 2) * steps * rows * size];
  }

  private Tensor[] allInputs() {
    List<Tensor> all = new ArrayList<>(List.of(inputs.inputs()));
    all.add(hidden);
    if (cell != null) all.add(cell);
    all.add(weight.node());
    if (layer.stateBias != null) all.add(layer.stateBias);
    return all.toArray(Tensor[]::new);
  }

  /** (T×N×H), or with a cell state (2×T×N×H). */
  Tensor result() {
    Tensor result = result(Shape.of(steps, rows, size));
    weight.release();
    return result;
  }

  /** (N×H), or with a cell state (2×N×H); the weight stays packed for the next step. */
  Tensor resultOfOneStep() {
    return result(Shape.of(rows, size));
  }

  private Tensor result(Shape one) {
    forward();
    if (!isRecorded) giveBack();
    Shape shape = cell == null ? one : one.inserting(0, 2);
    return Autograd.result(layer.gates.name(), shape, out, this::backward, allInputs());
  }

  private void forward() {
    float[] projected = BufferPool.take(steps * rows * gateWidth);
    inputs.forward(projected);
    Packed packed = weight.packed(rows);
    byRows((from, to) -> forward(from, to, projected, packed));
    BufferPool.give(projected);
  }

  /** Runs a loop over the rows of the batch, divided between threads where that is worthwhile. */
  void byRows(Parallel.Range body) {
    WorkSplit.rows(rows, (long) steps * size * gateWidth, body);
  }

  private void forward(int from, int to, float[] projected, Packed packed) {
    int count = to - from;
    Matrix bias = layer.stateBias == null ? null : ContextAffine.copies(layer.stateBias, count);
    for (int t = 0; t < steps; t++) {
      Gates.Step step = step(t, from, count);
      if (t == 0 && startsFromZeros) {
        step.gates().set(bias);
      } else {
        kernel.matmul(step.before(), packed, bias, step.gates());
      }
      layer.gates.forward(Matrix.of(projected, place(t, from) * gateWidth, count, gateWidth), step);
    }
  }

  /** The number of a row among those of all steps. */
  int place(int t, int row) {
    return t * rows + row;
  }

  /** {@code count} rows, from {@code row} on, at step t. */
  Gates.Step step(int t, int row, int count) {
    int kept = isRecorded ? place(t, row) : row;
    return new Gates.Step(
        Matrix.of(gates, kept * gateWidth, count, gateWidth),
        Matrix.of(saved, kept * size, count, size),
        before(t, row, count, hidden, 0),
        Matrix.of(out, place(t, row) * size, count, size),
        cell == null ? null : before(t, row, count, cell, cellAt()),
        cell == null ? null : Matrix.of(out, cellAt() + place(t, row) * size, count, size));
  }

  /** Where c' begins in {@link #out}. */
  int cellAt() {
    return steps * rows * size;
  }

  private Matrix before(int t, int row, int count, Tensor initial, int at) {
    return t == 0
        ? Matrix.of(initial.liveData(), row * size, count, size)
        : Matrix.of(out, at + place(t - 1, row) * size, count, size);
  }

  private void backward(float[] gradient) {
    new BackwardPass(this, gradient).run();
    giveBack();
  }

  private void giveBack() {
    BufferPool.give(gates);
    BufferPool.give(saved);
  }
}
