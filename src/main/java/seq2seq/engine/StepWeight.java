package seq2seq.engine;

import java.util.Arrays;
import seq2seq.engine.kernel.Buffers;
import seq2seq.engine.kernel.Kernel;
import seq2seq.engine.kernel.Kernels;
import seq2seq.engine.kernel.Matrix;
import seq2seq.engine.kernel.Packed;
import seq2seq.engine.kernel.Parallel;

/**
 * A weight W (in×out) that a product at each of many steps shares, where a step must wait for the
 * one before: y_t = x_t·W.
 *
 * <pre>
 * dx_t = dy_t·Wᵀ        dW = Σ_t x_tᵀ·dy_t
 * </pre>
 *
 * <p>W and Wᵀ are packed once for all steps. Of dW no step adds its part: each lays its rows of x
 * and dy beside those of the others, and one product at the end has them all, in the order in which
 * the gradient came by, the last step first; within a step n ascending. A row of dy that is all 0
 * is left out, as in {@link RowGradient}.
 */
final class StepWeight {
  /** Rows are handed out in units of a tile of the product. */
  private static final int UNIT = 6;

  /** Multiply-adds worth waking a thread for. */
  private static final long WORTHWHILE = 1 << 18;

  private final Kernel kernel = Kernels.active();
  private final Tensor weight;
  private final int steps;
  private final int in;
  private final int out;
  private Packed packed;
  private Packed transposed;
  private Packed ofEach;
  private Tensor repeated;
  private float[] share;

  private float[] xs = new float[0];
  private float[] dYs = new float[0];
  private int rows;

  private StepWeight(Tensor weight, int steps) {
    this.weight = weight;
    this.steps = steps;
    this.in = weight.dim(0);
    this.out = weight.dim(1);
  }

  /** The same numbers; the gradient of all steps is handed on when the last of it is there. */
  static Tensor of(Tensor weight, int steps) {
    Movement.checkRank("forSteps", weight.shape(), 2);
    StepWeight shared = new StepWeight(weight, steps);
    return Tensor.ofSteps(weight, shared, shared::backward);
  }

  /** W, for products with {@code rows} rows each. */
  Packed packed(int rows) {
    if (packed == null) packed = kernel.pack(weight.asMatrix(), rows, steps);
    return packed;
  }

  /** Wᵀ. */
  Packed transposed(int rows) {
    if (transposed == null) {
      transposed = kernel.pack(weight.asMatrix().transposed(), rows, steps);
    }
    return transposed;
  }

  /** C = S + A·W, by rows of A divided between threads. */
  void multiply(Matrix a, Matrix start, Matrix c) {
    multiply(a, packed(a.rows()), start, c);
  }

  private void multiply(Matrix a, Packed b, Matrix start, Matrix c) {
    long unit = (long) UNIT * a.cols() * c.cols();
    Parallel.range(
        (c.rows() + UNIT - 1) / UNIT,
        (int) Math.max(1, WORTHWHILE / unit),
        (from, to) -> {
          int i = from * UNIT;
          int count = Math.min(c.rows(), to * UNIT) - i;
          Matrix part = c.window(i, 0, count, c.cols());
          Matrix s = start == null || start == c ? null : start.window(i, 0, count, c.cols());
          kernel.matmul(a.window(i, 0, count, a.cols()), b, start == c ? part : s, part);
        });
  }

  /** y = x·W (+ b), one step; {@code shared} is the tensor that this belongs to. */
  Tensor product(String op, Tensor x, Tensor shared, Tensor bias) {
    int count = x.size() / in;
    Shape shape = x.shape().with(-1, out);
    float[] y = new float[shape.size()];
    Matrix start = bias == null ? null : Products.copies(bias, count);
    multiply(x.asMatrix(), start, Matrix.of(y, count, out));
    Tensor[] inputs = bias == null ? new Tensor[] {x, shared} : new Tensor[] {x, shared, bias};
    return Tensor.result(op, shape, y, dy -> productBackward(dy, count, x, shared, bias), inputs);
  }

  /**
   * y = (x ⊕ c)·W + b, one step, where no gradient will be asked: what c gives is kept for the next
   * step with the same c. The chains are those of {@link Beside#affine}.
   */
  Tensor product(Beside parts, Tensor bias) {
    Tensor x = parts.each();
    int width = x.dim(-1);
    int count = x.size() / width;
    Matrix w = weight.asMatrix();
    if (repeated != parts.repeated()) {
      repeated = parts.repeated();
      share = new float[repeated.dim(0) * out];
      Matrix ofRepeated = w.window(width, 0, in - width, out);
      Matrix start = Products.copies(bias, repeated.dim(0));
      kernel.matmul(repeated.asMatrix(), ofRepeated, start, Matrix.of(share, repeated.dim(0), out));
    }
    if (ofEach == null) ofEach = kernel.pack(w.window(0, 0, width, out), count, steps);
    float[] y = new float[count * out];
    for (int at = 0; at < y.length; at += share.length) {
      System.arraycopy(share, 0, y, at, share.length);
    }
    Matrix all = Matrix.of(y, count, out);
    multiply(x.asMatrix(), ofEach, all, all);
    return Tensor.wrap(x.shape().with(-1, out), y);
  }

  private void productBackward(float[] dy, int count, Tensor x, Tensor shared, Tensor bias) {
    try (RowGradient rowsOfY = new RowGradient(dy, 0, count, out)) {
      Packed b = x.requiresGrad() ? transposed(count) : null;
      rowsOfY.addToInput(x, in, (a, start, c) -> multiply(a, b, start, c));
      if (bias != null) rowsOfY.addToBias(bias);
    }
    if (shared.requiresGrad()) collect(x.data(), 0, dy, 0, count);
  }

  /** Takes the rows of a step for dW: {@code count} of x and of dy, from these places on. */
  void collect(float[] x, int xAt, float[] dY, int at, int count) {
    reserve(rows + count);
    for (int i = 0; i < count; i++) {
      if (!RowGradient.isZero(dY, at + i * out, out)) {
        System.arraycopy(x, xAt + i * in, xs, rows * in, in);
        System.arraycopy(dY, at + i * out, dYs, rows * out, out);
        rows++;
      }
    }
  }

  private void reserve(int needed) {
    if (needed * out > dYs.length || needed * in > xs.length) {
      int room = Math.max(needed * steps, 2 * rows);
      xs = moved(xs, rows * in, room * in);
      dYs = moved(dYs, rows * out, room * out);
    }
  }

  private static float[] moved(float[] from, int used, int room) {
    float[] to = Buffers.take(room);
    System.arraycopy(from, 0, to, 0, used);
    Buffers.give(from);
    return to;
  }

  /** {@code dW} is what came other than by products; null if nothing did. */
  private void backward(float[] dW) {
    if (dW != null) weight.addSharedGrad(dW);
    boolean first = !weight.hasGrad();
    Matrix all = Matrix.of(first ? weight.gradToSet() : weight.gradToAddTo(), in, out);
    if (first && rows == 0) Arrays.fill(all.data(), 0f);
    if (rows > 0) {
      Matrix x = Matrix.of(xs, rows, in);
      kernel.matmul(x.transposed(), Matrix.of(dYs, rows, out), first ? null : all, all);
    }
    Buffers.give(xs);
    Buffers.give(dYs);
  }
}
