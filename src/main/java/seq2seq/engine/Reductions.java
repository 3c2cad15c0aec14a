package seq2seq.engine;

import seq2seq.engine.kernel.Kernel;
import seq2seq.engine.kernel.Kernels;

/**
 * Sums and maxima. Each has one order of additions, whatever the SIMD width or the number of
 * threads: along the last axis that of {@link Kernel#sum}, along any other axis ascending.
 */
final class Reductions {
  private Reductions() {}

  /** s = Σ xᵢ; dxᵢ = ds. */
  static Tensor sum(Tensor x) {
    float s = Kernels.active().sum(x.data(), 0, x.size());
    return Autograd.result(
        "sum",
        Shape.SCALAR,
        new float[] {s},
        ds -> x.gradient().add(Broadcast.expand(ds.clone(), Shape.SCALAR, x.shape())),
        x);
  }

  /** s = Σ x over one axis; dx = ds copied along it. */
  static Tensor sum(Tensor x, int anyAxis) {
    int axis = x.shape().axis(anyAxis);
    Shape kept = x.shape().with(axis, 1);
    Shape shape = x.shape().without(axis);
    float[] s = axis == x.shape().rank() - 1 ? lastAxis(x) : otherAxis(x, axis);
    return Autograd.result(
        "sum", shape, s, ds -> x.gradient().add(Broadcast.expand(ds.clone(), kept, x.shape())), x);
  }

  private static float[] lastAxis(Tensor x) {
    Kernel kernel = Kernels.active();
    int n = x.dim(-1);
    float[] s = new float[x.size() / n];
    for (int i = 0; i < s.length; i++) {
      s[i] = kernel.sum(x.data(), i * n, (i + 1) * n);
    }
    return s;
  }

  private static float[] otherAxis(Tensor x, int axis) {
    Kernel kernel = Kernels.active();
    int n = x.dim(axis);
    int inner = x.shape().product(axis + 1, x.shape().rank());
    float[] s = new float[x.size() / n];
    for (int row = 0; row < x.size() / inner; row++) {
      kernel.add(x.data(), row * inner, s, row / n * inner, inner);
    }
    return s;
  }

  /** m = max x over one axis; the gradient goes to the first place that holds the maximum. */
  static Tensor max(Tensor x, int anyAxis) {
    int axis = x.shape().axis(anyAxis);
    int n = x.dim(axis);
    int inner = x.shape().product(axis + 1, x.shape().rank());
    float[] m = new float[x.size() / n];
    int[] place = new int[m.length];
    for (int i = 0; i < m.length; i++) {
      place[i] = firstMaximum(x.data(), i / inner * n * inner + i % inner, inner, n);
      m[i] = x.data()[place[i]];
    }
    return Autograd.result(
        "max",
        x.shape().without(axis),
        m,
        dm -> {
          float[] dx = x.gradient().toAddTo();
          for (int i = 0; i < m.length; i++) dx[place[i]] += dm[i];
        },
        x);
  }

  static boolean isFinite(float[] x) {
    for (float value : x) {
      if (!Float.isFinite(value)) return false;
    }
    return true;
  }

  /**
   * The place of the first largest of n elements, from {@code start} in steps of {@code step}; NaN
   * counts as largest.
   */
  static int firstMaximum(float[] x, int start, int step, int n) {
    int best = start;
    for (int i = 1; i < n && !Float.isNaN(x[best]); i++) {
      int at = start + i * step;
      if (x[at] > x[best] || Float.isNaN(x[at])) {
        best = at;
      }
    }
    return best;
  }
}
