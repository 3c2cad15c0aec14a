package seq2seq.engine;

import seq2seq.engine.kernel.Kernel;
import seq2seq.engine.kernel.Kernels;

/** Functions of one number, applied to every element. */
final class Functions {
  private Functions() {}

  /** y = eˣ; dx = dy·y. */
  static Tensor exp(Tensor x) {
    Kernel kernel = Kernels.active();
    float[] y = new float[x.size()];
    Arithmetic.loop(y.length, (from, to) -> kernel.exp(x.data(), y, from, to));
    return Autograd.result(
        "exp", x.shape(), y, dy -> x.gradient().add(Arithmetic.product(dy, y)), x);
  }

  /** y = log x; dx = dy/x. */
  static Tensor log(Tensor x) {
    Kernel kernel = Kernels.active();
    float[] y = new float[x.size()];
    Arithmetic.loop(y.length, (from, to) -> kernel.log(x.data(), y, from, to));
    return Autograd.result(
        "log", x.shape(), y, dy -> x.gradient().add(Arithmetic.quotient(dy, x.data())), x);
  }

  /** y = tanh x; dx = dy·(1 - y²). */
  static Tensor tanh(Tensor x) {
    Kernel kernel = Kernels.active();
    float[] y = new float[x.size()];
    Arithmetic.loop(y.length, (from, to) -> kernel.tanh(x.data(), y, from, to));
    return Autograd.result(
        "tanh",
        x.shape(),
        y,
        dy -> {
          float[] dx = new float[dy.length];
          Arithmetic.loop(
              dx.length,
              (from, to) -> {
                for (int i = from; i < to; i++) dx[i] = dy[i] * (1f - y[i] * y[i]);
              });
          x.gradient().add(dx);
        },
        x);
  }

  /** y = 1/(1 + e⁻ˣ); dx = dy·y·(1 - y). */
  static Tensor sigmoid(Tensor x) {
    Kernel kernel = Kernels.active();
    float[] y = new float[x.size()];
    Arithmetic.loop(y.length, (from, to) -> kernel.sigmoid(x.data(), y, from, to));
    return Autograd.result(
        "sigmoid",
        x.shape(),
        y,
        dy -> {
          float[] dx = new float[dy.length];
          Arithmetic.loop(
              dx.length,
              (from, to) -> {
                for (int i = from; i < to; i++) dx[i] = dy[i] * (y[i] * (1f - y[i]));
              });
          x.gradient().add(dx);
        },
        x);
  }

  /** y = max(x, 0); dx = dy where x &gt; 0, else 0. */
  static Tensor relu(Tensor x) {
    float[] y = new float[x.size()];
    Arithmetic.loop(
        y.length,
        (from, to) -> {
          for (int i = from; i < to; i++) y[i] = Math.max(x.data()[i], 0f);
        });
    return Autograd.result(
        "relu",
        x.shape(),
        y,
        dy -> {
          float[] dx = new float[dy.length];
          for (int i = 0; i < dx.length; i++) dx[i] = x.data()[i] <= 0f ? 0f : dy[i];
          x.gradient().add(dx);
        },
        x);
  }

  /** y = xᵖ; dx = dy·p·xᵖ⁻¹, and 0 for p = 0 also where x is 0 or no number. */
  static Tensor pow(Tensor x, double p) {
    float[] y = power(x.data(), p);
    return Autograd.result(
        "pow",
        x.shape(),
        y,
        dy -> {
          float[] dx = power(x.data(), p - 1);
          for (int i = 0; i < dx.length; i++) dx[i] = p == 0 ? 0f : (float) (dy[i] * p * dx[i]);
          x.gradient().add(dx);
        },
        x);
  }

  private static float[] power(float[] x, double p) {
    float[] y = new float[x.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = p == 2 ? x[i] * x[i] : (float) StrictMath.pow(x[i], p);
    }
    return y;
  }
}
