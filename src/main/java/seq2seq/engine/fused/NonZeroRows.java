package seq2seq.engine.fused;

import java.util.Arrays;
import seq2seq.engine.Gradient;
import seq2seq.engine.Tensor;
import seq2seq.engine.kernel.BufferPool;
import seq2seq.engine.kernel.Kernel;
import seq2seq.engine.kernel.Kernels;
import seq2seq.engine.kernel.Matrix;
import seq2seq.engine.kernel.Parallel;
import seq2seq.engine.kernel.WorkSplit;

/**
 * The gradient dY of rows Y = X·W + b, and what it gives to X, W and b.
 *
 * <p>In a padded batch many rows of dY are all 0: a position that the mask takes out of the loss
 * sends nothing back. Such a row adds 0 to every sum, so it is left out of the products. The rows
 * that remain are moved together first; the order of the additions stays that of the rows. Rows of
 * dY that were packed before have the numbers of their rows of X beside them.
 */
final class NonZeroRows implements AutoCloseable {
  private final float[] dY;
  private final int at;
  private final int count;
  private final int width;

  /** The rows of X that count; null where all do, in their order. */
  private final int[] rows;

  /** The rows of dY that count, where some do not; else null. */
  private final float[] compact;

  /** The gradient of {@code count} rows of {@code width} numbers from {@code dY[at]} on. */
  NonZeroRows(float[] dY, int at, int count, int width) {
    this(dY, at, count, width, null);
  }

  /**
   * As above.
   *
   * @param numbers the row of X that each row of dY belongs to, no two the same; null for its own
   */
  NonZeroRows(float[] dY, int at, int count, int width, int[] numbers) {
    this.dY = dY;
    this.at = at;
    this.count = count;
    this.width = width;
    int[] used = nonZeroRows();
    this.compact = used == null ? null : compact(dY, at, width, used);
    this.rows = used == null ? numbers : numbered(used, numbers);
  }

  private static int[] numbered(int[] rows, int[] numbers) {
    return numbers == null ? rows : Arrays.stream(rows).map(row -> numbers[row]).toArray();
  }

  /** The rows that are not all 0; null where too few are to be worth leaving out. */
  private int[] nonZeroRows() {
    Kernel kernel = Kernels.active();
    boolean[] counts = new boolean[count];
    Parallel.rows(
        count,
        width,
        (from, to) -> {
          for (int i = from; i < to; i++) counts[i] = !kernel.isZero(dY, at + i * width, width);
        });
    int found = 0;
    for (boolean one : counts) if (one) found++;
    if (found > count - count / 8) return null;
    int[] which = new int[found];
    for (int i = 0, j = 0; i < count; i++) if (counts[i]) which[j++] = i;
    return which;
  }

  /** Some rows of a matrix, one after the other. */
  static float[] compact(float[] x, int xAt, int size, int[] rows) {
    float[] copy = BufferPool.take(rows.length * size);
    Parallel.rows(
        rows.length,
        size,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            System.arraycopy(x, xAt + rows[i] * size, copy, i * size, size);
          }
        });
    return copy;
  }

  private Matrix matrix() {
    return compact == null
        ? Matrix.of(dY, at, count, width)
        : Matrix.of(compact, rows.length, width);
  }

  /** dX += dY·Wᵀ; {@code weight} (in×width) is W. */
  void addToInput(Tensor x, Matrix weight) {
    Matrix transposed = weight.transposed();
    addToInput(x, weight.rows(), (a, s, c) -> Kernels.active().matmul(a, transposed, s, c));
  }

  /** dX += dY·Wᵀ for rows of X of {@code in} numbers; the caller does the product S + A·Wᵀ. */
  void addToInput(Tensor x, int in, WorkSplit.RowProduct product) {
    if (!x.requiresGrad()) return;
    boolean first = !x.hasGrad();
    if (rows == null) {
      Matrix dX = Matrix.of(gradient(x), count, in);
      product.run(matrix(), first ? null : dX, dX);
      return;
    }
    float[] dX = x.gradient().toAddTo();
    float[] part = first ? BufferPool.take(rows.length * in) : compact(dX, 0, in, rows);
    Matrix dXs = Matrix.of(part, rows.length, in);
    product.run(matrix(), first ? null : dXs, dXs);
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(part, i * in, dX, rows[i] * in, in);
    }
    BufferPool.give(part);
  }

  /** dW += Xᵀ·dY; the rows of X are {@code in} numbers each, from {@code x[xAt]} on. */
  void addToWeight(Tensor weight, float[] x, int xAt, int in) {
    if (!weight.requiresGrad()) return;
    boolean first = !weight.hasGrad();
    addToWeight(Matrix.of(gradient(weight), in, width), first, x, xAt);
  }

  /** As above, for a gradient dW that is set where it is the first, else added to. */
  void addToWeight(Matrix dW, boolean first, float[] x, int xAt) {
    int in = dW.rows();
    float[] used = rows == null ? x : compact(x, xAt, in, rows);
    Matrix xs = Matrix.of(used, rows == null ? xAt : 0, matrix().rows(), in);
    Kernels.active().matmul(xs.transposed(), matrix(), first ? null : dW, dW);
    if (rows != null) BufferPool.give(used);
  }

  /** What a gradient is written to: anything may be in it if it is the first. */
  static float[] gradient(Tensor x) {
    Gradient gradient = x.gradient();
    return gradient.hasArrived() ? gradient.toAddTo() : gradient.toSet();
  }

  /** db += the rows of dY, ascending. */
  void addToBias(Tensor bias) {
    if (!bias.requiresGrad()) return;
    addRows(matrix(), bias.gradient().toAddTo());
  }

  /** to += the rows of a matrix, ascending; threads split the columns. */
  static void addRows(Matrix m, float[] to) {
    Kernel kernel = Kernels.active();
    Parallel.rows(
        m.cols(),
        Math.max(1, m.rows()),
        (from, end) -> {
          for (int i = 0; i < m.rows(); i++) {
            kernel.add(m.data(), m.index(i, from), to, from, end - from);
          }
        });
  }

  @Override
  public void close() {
    if (compact != null) BufferPool.give(compact);
  }
}
