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
 * only padding, and nothing to do. The rows that move lie side by side, so that one product has
 * them all.
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
    int all = op.places.count() * gateWidth;
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
    StepRows places = op.places;
    int second = places.place(1, 0);
    if (!op.startsFromZeros) {
      int[] numbers = places.numbers(0, second, 0);
      op.weight.addGradient(op.hidden.liveData(), 0, dStates, 0, second, numbers);
    } else if (op.steps == 1) {
      op.weight.expectGradient();
    }
    if (op.steps > 1) {
      int others = places.count() - second;
      int[] numbers = places.numbers(second, others, op.rows);
      op.weight.addGradient(op.out, 0, dStates, second * gateWidth, others, numbers);
    }
  }

  private void addToBias(Tensor bias) {
    if (bias == null) return;
    try (NonZeroRows all = new NonZeroRows(dStates, 0, op.places.count(), gateWidth)) {
      all.addToBias(bias);
    }
  }

  /** Some rows on their way back; one a thread. */
  private final class Rows {
    private final int from;
    private final int to;
    private final StateRows states;
    private final boolean[] moves;

    /** The rows that move, ascending. */
    private int[] moving = {};

    /** dh, dc and d(h·W) of the rows that move. */
    private final float[] dHidden;

    private final float[] dCell;
    private final float[] dState;

    Rows(int from, int to) {
      this.from = from;
      this.to = to;
      this.states = new StateRows(op, to - from);
      this.moves = new boolean[to - from];
      this.dHidden = BufferPool.take((to - from) * size);
      this.dCell = op.cell == null ? null : BufferPool.take((to - from) * size);
      this.dState = BufferPool.take((to - from) * gateWidth);
    }

    void walk(Packed transposed) {
      for (int t = op.steps - 1; t >= 0; t--) {
        begin(t);
        for (int i = 0; i < moving.length; i += back(t, i)) {}
        if (moving.length > 0 && (t > 0 || op.hidden.requiresGrad())) {
          Matrix carried = Matrix.of(dHidden, moving.length, size);
          kernel.matmul(dState(t), transposed, carried, carried);
        }
      }
      for (int i = 0; i < moving.length; i++) arrive(i);
      end();
    }

    /** A row begins to move where a gradient comes in from outside; before, it has zeros. */
    private void begin(int t) {
      int begun = 0;
      for (int row = from; row < to; row++) {
        if (moves[row - from] || !op.places.isAtWork(t, row)) continue;
        if (isReached(t, row)) {
          moves[row - from] = true;
          begun++;
        } else {
          fillWithZeros(dProjected, t, row);
          if (dStates != dProjected) fillWithZeros(dStates, t, row);
        }
      }
      if (begun > 0) makeRoom(begun);
    }

    private boolean isReached(int t, int row) {
      int at = (t * op.rows + row) * size;
      return !kernel.isZero(dOut, at, size)
          || (dCell != null && !kernel.isZero(dOut, op.cellAt() + at, size));
    }

    private void fillWithZeros(float[] gradient, int t, int row) {
      int at = op.places.place(t, row) * gateWidth;
      Arrays.fill(gradient, at, at + gateWidth, 0f);
    }

    /** Puts zeros for the rows that have just begun among what is carried, from the last on. */
    private void makeRoom(int begun) {
      int[] before = moving;
      moving = new int[before.length + begun];
      int old = before.length - 1;
      int next = moving.length - 1;
      for (int row = to - 1; row >= from; row--) {
        if (!moves[row - from]) continue;
        boolean isOld = old >= 0 && before[old] == row;
        carry(dHidden, isOld ? old : -1, next);
        if (dCell != null) carry(dCell, isOld ? old : -1, next);
        if (isOld) old--;
        moving[next--] = row;
      }
    }

    private void carry(float[] carried, int old, int next) {
      if (old < 0) {
        Arrays.fill(carried, next * size, (next + 1) * size, 0f);
      } else {
        System.arraycopy(carried, old * size, carried, next * size, size);
      }
    }

    /** One step back of row number i and of those after it that are packed neighbours; how many. */
    private int back(int t, int i) {
      int place = op.places.place(t, moving[i]);
      int n = 1;
      while (i + n < moving.length && op.places.place(t, moving[i + n]) == place + n) n++;
      for (int j = i; j < i + n; j++) addOutside(t, j);
      gates.backward(
          states.step(t, place, place, n),
          Matrix.of(dHidden, i * size, n, size),
          dCell == null ? null : Matrix.of(dCell, i * size, n, size),
          Matrix.of(dProjected, place * gateWidth, n, gateWidth),
          Matrix.of(dStates, place * gateWidth, n, gateWidth));
      if (n < moving.length) {
        System.arraycopy(dStates, place * gateWidth, dState, i * gateWidth, n * gateWidth);
      }
      return n;
    }

    private void addOutside(int t, int i) {
      int at = (t * op.rows + moving[i]) * size;
      kernel.add(dOut, at, dHidden, i * size, size);
      if (dCell != null) kernel.add(dOut, op.cellAt() + at, dCell, i * size, size);
    }

    /** d(h·W) of the rows that move: where it lies, or copied together by {@link #back}. */
    private Matrix dState(int t) {
      int place = op.places.place(t, moving[0]);
      int last = op.places.place(t, moving[moving.length - 1]);
      return last - place == moving.length - 1
          ? Matrix.of(dStates, place * gateWidth, moving.length, gateWidth)
          : Matrix.of(dState, moving.length, gateWidth);
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
      states.end();
    }
  }
}
