package seq2seq.engine;

import seq2seq.engine.kernel.Buffers;
import seq2seq.engine.kernel.Kernel;
import seq2seq.engine.kernel.Kernels;
import seq2seq.engine.kernel.Matrix;
import seq2seq.engine.kernel.Parallel;

/**
 * Two tensors side by side, the second repeated at every step: y[t,n] = x[t,n] ⊕ c[n].
 *
 * @param each x (T×N×D), or one step (N×D)
 * @param repeated c (N×H)
 */
record Beside(Tensor each, Tensor repeated) {
  private static final int GRAIN = 32768;

  /** y[t,n] = x[t,n] ⊕ c[n]; dx takes its columns of dy, dc the sum of its columns over t. */
  static Tensor of(Tensor x, Tensor c) {
    Movement.checkRank("beside", c.shape(), 2);
    boolean fits = x.shape().rank() == 2 || x.shape().rank() == 3;
    if (!fits || x.dim(-2) != c.dim(0)) {
      throw new ShapeException(
          "beside", "needs (T×N×D) or (N×D), and (N×H); got " + x.shape() + " and " + c.shape());
    }
    Beside parts = new Beside(x, c);
    Shape shape = x.shape().with(-1, x.dim(-1) + c.dim(1));
    return Tensor.ofParts(shape, parts, parts::backward);
  }

  private int width() {
    return each.dim(-1);
  }

  private int more() {
    return repeated.dim(1);
  }

  private int rows() {
    return repeated.dim(0);
  }

  private int steps() {
    return each.size() / width() / rows();
  }

  /** All of y, row-major. */
  float[] copied() {
    int wide = width() + more();
    float[] y = new float[steps() * rows() * wide];
    for (int i = 0; i < steps() * rows(); i++) {
      System.arraycopy(each.data(), i * width(), y, i * wide, width());
      System.arraycopy(repeated.data(), i % rows() * more(), y, i * wide + width(), more());
    }
    return y;
  }

  private void backward(float[] dy) {
    int wide = width() + more();
    float[] dx = each.requiresGrad() ? each.gradToAddTo() : null;
    float[] dc = repeated.requiresGrad() ? repeated.gradToAddTo() : null;
    Kernel kernel = Kernels.active();
    for (int i = 0; i < steps() * rows(); i++) {
      if (dx != null) kernel.add(dy, i * wide, dx, i * width(), width());
      if (dc != null) kernel.add(dy, i * wide + width(), dc, i % rows() * more(), more());
    }
  }

  /**
   * y = (x ⊕ c)·W + b. Each chain starts from the bias, goes on over c, which is the same at all
   * steps and is computed once, and then over x.
   *
   * <p>With s = Σ_t dy: dx = dy·W_xᵀ, dW_x = xᵀ·dy, dc = s·W_cᵀ, dW_c = cᵀ·s, db = Σ_n s.
   */
  Tensor affine(Tensor weight, Tensor bias) {
    int out = weight.dim(1);
    Matrix w = weight.asMatrix();
    Matrix ofEach = w.window(0, 0, width(), out);
    Matrix ofRepeated = w.window(width(), 0, more(), out);
    Shape shape = each.shape().with(-1, out);
    float[] y = Buffers.takeExactly(shape.size());
    Kernel kernel = Kernels.active();
    Matrix first = Matrix.of(y, rows(), out);
    kernel.matmul(repeated.asMatrix(), ofRepeated, Products.copies(bias, rows()), first);
    int one = rows() * out;
    for (int t = 1; t < steps(); t++) System.arraycopy(y, 0, y, t * one, one);
    Matrix all = Matrix.of(y, steps() * rows(), out);
    kernel.matmul(each.asMatrix(), ofEach, all, all);
    return Tensor.result(
        "affine",
        shape,
        y,
        dy -> affineBackward(dy, weight, bias, ofEach, ofRepeated),
        each,
        repeated,
        weight,
        bias);
  }

  private void affineBackward(
      float[] dy, Tensor weight, Tensor bias, Matrix ofEach, Matrix ofRepeated) {
    int out = weight.dim(1);
    boolean first = !weight.hasGrad();
    Matrix dW = null;
    if (weight.requiresGrad()) {
      float[] gradient = first ? weight.gradToSet() : weight.gradToAddTo();
      dW = Matrix.of(gradient, weight.dim(0), out);
    }
    try (RowGradient rows = new RowGradient(dy, 0, steps() * rows(), out)) {
      rows.addToInput(each, ofEach);
      if (dW != null) {
        rows.addToWeight(dW.window(0, 0, width(), out), first, each.data(), 0);
      }
    }
    float[] sum = sumOverSteps(dy, rows() * out);
    try (RowGradient rows = new RowGradient(sum, 0, rows(), out)) {
      rows.addToInput(repeated, ofRepeated);
      if (dW != null) {
        rows.addToWeight(dW.window(width(), 0, more(), out), first, repeated.data(), 0);
      }
      rows.addToBias(bias);
    }
    Buffers.give(sum);
  }

  private float[] sumOverSteps(float[] dy, int one) {
    float[] sum = Buffers.take(one);
    Kernel kernel = Kernels.active();
    int steps = steps();
    Parallel.range(
        one,
        1 + GRAIN / steps,
        (from, to) -> {
          System.arraycopy(dy, from, sum, from, to - from);
          for (int t = 1; t < steps; t++) kernel.add(dy, t * one + from, sum, from, to - from);
        });
    return sum;
  }
}
