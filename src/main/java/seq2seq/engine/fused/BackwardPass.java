package seq2seq.engine.fused;

import java.util.Arrays;
import seq2seq.engine.Tensor;
import seq2seq.engine.kernel.BufferPool;
import seq2seq.engine.kernel.Kernel;
import seq2seq.engine.kernel.Matrix;
import seq2seq.engine.kernel.Packed;

/**
 * The way back of an {@link Unrolled} layer, from the last step to the first.
 *
 * <pre>
 * dh = (its own share) + d(h·W)·Wᵀ      dW = Σ_t hᵀ·d(h·W)      db_hh = Σ_t d(h·W)
 * </pre>
 *
 * <p>A row starts to move at the last step that a gradient reaches: past a sentence's end there is
 * only padding, and nothing to do. The rows that move lie side by side, in the order in which they
 * began to, so that one product has them all.
 */
final class BackwardPass {
  private final Unrolled op;
  private final Kernel kernel;
  private final Gates gates;
  private final int size;
  private final int gateWidth;
  private final float[] dOut;

  /** d(x·W_xh + b) and d(h·W_hh) of all steps (T×N×G·H): one array where they are one. */
  private final float[] dProjected;

  private final float[] dStates;

  BackwardPass(Unrolled op, float[] dOut) {
    this.op = op;
    this.kernel = op.kernel;
    this.gates = op.layer.gates;
    this.size = op.size;
    this.gateWidth = op.gateWidth;
    this.dOut = dOut;
    int all = op.steps * op.rows * gateWidth;
    this.dProjected = BufferPool.take(all);
    this.dStates = gates.addsStateToInputs() ? dProjected : BufferPool.take(all);
  }

  void run() {
    // Before threads share them.
    if (op.cell != null && op.cell.requiresGrad()) op.cell.gradient().toAddTo();
    if (op.hidden.requiresGrad()) op.hidden.gradient().toAddTo();
    Packed transposed = op.weight.transposed(op.rows);
    op.byRows((from, to) -> new Rows(from, to).walk(transposed));
    if (op.weight.node() == op.weight.weight()) op.weight.release();
    addToWeight();
    addToBias(op.layer.stateBias);
    if (dStates != dProjected) BufferPool.give(dStates);
    op.inputs.backward(dProjected);
    BufferPool.give(dProjected);
  }

  private void addToWeight() {
    if (!op.startsFromZeros) {
      op.weight.addGradient(op.hidden.liveData(), 0, dStates, 0, op.rows);
    } else if (op.steps == 1) {
      op.weight.expectGradient();
    }
    if (op.steps > 1) {
      int others = (op.steps - 1) * op.rows;
      op.weight.addGradient(op.out, 0, dStates, op.rows * gateWidth, others);
    }
  }

  private void addToBias(Tensor bias) {
    if (bias == null) return;
    try (NonZeroRows all = new NonZeroRows(dStates, 0, op.steps * op.rows, gateWidth)) {
      all.addToBias(bias);
    }
  }

  /** Some rows on their way back; one a thread. */
  private final class Rows {
    private final int from;
    private final int to;
    private final boolean[] moves;
    private final int[] moving;
    private int count;

    /** dh, dc and d(h·W) of the rows that move. */
    private final float[] dHidden;

    private final float[] dCell;
    private final float[] dState;

    Rows(int from, int to) {
      this.from = from;
      this.to = to;
      this.moves = new boolean[to - from];
      this.moving = new int[to - from];
      this.dHidden = BufferPool.take((to - from) * size);
      this.dCell = op.cell == null ? null : BufferPool.take((to - from) * size);
      this.dState = BufferPool.take((to - from) * gateWidth);
    }

    void walk(Packed transposed) {
      for (int t = op.steps - 1; t >= 0; t--) {
        for (int row = from; row < to; row++) begin(t, row);
        for (int i = 0; i < count; i += back(t, i)) {}
        if (count > 0 && (t > 0 || op.hidden.requiresGrad())) {
          Matrix carried = Matrix.of(dHidden, count, size);
          kernel.matmul(Matrix.of(dState, count, gateWidth), transposed, carried, carried);
        }
      }
      for (int i = 0; i < count; i++) arrive(i);
      end();
    }

    /** A row begins to move where a gradient comes in from outside; before, it has zeros. */
    private void begin(int t, int row) {
      if (moves[row - from]) return;
      if (isReached(t, row)) {
        moves[row - from] = true;
        Arrays.fill(dHidden, count * size, (count + 1) * size, 0f);
        if (dCell != null) Arrays.fill(dCell, count * size, (count + 1) * size, 0f);
        moving[count++] = row;
      } else {
        fillWithZeros(dProjected, t, row);
        if (dStates != dProjected) fillWithZeros(dStates, t, row);
      }
    }

    private boolean isReached(int t, int row) {
      int at = op.place(t, row) * size;
      return !kernel.isZero(dOut, at, size)
          || (dCell != null && !kernel.isZero(dOut, op.cellAt() + at, size));
    }

    private void fillWithZeros(float[] gradient, int t, int row) {
      int at = op.place(t, row) * gateWidth;
      Arrays.fill(gradient, at, at + gateWidth, 0f);
    }

    /** One step back of row number i and of those after it that are neighbours; how many. */
    private int back(int t, int i) {
      int n = 1;
      while (i + n < count && moving[i + n] == moving[i] + n) n++;
      int at = op.place(t, moving[i]);
      kernel.add(dOut, at * size, dHidden, i * size, n * size);
      if (dCell != null) kernel.add(dOut, op.cellAt() + at * size, dCell, i * size, n * size);
      gates.backward(
          op.step(t, moving[i], n),
          Matrix.of(dHidden, i * size, n, size),
          dCell == null ? null : Matrix.of(dCell, i * size, n, size),
          Matrix.of(dProjected, at * gateWidth, n, gateWidth),
          Matrix.of(dState, i * gateWidth, n, gateWidth));
      System.arraycopy(dState, i * gateWidth, dStates, at * gateWidth, n * gateWidth);
      return n;
    }

    /** Hands over what has been carried to the state before the first step. */
    private void arrive(int i) {
      addTo(op.hidden, dHidden, i);
      if (dCell != null) addTo(op.cell, dCell, i);
    }

    private void addTo(Tensor state, float[] carried, int i) {
      if (state.requiresGrad()) {
        kernel.add(carried, i * size, state.gradient().toAddTo(), moving[i] * size, size);
      }
    }

    private void end() {
      BufferPool.give(dHidden);
      if (dCell != null) BufferPool.give(dCell);
      BufferPool.give(dState);
    }
  }
}
