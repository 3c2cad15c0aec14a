package seq2seq.engine;

import java.util.Arrays;
import seq2seq.engine.kernel.Buffers;
import seq2seq.engine.kernel.Kernel;
import seq2seq.engine.kernel.Kernels;
import seq2seq.engine.kernel.Matrix;
import seq2seq.engine.kernel.Packed;
import seq2seq.engine.kernel.Parallel;

/**
 * One gated layer walked along time as a single op: what {@link Gru} and {@link Lstm} share.
 *
 * <p>Steps must wait for one another, rows of a batch need not. So each thread walks some rows
 * through all steps, and the threads meet once for a layer, not once for a step. W_hh is packed
 * once for all steps; a step is one product and one pass over the gates.
 *
 * <p>On the way back a row starts moving at the last step that a gradient reaches: past a
 * sentence's end there is only padding, and nothing to do.
 */
abstract class Recurrence {
  /** Rows are handed out in units of a tile of the product. */
  private static final int UNIT = 6;

  /** Multiply-adds worth waking a thread for. */
  private static final long WORTHWHILE = 1 << 18;

  final String name;
  final Kernel kernel = Kernels.active();
  final int steps;
  final int rows;
  final int size;
  final int wide;
  final boolean keeps;

  /** A state of zeros adds nothing to a product, which is left out then. */
  private final boolean startsFromZeros;

  final Tensor projected;
  final Tensor hidden;
  final Tensor weight;

  /**
   * The gates as the kernel left them: (T×N×G·H), or one step's where no gradient will be asked.
   */
  final float[] gates;

  /** n of a GRU, tanh(c') of an LSTM: (T×N×H), or one step's. */
  final float[] extra;

  /** What comes out: h' (T×N×H), of an LSTM followed by c'. */
  final float[] out;

  Recurrence(String name, int gates, int parts, Tensor projected, Tensor hidden, Tensor... more) {
    Shape shape = projected.shape();
    this.name = name;
    this.size = hidden.dim(-1);
    this.wide = gates * size;
    checkShapes(shape, hidden, more);
    this.steps = shape.rank() == 3 ? shape.dim(0) : 1;
    this.rows = hidden.dim(0);
    this.projected = projected;
    this.hidden = hidden;
    this.weight = more[0];
    this.keeps = Tensor.joinsGraph(projected, hidden, more[0], more[1]);
    this.startsFromZeros = RowGradient.isZero(hidden.data(), 0, hidden.size());
    int kept = keeps ? steps * rows : rows;
    this.gates = Buffers.take(kept * wide);
    this.extra = Buffers.take(kept * size);
    this.out = new float[parts * steps * rows * size];
  }

  private void checkShapes(Shape shape, Tensor hidden, Tensor... more) {
    int rank = shape.rank();
    Movement.checkRank(name, hidden.shape(), 2);
    Shape expected = Shape.of(size, wide);
    boolean fits = (rank == 2 || rank == 3) && shape.dim(-1) == wide;
    fits = fits && shape.dim(-2) == hidden.dim(0) && more[0].shape().equals(expected);
    if (!fits) {
      throw new ShapeException(
          name,
          "with h "
              + hidden.shape()
              + " needs the inputs' share (…×"
              + hidden.dim(0)
              + "×"
              + wide
              + ") and W_hh "
              + expected
              + "; got "
              + shape
              + " and "
              + more[0].shape());
    }
  }

  /** What the chains of h·W start from: the bias, or null for 0. */
  abstract Matrix start(int count);

  /** One step of some rows, the product h·W being in {@link #gates}. */
  abstract void step(int t, int from, int to);

  /** The gradients of one row while it is walked back through the steps; one a thread. */
  abstract class Way {
    /** dh of the rows that move, in the order in which they began to. */
    final float[] carried;

    /** d(h·W) of the rows that move. */
    final float[] dState;

    Way(int count) {
      carried = Buffers.take(count * size);
      dState = Buffers.take(count * wide);
    }

    /** Whether a gradient comes in from outside for this row at this step. */
    boolean begins(int t, int row) {
      return !RowGradient.isZero(dOut, place(t, row), size);
    }

    /** Row {@code row} begins as number {@code i}: nothing is carried yet. */
    void begin(int i) {
      Arrays.fill(carried, i * size, (i + 1) * size, 0f);
    }

    /** One step back of row {@code row}, which is number {@code i}. */
    abstract void back(int t, int row, int i);

    /** Whether the product dState·Wᵀ goes on from what is carried, or starts from 0. */
    abstract boolean carriesOn();

    /** Hands over what has been carried to the state before the first step. */
    void arrive(int row, int i) {
      if (hidden.requiresGrad()) {
        kernel.add(carried, i * size, hidden.gradToAddTo(), row * size, size);
      }
    }

    void end() {
      Buffers.give(carried);
      Buffers.give(dState);
    }
  }

  float[] dOut;
  float[] dProjected;

  abstract Way way(int count);

  /** The place of h' or of a gradient of it. */
  final int place(int t, int row) {
    return (t * rows + row) * size;
  }

  /** The place of a row of gates. */
  final int gatesAt(int t, int row) {
    return ((keeps ? t * rows : 0) + row) * wide;
  }

  final int extraAt(int t, int row) {
    return ((keeps ? t * rows : 0) + row) * size;
  }

  /** The hidden state before step t: its array and the place of a row in it. */
  final float[] before(int t) {
    return t == 0 ? hidden.data() : out;
  }

  final int beforeAt(int t, int row) {
    return t == 0 ? row * size : place(t - 1, row);
  }

  final void forward() {
    StepWeight shared = weight.stepWeight();
    if (shared != null) {
      walkAll(shared.packed(rows));
    } else {
      try (Packed packed = kernel.pack(weight.asMatrix(), rows, steps)) {
        walkAll(packed);
      }
    }
    projected.release();
  }

  private void walkAll(Packed packed) {
    byRows((from, to) -> walk(from, to, packed));
  }

  private void walk(int from, int to, Packed packed) {
    int count = to - from;
    for (int t = 0; t < steps; t++) {
      Matrix state = Matrix.of(gates, gatesAt(t, from), count, wide);
      if (t == 0 && startsFromZeros) {
        state.set(start(count));
      } else {
        Matrix h = Matrix.of(before(t), beforeAt(t, from), count, size);
        kernel.matmul(h, packed, start(count), state);
      }
      step(t, from, to);
    }
  }

  /** Runs a loop over the rows of the batch, divided between threads where that is worthwhile. */
  private void byRows(Parallel.Range body) {
    long unit = (long) UNIT * steps * size * wide;
    Parallel.range(
        (rows + UNIT - 1) / UNIT,
        (int) Math.max(1, WORTHWHILE / unit),
        (from, to) -> body.run(from * UNIT, Math.min(rows, to * UNIT)));
  }

  final Tensor result(Shape shape, Tensor... inputs) {
    if (!keeps) {
      giveBack();
    }
    return Tensor.result(name, shape, out, this::backward, inputs);
  }

  private void giveBack() {
    Buffers.give(gates);
    Buffers.give(extra);
  }

  final void backward(float[] gradient) {
    dOut = gradient;
    dProjected = Buffers.takeExactly(projected.size());
    beginBackward();
    if (hidden.requiresGrad()) hidden.gradToAddTo();
    StepWeight shared = weight.stepWeight();
    if (shared != null) {
      walkAllBack(shared.transposed(rows));
    } else {
      try (Packed packed = kernel.pack(weight.asMatrix().transposed(), rows, steps)) {
        walkAllBack(packed);
      }
    }
    endBackward();
    projected.addGrad(dProjected);
    giveBack();
  }

  /** Before and after the walk back. */
  abstract void beginBackward();

  abstract void endBackward();

  private void walkAllBack(Packed packed) {
    byRows((from, to) -> walkBack(from, to, packed));
  }

  private void walkBack(int from, int to, Packed packed) {
    Way way = way(to - from);
    int[] moving = new int[to - from];
    boolean[] moves = new boolean[to - from];
    int count = 0;
    for (int t = steps - 1; t >= 0; t--) {
      for (int row = from; row < to; row++) {
        if (!moves[row - from] && way.begins(t, row)) {
          moves[row - from] = true;
          way.begin(count);
          moving[count++] = row;
        }
        if (!moves[row - from]) rest(t, row);
      }
      for (int i = 0; i < count; i++) way.back(t, moving[i], i);
      if (count > 0 && (t > 0 || hidden.requiresGrad())) {
        Matrix dState = Matrix.of(way.dState, count, wide);
        Matrix carried = Matrix.of(way.carried, count, size);
        kernel.matmul(dState, packed, way.carriesOn() ? carried : null, carried);
      }
    }
    for (int i = 0; i < count; i++) way.arrive(moving[i], i);
    way.end();
  }

  /** A row that no gradient has reached yet at step t: zeros. */
  void rest(int t, int row) {
    int at = (t * rows + row) * wide;
    Arrays.fill(dProjected, at, at + wide, 0f);
  }

  /** dW += Σ h'·dState over all steps, ascending, given d(h·W) of all steps (T×N×G·H). */
  final void addToWeight(float[] dState) {
    if (weight.stepWeight() != null) {
      if (weight.requiresGrad()) collect(weight.stepWeight(), dState);
      return;
    }
    if (startsFromZeros) {
      if (weight.requiresGrad() && steps == 1) weight.gradToAddTo();
    } else {
      try (RowGradient first = new RowGradient(dState, 0, rows, wide)) {
        first.addToWeight(weight, hidden.data(), 0, size);
      }
    }
    if (steps > 1) {
      try (RowGradient others = new RowGradient(dState, rows * wide, (steps - 1) * rows, wide)) {
        others.addToWeight(weight, out, 0, size);
      }
    }
  }

  private void collect(StepWeight shared, float[] dState) {
    if (steps > 1) shared.collect(out, 0, dState, rows * wide, (steps - 1) * rows);
    if (!startsFromZeros) shared.collect(hidden.data(), 0, dState, 0, rows);
  }
}
