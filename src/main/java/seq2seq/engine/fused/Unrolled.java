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
 *
 * <p>A row is at work for as many steps as its sentence is long ({@link StepRows}); nothing is
 * computed for padding, where the states are 0.
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
  final StepRows places;
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
      StepRows places,
      Tensor hidden,
      Tensor cell) {
    this.layer = layer;
    this.inputs = inputs;
    this.weight = weight;
    this.hidden = hidden;
    this.cell = cell;
    this.steps = steps;
    this.rows = hidden.dim(0);
    this.places = places;
    this.size = layer.size;
    this.gateWidth = layer.gateWidth;
    this.startsFromZeros = kernel.isZero(hidden.liveData(), 0, hidden.size());
    this.isRecorded = Autograd.records(allInputs());
    int kept = isRecorded ? places.count() : rows;
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
    Shape shape = cell == null ? one : one.stacked(2);
    return Autograd.result(layer.gates.name(), shape, out, this::backward, allInputs());
  }

  private void forward() {
    float[] projected = BufferPool.take(places.count() * gateWidth);
    inputs.forward(projected);
    Packed packed = weight.packed(rows);
    byRows((from, to) -> forward(from, to, projected, packed));
    BufferPool.give(projected);
  }

  /** Runs a loop over the rows of the batch, divided between threads where that is worthwhile. */
  void byRows(Parallel.Range body) {
    WorkSplit.rows(rows, (long) places.count() / rows * size * gateWidth, body);
  }

  private void forward(int from, int to, float[] projected, Packed packed) {
    StateRows states = new StateRows(this, to - from);
    for (int t = 0; t < steps; t++) {
      int place = places.place(t, from);
      int count = places.place(t, to) - place;
      if (count == 0) break;
      Gates.Step step = states.step(t, place, isRecorded ? place : from, count);
      Matrix bias = layer.stateBias == null ? null : ContextAffine.copies(layer.stateBias, count);
      if (t == 0 && startsFromZeros) {
        step.gates().set(bias);
      } else {
        kernel.matmul(step.before(), packed, bias, step.gates());
      }
      layer.gates.forward(Matrix.of(projected, place * gateWidth, count, gateWidth), step);
      states.keep(step, place);
    }
    states.end();
  }

  /** What {@link Gates} made of {@code count} rows and the way back needs. */
  Matrix gates(int kept, int count) {
    return Matrix.of(gates, kept * gateWidth, count, gateWidth);
  }

  /** What else it needs. */
  Matrix saved(int kept, int count) {
    return Matrix.of(saved, kept * size, count, size);
  }

  /** Where c' begins in {@link #out}. */
  int cellAt() {
    return steps * rows * size;
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
