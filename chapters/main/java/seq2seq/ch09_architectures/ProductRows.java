package seq2seq.ch09_architectures;

import java.util.ArrayList;
import java.util.List;
import seq2seq.engine.kernel.AdamStep;
import seq2seq.engine.kernel.Kernel;
import seq2seq.engine.kernel.Kernels;
import seq2seq.engine.kernel.Matrix;

/**
 * Watches which matrix products the engine computes, one after the other, while some work is done.
 *
 * <p>It stands between the engine and its kernel, for the whole JVM: for a lesson or a test, not
 * beside other work.
 */
public final class ProductRows implements Kernel {
  private final Kernel kernel;
  private final List<Integer> rows = new ArrayList<>();

  private ProductRows(Kernel kernel) {
    this.kernel = kernel;
  }

  /**
   * Does the work.
   *
   * @return for each matrix product (m×k)·(k×n), in order, its number of rows m
   */
  public static List<Integer> of(Runnable work) {
    ProductRows watching = new ProductRows(Kernels.active());
    Kernels.use(watching);
    try {
      work.run();
    } finally {
      Kernels.use(watching.kernel);
    }
    return List.copyOf(watching.rows);
  }

  @Override
  public void matmul(Matrix a, Matrix b, Matrix c, boolean accumulate) {
    rows.add(c.rows());
    kernel.matmul(a, b, c, accumulate);
  }

  @Override
  public String name() {
    return kernel.name();
  }

  @Override
  public void exp(float[] x, float[] y, int from, int to) {
    kernel.exp(x, y, from, to);
  }

  @Override
  public void log(float[] x, float[] y, int from, int to) {
    kernel.log(x, y, from, to);
  }

  @Override
  public void tanh(float[] x, float[] y, int from, int to) {
    kernel.tanh(x, y, from, to);
  }

  @Override
  public void sigmoid(float[] x, float[] y, int from, int to) {
    kernel.sigmoid(x, y, from, to);
  }

  @Override
  public float sum(float[] x, int from, int to) {
    return kernel.sum(x, from, to);
  }

  @Override
  public double sumOfSquares(float[] x, int from, int to) {
    return kernel.sumOfSquares(x, from, to);
  }

  @Override
  public float max(float[] x, int from, int to) {
    return kernel.max(x, from, to);
  }

  @Override
  public float expShifted(float[] x, int from, int to, float shift, float[] y, int yAt) {
    return kernel.expShifted(x, from, to, shift, y, yAt);
  }

  @Override
  public void add(float[] x, int xAt, float[] y, int yAt, int count) {
    kernel.add(x, xAt, y, yAt, count);
  }

  @Override
  public void axpy(float factor, float[] x, int xAt, float[] y, int yAt, int count) {
    kernel.axpy(factor, x, xAt, y, yAt, count);
  }

  @Override
  public void adam(
      AdamStep step,
      float[] value,
      float[] gradient,
      float[] mean,
      float[] square,
      int from,
      int to) {
    kernel.adam(step, value, gradient, mean, square, from, to);
  }
}
