package seq2seq.engine;

import seq2seq.engine.kernel.Buffers;
import seq2seq.engine.kernel.Kernel;
import seq2seq.engine.kernel.Kernels;

/**
 * Products between the vector of a query (n×A) and one a step and sentence (T×N×A): what attention
 * is made of. Query i looks at one sentence s, where its mask (n×T), a constant, is not 0;
 * elsewhere the score or the gradient of the weight is 0 ({@link Looks}).
 *
 * <p>Sums over A run in the order of {@link Kernel#sum}, sums over T and n ascending; a weight or a
 * gradient of 0 is left out of its sum.
 */
final class Attending {
  private final Kernel kernel = Kernels.active();
  private final Looks looks;

  private Attending(Looks looks) {
    this.looks = looks;
  }

  /** e[i,t] = Σ_a k[t,s,a]·q[i,a]; dk[t,s] += de[i,t]·q[i], dq[i] = Σ_t de[i,t]·k[t,s]. */
  static Tensor dots(Tensor k, Tensor q, Tensor mask, int... rows) {
    Attending of = new Attending(new Looks("dots", k.shape(), mask, rows));
    of.checkQuery("dots", k, q);
    float[] e = new float[of.looks.scores().size()];
    of.dots(k.data(), q.data(), e);
    return Tensor.result(
        "dots",
        of.looks.scores(),
        e,
        de -> {
          if (k.requiresGrad()) of.addOuter(de, q.data(), k.gradToAddTo());
          if (q.requiresGrad()) of.addWeighted(de, k.data(), q.gradToAddTo());
        },
        k,
        q);
  }

  /** c[i] = Σ_t w[i,t]·x[t,s]; dw[i,t] = Σ_a dc[i,a]·x[t,s,a], dx[t,s] += w[i,t]·dc[i]. */
  static Tensor weightedSum(Tensor x, Tensor w, Tensor mask, int... rows) {
    Attending of = new Attending(new Looks("weightedSum", x.shape(), mask, rows));
    if (!w.shape().equals(of.looks.scores())) {
      throw new ShapeException(
          "weightedSum", x.shape() + ", T×N×A, needs weights N×T; got " + w.shape());
    }
    float[] c = new float[of.looks.queries().size()];
    of.addWeighted(w.data(), x.data(), c);
    return Tensor.result(
        "weightedSum",
        of.looks.queries(),
        c,
        dc -> {
          if (w.requiresGrad()) of.dots(x.data(), dc, w.gradToAddTo());
          if (x.requiresGrad()) of.addOuter(w.data(), dc, x.gradToAddTo());
        },
        x,
        w);
  }

  /**
   * e[i,t] = Σ_a v[a]·y[a] with y = tanh(k[t,s] + q[i]); with g = de[i,t]·v·(1 - y²) it is dk[t,s]
   * += g, dq[i] = Σ_t g, and dv = Σ de[i,t]·y.
   */
  static Tensor additiveScores(Tensor k, Tensor q, Tensor v, Tensor mask, int... rows) {
    Attending of = new Attending(new Looks("additiveScores", k.shape(), mask, rows));
    of.checkQuery("additiveScores", k, q);
    if (!v.shape().equals(Shape.of(k.dim(2)))) {
      throw new ShapeException(
          "additiveScores", "v has shape " + Shape.of(k.dim(2)) + "; got " + v.shape());
    }
    float[] y = Buffers.take(of.looks.scores().size() * of.looks.size);
    float[] e = new float[of.looks.scores().size()];
    of.additive(k.data(), q.data(), v.data(), y, e);
    if (!Tensor.joinsGraph(k, q, v)) Buffers.give(y);
    return Tensor.result(
        "additiveScores",
        of.looks.scores(),
        e,
        de -> {
          float[] dk = k.requiresGrad() ? k.gradToAddTo() : new float[k.size()];
          float[] dq = q.requiresGrad() ? q.gradToAddTo() : new float[q.size()];
          of.additiveBackward(de, v.data(), y, dk, dq);
          if (v.requiresGrad()) of.addToV(de, y, v.gradToAddTo());
          Buffers.give(y);
        },
        k,
        q,
        v);
  }

  private void checkQuery(String op, Tensor keys, Tensor query) {
    if (!query.shape().equals(looks.queries())) {
      throw new ShapeException(
          op,
          keys.shape()
              + ", T×N×A, needs a query "
              + looks.queries()
              + ", N×A; got "
              + query.shape());
    }
  }

  /** e[i,t] += x[t,s]·q[i]. */
  private void dots(float[] x, float[] q, float[] e) {
    int a = looks.size;
    looks.forward(
        (from, to) -> {
          for (int i = from; i < to; i++) {
            for (int t = 0; t < looks.steps; t++) {
              if (looks.isReal(i, t)) {
                e[i * looks.steps + t] += kernel.dot(x, looks.at(i, t), q, i * a, a);
              }
            }
          }
        });
  }

  /** to[i] += w[i,t]·x[t,s], t ascending. */
  private void addWeighted(float[] w, float[] x, float[] to) {
    int a = looks.size;
    looks.forward(
        (from, end) -> {
          for (int i = from; i < end; i++) {
            for (int t = 0; t < looks.steps; t++) {
              float factor = w[i * looks.steps + t];
              if (factor != 0f && looks.isReal(i, t)) {
                kernel.axpy(factor, x, looks.at(i, t), to, i * a, a);
              }
            }
          }
        });
  }

  /** to[t,s] += w[i,t]·q[i]. */
  private void addOuter(float[] w, float[] q, float[] to) {
    int a = looks.size;
    looks.backward(
        (from, end) -> {
          for (int i = from; i < end; i++) {
            for (int t = 0; t < looks.steps; t++) {
              float factor = w[i * looks.steps + t];
              if (factor != 0f && looks.isReal(i, t)) {
                kernel.axpy(factor, q, i * a, to, looks.at(i, t), a);
              }
            }
          }
        });
  }

  /** Where the rows of y that belong to query i begin: only those that it looks at, no gaps. */
  private int rowsOf(int i) {
    return i * looks.steps * looks.size;
  }

  /** The sums of a query lie side by side, so that one call of tanh does them all. */
  private void additive(float[] k, float[] q, float[] v, float[] y, float[] e) {
    int a = looks.size;
    looks.forward(
        (from, to) -> {
          for (int i = from; i < to; i++) {
            int end = rowsOf(i);
            for (int t = 0; t < looks.steps; t++) {
              if (looks.isReal(i, t)) {
                System.arraycopy(k, looks.at(i, t), y, end, a);
                kernel.add(q, i * a, y, end, a);
                end += a;
              }
            }
            kernel.tanh(y, y, rowsOf(i), end);
            int row = rowsOf(i);
            for (int t = 0; t < looks.steps; t++) {
              if (looks.isReal(i, t)) {
                e[i * looks.steps + t] = kernel.dot(y, row, v, 0, a);
                row += a;
              }
            }
          }
        });
  }

  private void additiveBackward(float[] de, float[] v, float[] y, float[] dk, float[] dq) {
    int a = looks.size;
    looks.backward(
        (from, to) -> {
          float[] g = new float[a];
          for (int i = from; i < to; i++) {
            int row = rowsOf(i);
            for (int t = 0; t < looks.steps; t++) {
              if (looks.isReal(i, t)) {
                float d = de[i * looks.steps + t];
                if (d != 0f) {
                  slope(d, v, y, row, g);
                  kernel.add(g, 0, dk, looks.at(i, t), a);
                  kernel.add(g, 0, dq, i * a, a);
                }
                row += a;
              }
            }
          }
        });
  }

  /** g = d·v·(1 - y²). A loop over equal indices is what C2 vectorises. */
  private static void slope(float d, float[] v, float[] y, int row, float[] g) {
    System.arraycopy(y, row, g, 0, g.length);
    for (int j = 0; j < g.length; j++) g[j] = d * v[j] * (1f - g[j] * g[j]);
  }

  /** dv += de[i,t]·y[i,t], i ascending, then t; threads split the elements of dv. */
  private void addToV(float[] de, float[] y, float[] dv) {
    looks.columns(
        (from, to) -> {
          for (int i = 0; i < looks.count; i++) {
            int row = rowsOf(i);
            for (int t = 0; t < looks.steps; t++) {
              if (looks.isReal(i, t)) {
                float d = de[i * looks.steps + t];
                if (d != 0f) kernel.axpy(d, y, row + from, dv, from, to - from);
                row += looks.size;
              }
            }
          }
        });
  }
}
