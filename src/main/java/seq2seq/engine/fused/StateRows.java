package seq2seq.engine.fused;

import seq2seq.engine.Tensor;
import seq2seq.engine.kernel.BufferPool;
import seq2seq.engine.kernel.Matrix;

/**
 * The states that some rows of an {@link Unrolled} layer have before and after a step, as matrices.
 * Rows that are neighbours are read and written where they lie; between others there are rows whose
 * sentence has ended, and they are copied together. One a thread.
 */
final class StateRows {
  private final Unrolled op;
  private final int most;
  private final float[][] copies = new float[4][];

  /** For at most that many rows at a time. */
  StateRows(Unrolled op, int most) {
    this.op = op;
    this.most = most;
  }

  /**
   * {@code count} packed rows from {@code place} on at step t; what is saved lies at {@code kept}.
   */
  Gates.Step step(int t, int place, int kept, int count) {
    boolean hasCell = op.cell != null;
    return new Gates.Step(
        op.gates(kept, count),
        op.saved(kept, count),
        before(0, t, place, count, op.hidden, 0),
        after(1, place, count, 0),
        hasCell ? before(2, t, place, count, op.cell, op.cellAt()) : null,
        hasCell ? after(3, place, count, op.cellAt()) : null);
  }

  private Matrix before(int copy, int t, int place, int count, Tensor initial, int at) {
    int row = op.places.number(place) - t * op.rows;
    if (op.places.areNeighbours(place, count)) {
      return t == 0
          ? Matrix.of(initial.liveData(), row * op.size, count, op.size)
          : Matrix.of(op.out, at + ((t - 1) * op.rows + row) * op.size, count, op.size);
    }
    Matrix matrix = copy(copy, count);
    float[] from = t == 0 ? initial.liveData() : op.out;
    int first = t == 0 ? 0 : at - op.rows * op.size;
    for (int i = 0; i < count; i++) {
      int of = first + op.places.number(place + i) * op.size;
      System.arraycopy(from, of, matrix.data(), i * op.size, op.size);
    }
    return matrix;
  }

  private Matrix after(int copy, int place, int count, int at) {
    return op.places.areNeighbours(place, count)
        ? Matrix.of(op.out, at + op.places.number(place) * op.size, count, op.size)
        : copy(copy, count);
  }

  private Matrix copy(int number, int count) {
    if (copies[number] == null) copies[number] = BufferPool.take(most * op.size);
    return Matrix.of(copies[number], count, op.size);
  }

  /** Puts the states after a step where they belong, if they were written elsewhere. */
  void keep(Gates.Step step, int place) {
    keep(step.after(), place, 0);
    if (op.cell != null) keep(step.cellAfter(), place, op.cellAt());
  }

  private void keep(Matrix after, int place, int at) {
    if (after.data() == op.out) return;
    for (int i = 0; i < after.rows(); i++) {
      int to = at + op.places.number(place + i) * op.size;
      System.arraycopy(after.data(), i * op.size, op.out, to, op.size);
    }
  }

  /** Gives its memory back. */
  void end() {
    for (float[] copy : copies) if (copy != null) BufferPool.give(copy);
  }
}
