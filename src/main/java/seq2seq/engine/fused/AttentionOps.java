package seq2seq.engine.fused;

import seq2seq.engine.Autograd;
import seq2seq.engine.Shape;
import seq2seq.engine.ShapeException;
import seq2seq.engine.Tensor;
import seq2seq.engine.kernel.BufferPool;
import seq2seq.engine.kernel.Kernel;
import seq2seq.engine.kernel.Kernels;

/**
 * Products between the vector of a query (n×A) and one a step and sentence (T×N×A): what attention
 * is made of. Query i looks at one sentence s, where its mask (n×T), a constant, is not 0;
 * elsewhere the score or the gradient of the weight is 0 ({@link QueryIndex}).
 *
 * <p>Sums over A run in the order of {@link Kernel#sum}, sums over T and n ascending; a weight or a
 * gradient of 0 is left out of its sum.
 */
public final class AttentionOps {
  private final Kernel kernel = Kernels.active();
  private final QueryIndex queries;

  private AttentionOps(QueryIndex queries) {
    this.queries = queries;
  }

  /**
   * The dot product of each query with the keys of its sentence: e[i,t] = Σ_a k[t,s,a]·q[i,a];
   * dk[t,s] += de[i,t]·q[i], dq[i] = Σ_t de[i,t]·k[t,s].
   *
   * @param k keys (T×N×A)
   * @param q queries (n×A)
   * @param mask (n×T), or null for 1 everywhere
   * @param rows the sentence s of each query (n), from 0 to N-1; none means its own
   * @return e (n×T)
   * @throws ShapeException if the sizes do not fit, or there is no such sentence
   */
  public static Tensor dotScores(Tensor k, Tensor q, Tensor mask, int... rows) {
    AttentionOps of = new AttentionOps(new QueryIndex("dotScores", k.shape(), mask, rows));
    of.checkQuery("dotScores", k, q);
    float[] e = new float[of.queries.scoreShape().size()];
    of.dots(k.liveData(), q.liveData(), e);
    return Autograd.result(
        "dotScores",
        of.queries.scoreShape(),
        e,
        de -> {
          if (k.requiresGrad()) of.addOuter(de, q.liveData(), k.gradient().toAddTo());
          if (q.requiresGrad()) of.addWeighted(de, k.liveData(), q.gradient().toAddTo());
        },
        k,
        q);
  }

  /**
   * The sum of the values of each query's sentence, weighted: c[i] = Σ_t w[i,t]·x[t,s]; dw[i,t] =
   * Σ_a dc[i,a]·x[t,s,a], dx[t,s] += w[i,t]·dc[i].
   *
   * @param x values (T×N×A)
   * @param w weights (n×T)
   * @param mask (n×T), or null for 1 everywhere
   * @param rows the sentence s of each row of weights (n); none means its own
   * @return c (n×A)
   * @throws ShapeException if the sizes do not fit, or there is no such sentence
   */
  public static Tensor weightedSum(Tensor x, Tensor w, Tensor mask, int... rows) {
    AttentionOps of = new AttentionOps(new QueryIndex("weightedSum", x.shape(), mask, rows));
    if (!w.shape().equals(of.queries.scoreShape())) {
      throw new ShapeException(
          "weightedSum", x.shape() + ", T×N×A, needs weights N×T; got " + w.shape());
    }
    float[] c = new float[of.queries.queryShape().size()];
    of.addWeighted(w.liveData(), x.liveData(), c);
    return Autograd.result(
        "weightedSum",
        of.queries.queryShape(),
        c,
        dc -> {
          if (w.requiresGrad()) of.dots(x.liveData(), dc, w.gradient().toAddTo());
          if (x.requiresGrad()) of.addOuter(w.liveData(), dc, x.gradient().toAddTo());
        },
        x,
        w);
  }

  /**
   * e[i,t] = Σ_a v[a]·y[a] with y = tanh(k[t,s] + q[i]); with g = de[i,t]·v·(1 - y²) it is dk[t,s]
   * += g, dq[i] = Σ_t g, and dv = Σ de[i,t]·y.
   *
   * @param k keys (T×N×A)
   * @param q queries (n×A)
   * @param v (A)
   * @param mask (n×T), or null for 1 everywhere
   * @param rows the sentence s of each query (n), from 0 to N-1; none means its own
   * @return e (n×T)
   * @throws ShapeException if the sizes do not fit, or there is no such sentence
   */
  public static Tensor additiveScores(Tensor k, Tensor q, Tensor v, Tensor mask, int... rows) {
    AttentionOps of = new AttentionOps(new QueryIndex("additiveScores", k.shape(), mask, rows));
    of.checkQuery("additiveScores", k, q);
    if (!v.shape().equals(Shape.of(k.dim(2)))) {
      throw new ShapeException(
          "additiveScores", "v has shape " + Shape.of(k.dim(2)) + "; got " + v.shape());
    }
    float[] y = BufferPool.take(of.queries.scoreShape().size() * of.queries.size);
    float[] e = new float[of.queries.scoreShape().size()];
    of.additive(k.liveData(), q.liveData(), v.liveData(), y, e);
    if (!Autograd.records(k, q, v)) BufferPool.give(y);
    return Autograd.result(
        "additiveScores",
        of.queries.scoreShape(),
        e,
        de -> {
          float[] dk = k.gradient().toAddTo();
          float[] dq = q.gradient().toAddTo();
          of.additiveBackward(de, v.liveData(), y, dk, dq);
          if (v.requiresGrad()) of.addToV(de, y, v.gradient().toAddTo());
          BufferPool.give(y);
        },
        k,
        q,
        v);
  }

  private void checkQuery(String op, Tensor keys, Tensor query) {
    if (!query.shape().equals(queries.queryShape())) {
      throw new ShapeException(
          op,
          keys.shape()
              + ", T×N×A, needs a query "
              + queries.queryShape()
              + ", N×A; got "
              + query.shape());
    }
  }

  /** e[i,t] += x[t,s]·q[i]. */
  private void dots(float[] x, float[] q, float[] e) {
    int a = queries.size;
    queries.forward(
        (from, to) -> {
          for (int i = from; i < to; i++) {
            for (int t = 0; t < queries.steps; t++) {
              if (queries.isReal(i, t)) {
                e[i * queries.steps + t] += kernel.dot(x, queries.at(i, t), q, i * a, a);
              }
            }
          }
        });
  }

  /** to[i] += w[i,t]·x[t,s], t ascending. */
  private void addWeighted(float[] w, float[] x, float[] to) {
    int a = queries.size;
    queries.forward(
        (from, end) -> {
          for (int i = from; i < end; i++) {
            for (int t = 0; t < queries.steps; t++) {
              float factor = w[i * queries.steps + t];
              if (factor != 0f && queries.isReal(i, t)) {
                kernel.axpy(factor, x, queries.at(i, t), to, i * a, a);
              }
            }
          }
        });
  }

  /** to[t,s] += w[i,t]·q[i]. */
  private void addOuter(float[] w, float[] q, float[] to) {
    int a = queries.size;
    queries.backward(
        (from, end) -> {
          for (int i = from; i < end; i++) {
            for (int t = 0; t < queries.steps; t++) {
              float factor = w[i * queries.steps + t];
              if (factor != 0f && queries.isReal(i, t)) {
                kernel.axpy(factor, q, i * a, to, queries.at(i, t), a);
              }
            }
          }
        });
  }

  /** Where the rows of y that belong to query i begin: only those that it queries at, no gaps. */
  private int rowsOf(int i) {
    return i * queries.steps * queries.size;
  }

  /** The sums of a query lie side by side, so that one call of tanh does them all. */
  private void additive(float[] k, float[] q, float[] v, float[] y, float[] e) {
    int a = queries.size;
    queries.forward(
        (from, to) -> {
          for (int i = from; i < to; i++) {
            int end = rowsOf(i);
            for (int t = 0; t < queries.steps; t++) {
              if (queries.isReal(i, t)) {
                System.arraycopy(k, queries.at(i, t), y, end, a);
                kernel.add(q, i * a, y, end, a);
                end += a;
              }
            }
            kernel.tanh(y, y, rowsOf(i), end);
            int row = rowsOf(i);
            for (int t = 0; t < queries.steps; t++) {
              if (queries.isReal(i, t)) {
                e[i * queries.steps + t] = kernel.dot(y, row, v, 0, a);
                row += a;
              }
            }
          }
        });
  }

  private void additiveBackward(float[] de, float[] v, float[] y, float[] dk, float[] dq) {
    int a = queries.size;
    queries.backward(
        (from, to) -> {
          float[] g = new float[a];
          for (int i = from; i < to; i++) {
            int row = rowsOf(i);
            for (int t = 0; t < queries.steps; t++) {
              if (queries.isReal(i, t)) {
                float d = de[i * queries.steps + t];
                if (d != 0f) {
                  slope(d, v, y, row, g);
                  kernel.add(g, 0, dk, queries.at(i, t), a);
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
    queries.columns(
        (from, to) -> {
          for (int i = 0; i < queries.count; i++) {
            int row = rowsOf(i);
            for (int t = 0; t < queries.steps; t++) {
              if (queries.isReal(i, t)) {
                float d = de[i * queries.steps + t];
                if (d != 0f) kernel.axpy(d, y, row + from, dv, from, to - from);
                row += queries.size;
              }
            }
          }
        });
  }
}
