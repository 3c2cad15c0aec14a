package seq2seq.engine;

import java.util.Arrays;
import seq2seq.engine.kernel.FloatMath;
import seq2seq.engine.kernel.Kernel;
import seq2seq.engine.kernel.Kernels;
import seq2seq.engine.kernel.Parallel;
import seq2seq.engine.kernel.WorkSplit;

/**
 * Softmax and what is made of it, along the last axis. The largest logit is taken off first, so
 * that exp cannot overflow.
 */
final class Probability {
  private Probability() {}

  /** p = eˣ / Σ eˣ; dx = p·(dp - Σ dp·p). */
  static Tensor softmax(Tensor x) {
    Kernel kernel = Kernels.active();
    int n = width("softmax", x);
    float[] p = new float[x.size()];
    rows(
        p.length / n,
        n,
        (from, to) -> {
          for (int at = from * n; at < to * n; at += n) {
            float total =
                kernel.expShifted(x.data(), at, at + n, finiteMax(kernel, x.data(), at, n), p, at);
            for (int i = at; i < at + n; i++) p[i] /= total;
          }
        });
    return Autograd.result(
        "softmax",
        x.shape(),
        p,
        dp -> {
          float[] dx = Arithmetic.product(dp, p);
          for (int at = 0; at < dx.length; at += n) {
            float inner = kernel.sum(dx, at, at + n);
            for (int i = at; i < at + n; i++) dx[i] = p[i] * (dp[i] - inner);
          }
          x.gradient().add(dx);
        },
        x);
  }

  /**
   * p = m·eˣ / Σ m·eˣ with a mask m of zeros and ones, and 0 where a row of m is all 0; dx = p·(dp
   * - Σ dp·p). One call of exp for all rows, which are short where this is used.
   */
  static Tensor softmax(Tensor x, Tensor mask) {
    Kernel kernel = Kernels.active();
    int n = width("softmax", x);
    if (!mask.shape().equals(x.shape())) {
      throw new ShapeException(
          "softmax", "needs a mask " + x.shape() + ", as its scores; got " + mask.shape());
    }
    float[] m = mask.data();
    float[] p = new float[x.size()];
    for (int i = 0; i < p.length; i++) p[i] = m[i] != 0f ? x.data()[i] : Float.NEGATIVE_INFINITY;
    for (int at = 0; at < p.length; at += n) {
      float max = finiteMax(kernel, p, at, n);
      for (int i = at; i < at + n; i++) p[i] -= max;
    }
    kernel.exp(p, p, 0, p.length);
    for (int at = 0; at < p.length; at += n) {
      float total = kernel.sum(p, at, at + n);
      // Padding gave 0. So did all of a row without any real place, whose total is 0.
      for (int i = at; i < at + n; i++) p[i] = m[i] != 0f ? p[i] / total : 0f;
    }
    return Autograd.result("softmax", x.shape(), p, dp -> softmaxBackward(dp, p, m, x), x);
  }

  private static void softmaxBackward(float[] dp, float[] p, float[] m, Tensor x) {
    Kernel kernel = Kernels.active();
    int n = x.dim(-1);
    float[] inner = new float[p.length];
    for (int i = 0; i < p.length; i++) inner[i] = m[i] != 0f ? dp[i] * p[i] : 0f;
    float[] dx = new float[p.length];
    for (int at = 0; at < p.length; at += n) {
      float sum = kernel.sum(inner, at, at + n);
      for (int i = at; i < at + n; i++) dx[i] = m[i] != 0f ? p[i] * (dp[i] - sum) : 0f;
    }
    x.gradient().add(dx);
  }

  /** y = x - log Σ eˣ; dx = dy - eʸ·Σ dy. */
  static Tensor logSoftmax(Tensor x) {
    Kernel kernel = Kernels.active();
    int n = width("logSoftmax", x);
    float[] y = new float[x.size()];
    rows(
        y.length / n,
        n,
        (from, to) -> {
          for (int at = from * n; at < to * n; at += n) {
            float max = finiteMax(kernel, x.data(), at, n);
            float logTotal = FloatMath.log(kernel.expShifted(x.data(), at, at + n, max, y, at));
            for (int i = at; i < at + n; i++) y[i] = x.data()[i] - max - logTotal;
          }
        });
    return Autograd.result(
        "logSoftmax",
        x.shape(),
        y,
        dy -> {
          float[] dx = new float[dy.length];
          kernel.exp(y, dx, 0, y.length);
          for (int at = 0; at < dx.length; at += n) {
            float total = kernel.sum(dy, at, at + n);
            for (int i = at; i < at + n; i++) dx[i] = dy[i] - dx[i] * total;
          }
          x.gradient().add(dx);
        },
        x);
  }

  /**
   * l = log Σ eˣ - x[id] for each row; dx = dl·(softmax(x) - onehot(id)), written where it stays. A
   * row whose dl is 0 costs nothing.
   */
  static Tensor crossEntropy(Tensor x, int... ids) {
    Kernel kernel = Kernels.active();
    int n = width("crossEntropy", x);
    int rows = x.size() / n;
    checkIds(ids, rows, n, x.shape());
    int[] answers = ids.clone();
    float[] max = new float[rows];
    float[] total = new float[rows];
    float[] loss = new float[rows];
    rows(
        rows,
        n,
        (from, to) -> {
          float[] scratch = new float[n];
          for (int r = from; r < to; r++) {
            max[r] = finiteMax(kernel, x.data(), r * n, n);
            total[r] = kernel.expShifted(x.data(), r * n, (r + 1) * n, max[r], scratch, 0);
            loss[r] = FloatMath.log(total[r]) - (x.data()[r * n + answers[r]] - max[r]);
          }
        });
    return Autograd.result(
        "crossEntropy",
        x.shape().without(-1),
        loss,
        dl -> {
          boolean first = !x.hasGrad();
          float[] dx = first ? x.gradient().toSet() : x.gradient().toAddTo();
          rows(
              rows,
              n,
              (from, to) -> {
                float[] p = first ? dx : new float[n];
                for (int r = from; r < to; r++) {
                  int at = r * n;
                  if (dl[r] == 0f) {
                    if (first) Arrays.fill(dx, at, at + n, 0f);
                    continue;
                  }
                  kernel.expShifted(x.data(), at, at + n, max[r], p, first ? at : 0);
                  float scale = dl[r] / total[r];
                  if (first) {
                    for (int i = at; i < at + n; i++) dx[i] *= scale;
                  } else {
                    kernel.axpy(scale, p, 0, dx, at, n);
                  }
                  dx[at + answers[r]] -= dl[r];
                }
              });
        },
        x);
  }

  /**
   * The largest of a row; 0 for a row that is -infinity throughout, whose differences would be NaN.
   */
  private static float finiteMax(Kernel kernel, float[] x, int at, int n) {
    float max = kernel.max(x, at, at + n);
    return max == Float.NEGATIVE_INFINITY ? 0f : max;
  }

  private static void rows(int rows, int width, Parallel.Range body) {
    WorkSplit.inUnits(rows, 1, WorkSplit.EXP_WORK * width, body);
  }

  private static int width(String op, Tensor x) {
    if (x.shape().rank() == 0) {
      throw new ShapeException(op, "needs at least one axis; got a single number");
    }
    return x.dim(-1);
  }

  private static void checkIds(int[] ids, int rows, int n, Shape shape) {
    if (ids.length != rows) {
      throw new ShapeException(
          "crossEntropy",
          "logits " + shape + " have " + rows + " rows; got " + ids.length + " ids");
    }
    for (int r = 0; r < rows; r++) {
      Lookup.checkId("crossEntropy", ids[r], r, n);
    }
  }
}
