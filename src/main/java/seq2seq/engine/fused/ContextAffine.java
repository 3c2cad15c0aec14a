package seq2seq.engine.fused;

import java.util.Arrays;
import seq2seq.engine.Autograd;
import seq2seq.engine.Shape;
import seq2seq.engine.ShapeException;
import seq2seq.engine.Tensor;
import seq2seq.engine.kernel.BufferPool;
import seq2seq.engine.kernel.Kernel;
import seq2seq.engine.kernel.Kernels;
import seq2seq.engine.kernel.Matrix;
import seq2seq.engine.kernel.Parallel;

/**
 * A linear layer, with or without a context that stands beside the input at every step: y = x·W_x +
 * c·W_c + b, W_x being the upper rows of W and W_c the lower.
 *
 * <p>Each chain starts from the bias, goes on over c, which is the same at all steps and is
 * computed once, and then over x: the bits of {@code x.affine(W_x, c.affine(W_c, b))}. On the way
 * back rows of padding, whose gradient is 0, are left out ({@link NonZeroRows}). With s = Σ_t dy:
 *
 * <pre>
 * dx = dy·W_xᵀ   dW_x = xᵀ·dy   dc = s·W_cᵀ   dW_c = cᵀ·s   db = Σ_n s
 * </pre>
 */
public final class ContextAffine implements Projection {
  private final Kernel kernel = Kernels.active();
  private final Tensor x;
  private final Tensor context;
  private final Tensor weight;
  private final Tensor bias;
  private final int in;
  private final int out;
  private final int rows;

  /** The rows of x that are multiplied; null for all, in their order. */
  private final int[] numbers;

  /** Whether rows of x that come again are looked for, as words do below the first layer. */
  private final boolean looksForRepetitions;

  ContextAffine(Tensor x, Tensor context, Tensor weight, Tensor bias) {
    this(x, context, weight, bias, null, false);
  }

  private ContextAffine(
      Tensor x, Tensor context, Tensor weight, Tensor bias, int[] numbers, boolean repetitions) {
    check(x.shape(), context, weight.shape(), bias.shape());
    this.x = x;
    this.context = context;
    this.weight = weight;
    this.bias = bias;
    this.in = x.dim(-1);
    this.out = weight.dim(1);
    this.numbers = numbers;
    this.looksForRepetitions = repetitions;
    this.rows = numbers == null ? x.size() / in : numbers.length;
  }

  /**
   * For a recurrent layer: of some rows of x, those of y being packed then; rows of x that come
   * again are multiplied once.
   *
   * @param numbers the rows of x, ascending; null for all
   */
  static ContextAffine ofLayer(
      Tensor x, Tensor context, Tensor weight, Tensor bias, int[] numbers) {
    return new ContextAffine(x, context, weight, bias, numbers, true);
  }

  /**
   * x·W + b: (…×D)·(D×H) + (H) → (…×H).
   *
   * @throws ShapeException if the sizes do not fit
   */
  public static Tensor of(Tensor x, Tensor weight, Tensor bias) {
    return of(x, null, weight, bias);
  }

  /**
   * x·W_x + c·W_c + b.
   *
   * @param x (T×N×D), or one step (N×D)
   * @param context c (N×C), beside each step; null for none
   * @param weight W ((D+C)×H)
   * @param bias b (H)
   * @return (T×N×H), or (N×H)
   * @throws ShapeException if the sizes do not fit
   */
  public static Tensor of(Tensor x, Tensor context, Tensor weight, Tensor bias) {
    ContextAffine op = new ContextAffine(x, context, weight, bias);
    float[] y = BufferPool.takeExactly(op.rows * op.out);
    op.forward(y);
    return Autograd.result("affine", x.shape().with(-1, op.out), y, op::backward, op.inputs());
  }

  private static void check(Shape x, Tensor context, Shape weight, Shape bias) {
    boolean hasRanks = x.rank() >= 2 && weight.rank() == 2;
    if (context != null) {
      hasRanks = hasRanks && context.shape().rank() == 2 && x.dim(-2) == context.dim(0);
    }
    String inputs = context == null ? x.toString() : x + " ⊕ " + context.shape();
    if (!hasRanks) {
      throw new ShapeException(
          "affine",
          "needs x (…×N×D), a context (N×C) or none, and a weight; got "
              + inputs
              + " and "
              + weight);
    }
    int wide = x.dim(-1) + (context == null ? 0 : context.dim(1));
    if (wide != weight.dim(0)) {
      throw new ShapeException(
          "affine",
          "inner sizes differ: " + inputs + "·" + weight + ", " + wide + " ≠ " + weight.dim(0));
    }
    if (!bias.equals(Shape.of(weight.dim(1)))) {
      throw new ShapeException(
          "affine",
          "the bias of a " + weight + " weight is " + Shape.of(weight.dim(1)) + "; got " + bias);
    }
  }

  @Override
  public Tensor[] inputs() {
    return context == null
        ? new Tensor[] {x, weight, bias}
        : new Tensor[] {x, context, weight, bias};
  }

  @Override
  public void forward(float[] y) {
    float[] xs = numbers == null ? x.liveData() : NonZeroRows.compact(x.liveData(), 0, in, numbers);
    Matrix used = Matrix.of(xs, rows, in);
    Matrix all = Matrix.of(y, rows, out);
    if (context == null) {
      multiply(used, all);
    } else {
      copyShareOfContext(y);
      kernel.matmul(used, weightOfX(), all, all);
    }
    if (numbers != null) BufferPool.give(xs);
  }

  /** y = x·W + b, once for each row of x that differs from the others. */
  private void multiply(Matrix x, Matrix y) {
    DistinctRows distinct = looksForRepetitions ? DistinctRows.of(x.data(), rows, in) : null;
    if (distinct == null) {
      kernel.matmul(x, matrix(weight), copies(bias, rows), y);
      return;
    }
    Matrix each = distinct.matrix();
    Matrix made = Matrix.of(BufferPool.take(each.rows() * out), each.rows(), out);
    kernel.matmul(each, matrix(weight), copies(bias, each.rows()), made);
    distinct.spread(made.data(), out, y.data());
    BufferPool.give(each.data());
    BufferPool.give(made.data());
  }

  /** c·W_c + b into each row of y. */
  private void copyShareOfContext(float[] y) {
    int n = context.dim(0);
    float[] share = numbers == null ? y : BufferPool.take(n * out);
    kernel.matmul(matrix(context), weightOfContext(), copies(bias, n), Matrix.of(share, n, out));
    if (numbers == null) {
      for (int row = n; row < rows; row += n) System.arraycopy(y, 0, y, row * out, n * out);
      return;
    }
    Parallel.rows(
        rows,
        out,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            System.arraycopy(share, numbers[i] % n * out, y, i * out, out);
          }
        });
    BufferPool.give(share);
  }

  private Matrix weightOfX() {
    return matrix(weight).window(0, 0, in, out);
  }

  private Matrix weightOfContext() {
    return matrix(weight).window(in, 0, context.dim(1), out);
  }

  @Override
  public void backward(float[] dy) {
    boolean isFirst = !weight.hasGrad();
    Matrix dW = weight.requiresGrad() ? Matrix.rows(NonZeroRows.gradient(weight), out) : null;
    try (NonZeroRows ofY = new NonZeroRows(dy, 0, rows, out, numbers)) {
      ofY.addToInput(x, weightOfX());
      if (dW != null) ofY.addToWeight(dW.window(0, 0, in, out), isFirst, x.liveData(), 0);
      if (context == null) ofY.addToBias(bias);
    }
    if (context != null) backwardOfContext(dy, dW, isFirst);
  }

  private void backwardOfContext(float[] dy, Matrix dW, boolean isFirst) {
    int n = context.dim(0);
    float[] sum = numbers == null ? sumOverSteps(dy, n * out) : sumOfPacked(dy, n);
    try (NonZeroRows ofSum = new NonZeroRows(sum, 0, n, out)) {
      ofSum.addToInput(context, weightOfContext());
      if (dW != null) {
        Matrix part = dW.window(in, 0, context.dim(1), out);
        ofSum.addToWeight(part, isFirst, context.liveData(), 0);
      }
      ofSum.addToBias(bias);
    }
    BufferPool.give(sum);
  }

  private float[] sumOverSteps(float[] dy, int one) {
    float[] sum = BufferPool.take(one);
    int steps = rows * out / one;
    Parallel.rows(
        one,
        steps,
        (from, to) -> {
          System.arraycopy(dy, from, sum, from, to - from);
          for (int t = 1; t < steps; t++) kernel.add(dy, t * one + from, sum, from, to - from);
        });
    return sum;
  }

  /** As {@link #sumOverSteps}, of packed rows: step by step too, since their numbers ascend. */
  private float[] sumOfPacked(float[] dy, int n) {
    float[] sum = BufferPool.take(n * out);
    Parallel.rows(
        out,
        Math.max(1, rows),
        (from, to) -> {
          for (int i = 0; i < n; i++) Arrays.fill(sum, i * out + from, i * out + to, 0f);
          for (int i = 0; i < rows; i++) {
            kernel.add(dy, i * out + from, sum, numbers[i] % n * out + from, to - from);
          }
        });
    return sum;
  }

  /** A tensor as a stack of rows. */
  static Matrix matrix(Tensor x) {
    return Matrix.rows(x.liveData(), x.dim(-1));
  }

  /** One row as a matrix in which it stands {@code rows} times. */
  static Matrix copies(Tensor row, int rows) {
    return new Matrix(row.liveData(), 0, rows, row.size(), 0, 1);
  }
}
