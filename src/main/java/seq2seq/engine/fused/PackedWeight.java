package seq2seq.engine.fused;

import java.util.Arrays;
import seq2seq.engine.Autograd;
import seq2seq.engine.Shape;
import seq2seq.engine.Tensor;
import seq2seq.engine.kernel.BufferPool;
import seq2seq.engine.kernel.Kernel;
import seq2seq.engine.kernel.Kernels;
import seq2seq.engine.kernel.Matrix;
import seq2seq.engine.kernel.Packed;
import seq2seq.engine.kernel.WorkSplit;

/**
 * A weight W (in×out) that a product at each of many steps shares, where a step must wait for the
 * one before: y_t = x_t·W. W and Wᵀ are packed once for all steps.
 *
 * <pre>
 * dx_t = dy_t·Wᵀ        dW = Σ_t x_tᵀ·dy_t
 * </pre>
 *
 * <p>Where all steps are one op, dW is added where it stands. Where each step is an op, none adds
 * its part: each lays its rows of x and dy beside those of the others, and one product at the end
 * has them all, in the order in which the gradient came by, the last step first. For that, the ops
 * list {@link #node} among their inputs, and not the weight: its own backward comes after all of
 * theirs.
 */
final class PackedWeight {
  /** For so many steps there is room at first. */
  private static final int STEPS = 16;

  private final Kernel kernel = Kernels.active();
  private final Tensor weight;
  private final Tensor node;
  private final int in;
  private final int out;
  private Packed packed;
  private Packed transposed;

  private float[] xs = new float[0];
  private float[] dYs = new float[0];
  private int collected;

  private PackedWeight(Tensor weight, boolean isForLoop) {
    this.weight = weight;
    this.in = weight.dim(0);
    this.out = weight.dim(1);
    this.node = isForLoop ? collector() : weight;
  }

  /** For an op that walks through all steps. */
  static PackedWeight forOneOp(Tensor weight) {
    return new PackedWeight(weight, false);
  }

  /** For a loop of ops; for one forward and one backward pass, in which the weight stays. */
  static PackedWeight forLoop(Tensor weight) {
    return new PackedWeight(weight, true);
  }

  private Tensor collector() {
    return Autograd.result(
        "packed weight", Shape.SCALAR, new float[1], marked -> multiplyCollected(), weight);
  }

  Tensor weight() {
    return weight;
  }

  /** What an op that uses this weight lists among its inputs. */
  Tensor node() {
    return node;
  }

  /** W, for products with {@code rows} rows each. */
  Packed packed(int rows) {
    if (packed == null) packed = kernel.pack(matrix(), rows);
    return packed;
  }

  /** Wᵀ. */
  Packed transposed(int rows) {
    if (transposed == null) transposed = kernel.pack(matrix().transposed(), rows);
    return transposed;
  }

  private Matrix matrix() {
    return ContextAffine.matrix(weight);
  }

  /** Gives the packed copies back; they are made again when asked for. */
  void release() {
    if (packed != null) packed.close();
    if (transposed != null) transposed.close();
    packed = null;
    transposed = null;
  }

  /** C = S + A·B, by rows of A divided between threads. */
  void multiply(Matrix a, Packed b, Matrix start, Matrix c) {
    WorkSplit.rows(a, start, c, (rows, s, part) -> kernel.matmul(rows, b, s, part));
  }

  /**
   * dW += Xᵀ·dY for {@code count} rows of X and dY, from these places on; a loop's rows have their
   * own {@code numbers}, null ({@link NonZeroRows}).
   */
  void addGradient(float[] x, int xAt, float[] dY, int at, int count, int[] numbers) {
    if (!node.requiresGrad()) return;
    if (node == weight) {
      try (NonZeroRows rows = new NonZeroRows(dY, at, count, out, numbers)) {
        rows.addToWeight(weight, x, xAt, in);
      }
    } else {
      expectGradient();
      collect(x, xAt, dY, at, count);
    }
  }

  /** There is a gradient, even where it is all 0. */
  void expectGradient() {
    node.gradient().toAddTo();
  }

  private void collect(float[] x, int xAt, float[] dY, int at, int count) {
    reserve(collected + count);
    for (int i = 0; i < count; i++) {
      if (!kernel.isZero(dY, at + i * out, out)) {
        System.arraycopy(x, xAt + i * in, xs, collected * in, in);
        System.arraycopy(dY, at + i * out, dYs, collected * out, out);
        collected++;
      }
    }
  }

  private void reserve(int needed) {
    if (needed * out > dYs.length || needed * in > xs.length) {
      int room = Math.max(needed * STEPS, 2 * collected);
      xs = moved(xs, collected * in, room * in);
      dYs = moved(dYs, collected * out, room * out);
    }
  }

  private static float[] moved(float[] from, int used, int room) {
    float[] to = BufferPool.take(room);
    System.arraycopy(from, 0, to, 0, used);
    BufferPool.give(from);
    return to;
  }

  private void multiplyCollected() {
    boolean isFirst = !weight.hasGrad();
    Matrix dW = Matrix.rows(NonZeroRows.gradient(weight), out);
    if (collected > 0) {
      Matrix x = Matrix.of(xs, collected, in);
      kernel.matmul(x.transposed(), Matrix.of(dYs, collected, out), isFirst ? null : dW, dW);
    } else if (isFirst) {
      Arrays.fill(dW.data(), 0f);
    }
    BufferPool.give(xs);
    BufferPool.give(dYs);
    release();
  }
}
