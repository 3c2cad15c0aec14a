package seq2seq.ch00_engine;

import java.util.Arrays;
import seq2seq.engine.Scalar;
import seq2seq.engine.ShapeException;
import seq2seq.engine.Tensor;

/**
 * One layer, s = Σ_j tanh(Σ_i x_i·W_ij + b_j), on both engines: number by number, and in four
 * operations on arrays.
 *
 * <p>The scalar engine computes in double and serves as the oracle; the tensor engine computes in
 * float32, so the two agree to about seven digits.
 */
public final class OneLayer {
  private OneLayer() {}

  /**
   * The result and its gradients.
   *
   * @param value s
   * @param gradX ds/dx (D)
   * @param gradW ds/dW (D,H)
   * @param gradB ds/db (H)
   */
  public record Answer(double value, double[] gradX, double[][] gradW, double[] gradB) {

    /** The largest difference between any number here and its counterpart there. */
    public double largestDifference(Answer other) {
      double largest = Math.abs(value - other.value);
      largest = Math.max(largest, difference(gradX, other.gradX));
      largest = Math.max(largest, difference(gradB, other.gradB));
      for (int i = 0; i < gradW.length; i++) {
        largest = Math.max(largest, difference(gradW[i], other.gradW[i]));
      }
      return largest;
    }

    private static double difference(double[] a, double[] b) {
      double largest = 0;
      for (int i = 0; i < a.length; i++) {
        largest = Math.max(largest, Math.abs(a[i] - b[i]));
      }
      return largest;
    }
  }

  /**
   * Number by number.
   *
   * @param x (D)
   * @param w (D,H)
   * @param b (H)
   * @throws ShapeException if the sizes do not fit
   */
  public static Answer onScalars(double[] x, double[][] w, double[] b) {
    check(x, w, b);
    Scalar[] xs = scalars(x);
    Scalar[] bs = scalars(b);
    Scalar[][] ws = new Scalar[w.length][];
    for (int i = 0; i < w.length; i++) {
      ws[i] = scalars(w[i]);
    }
    Scalar s = Scalar.of(0);
    for (int j = 0; j < b.length; j++) {
      s = s.plus(unit(xs, ws, bs[j], j).tanh());
    }
    s.backward();
    double[][] gradW = new double[w.length][];
    for (int i = 0; i < w.length; i++) {
      gradW[i] = gradients(ws[i]);
    }
    return new Answer(s.value(), gradients(xs), gradW, gradients(bs));
  }

  /** x·(column j of W) + b_j. */
  private static Scalar unit(Scalar[] x, Scalar[][] w, Scalar b, int j) {
    Scalar sum = b;
    for (int i = 0; i < x.length; i++) {
      sum = sum.plus(x[i].times(w[i][j]));
    }
    return sum;
  }

  /**
   * The same on arrays: a product, a sum, a tanh and a sum.
   *
   * @param x (D)
   * @param w (D,H)
   * @param b (H)
   * @throws ShapeException if the sizes do not fit
   */
  public static Answer onTensors(double[] x, double[][] w, double[] b) {
    check(x, w, b);
    Tensor row = Tensor.of(new float[][] {floats(x)}).withGrad();
    float[][] rows = new float[w.length][];
    for (int i = 0; i < w.length; i++) {
      rows[i] = floats(w[i]);
    }
    Tensor weight = Tensor.of(rows).withGrad();
    Tensor bias = Tensor.of(floats(b)).withGrad();
    Tensor s = row.matmul(weight).plus(bias).tanh().sum();
    s.backward();
    double[][] gradW = new double[w.length][];
    for (int i = 0; i < w.length; i++) {
      gradW[i] = doubles(weight.grad().toRows()[i]);
    }
    return new Answer(
        s.item(), doubles(row.grad().toArray()), gradW, doubles(bias.grad().toArray()));
  }

  private static void check(double[] x, double[][] w, double[] b) {
    boolean fits = x.length > 0 && b.length > 0 && w.length == x.length;
    for (double[] row : w) {
      fits &= row.length == b.length;
    }
    if (!fits) {
      throw new ShapeException(
          "one layer",
          "x ("
              + x.length
              + ") and b ("
              + b.length
              + ") need W ("
              + x.length
              + "×"
              + b.length
              + "), no size 0; got "
              + w.length
              + " rows, the first of "
              + (w.length == 0 ? 0 : w[0].length));
    }
  }

  private static Scalar[] scalars(double[] values) {
    return Arrays.stream(values).mapToObj(Scalar::of).toArray(Scalar[]::new);
  }

  private static double[] gradients(Scalar[] scalars) {
    return Arrays.stream(scalars).mapToDouble(Scalar::grad).toArray();
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  private static double[] doubles(float[] values) {
    double[] doubles = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      doubles[i] = values[i];
    }
    return doubles;
  }
}
