package seq2seq.engine;

import seq2seq.engine.kernel.Buffers;
import seq2seq.engine.kernel.Kernel;
import seq2seq.engine.kernel.Kernels;
import seq2seq.engine.kernel.Parallel;

/**
 * Products between one vector a sentence (N×A) and one a step and sentence (T×N×A): what attention
 * is made of. Sums over A run in the order of {@link Kernel#sum}, sums over T ascending; a weight
 * or a gradient of 0, such as padding has, is left out of its sum. Threads split sentences.
 *
 * <p>Each takes a mask (N×T), a constant m: where it is 0, at padding, there is nothing to compute,
 * and the score or the gradient of the weight is 0. No mask, null, is 1 everywhere.
 */
final class Attending {
  private static final int GRAIN = 8192;

  private Attending() {}

  /** s[n,t] = Σ_a k[t,n,a]·q[n,a]; dk[t,n] = ds[n,t]·q[n], dq[n] = Σ_t ds[n,t]·k[t,n]. */
  static Tensor dots(Tensor k, Tensor q, Tensor mask) {
    check("dots", k.shape(), q.shape());
    float[] m = mask("dots", mask, k.shape());
    return Tensor.result(
        "dots",
        Shape.of(k.dim(1), k.dim(0)),
        dots(k.liveData(), q.liveData(), m, k.shape()),
        dy -> {
          float[] ds = masked(dy, m);
          if (k.requiresGrad()) addOuter(ds, q.liveData(), k.gradToAddTo(), k.shape());
          if (q.requiresGrad()) addWeighted(ds, k.liveData(), q.gradToAddTo(), k.shape());
        },
        k,
        q);
  }

  /** c[n] = Σ_t w[n,t]·x[t,n]; dw[n,t] = Σ_a dc[n,a]·x[t,n,a], dx[t,n] = w[n,t]·dc[n]. */
  static Tensor weightedSum(Tensor x, Tensor weights, Tensor mask) {
    checkRank("weightedSum", x.shape());
    if (!weights.shape().equals(Shape.of(x.dim(1), x.dim(0)))) {
      throw new ShapeException(
          "weightedSum", x.shape() + ", T×N×A, needs weights N×T; got " + weights.shape());
    }
    float[] m = mask("weightedSum", mask, x.shape());
    float[] w = masked(weights.liveData(), m);
    float[] c = new float[x.dim(1) * x.dim(2)];
    addWeighted(w, x.liveData(), c, x.shape());
    return Tensor.result(
        "weightedSum",
        x.shape().without(0),
        c,
        dc -> {
          if (weights.requiresGrad()) weights.addGrad(dots(x.liveData(), dc, m, x.shape()));
          if (x.requiresGrad()) addOuter(w, dc, x.gradToAddTo(), x.shape());
        },
        x,
        weights);
  }

  /**
   * s[n,t] = Σ_a v[a]·y[t,n,a] with y = tanh(k[t,n] + q[n]); with g = ds[n,t]·v·(1 - y[t,n]²) it is
   * dk[t,n] = g, dq[n] = Σ_t g, and dv = Σ ds[n,t]·y[t,n].
   */
  static Tensor additiveScores(Tensor k, Tensor q, Tensor v, Tensor mask) {
    check("additiveScores", k.shape(), q.shape());
    if (!v.shape().equals(Shape.of(k.dim(2)))) {
      throw new ShapeException(
          "additiveScores", "v has shape " + Shape.of(k.dim(2)) + "; got " + v.shape());
    }
    float[] m = mask("additiveScores", mask, k.shape());
    float[] y = Buffers.take(k.size());
    float[] s = new float[k.dim(0) * k.dim(1)];
    rows(k.shape(), m, row -> row.forward(k.liveData(), q.liveData(), v.liveData(), y, s));
    if (!Tensor.joinsGraph(k, q, v)) Buffers.give(y);
    return Tensor.result(
        "additiveScores",
        Shape.of(k.dim(1), k.dim(0)),
        s,
        dy -> {
          float[] ds = masked(dy, m);
          float[] dk = k.requiresGrad() ? k.gradToAddTo() : new float[k.size()];
          float[] dq = q.requiresGrad() ? q.gradToAddTo() : new float[q.size()];
          rows(k.shape(), m, row -> row.backward(ds, v.liveData(), y, dk, dq));
          if (v.requiresGrad()) addRows(ds, y, v.gradToAddTo(), k.shape());
          Buffers.give(y);
        },
        k,
        q,
        v);
  }

  /** s (N×T): the dot products of x[t,n] and q[n]. */
  private static float[] dots(float[] x, float[] q, float[] m, Shape shape) {
    float[] s = new float[shape.dim(0) * shape.dim(1)];
    rows(shape, m, row -> row.dot(x, q, s));
    return s;
  }

  private static float[] mask(String op, Tensor mask, Shape shape) {
    if (mask == null) return null;
    if (!mask.shape().equals(Shape.of(shape.dim(1), shape.dim(0)))) {
      throw new ShapeException(op, shape + ", T×N×A, needs a mask N×T; got " + mask.shape());
    }
    return mask.data();
  }

  /** x where the mask is not 0, else 0. */
  private static float[] masked(float[] x, float[] m) {
    if (m == null) return x;
    float[] y = new float[x.length];
    for (int i = 0; i < y.length; i++) y[i] = m[i] != 0f ? x[i] : 0f;
    return y;
  }

  /** to[n] += w[n,t]·x[t,n], t ascending. */
  private static void addWeighted(float[] w, float[] x, float[] to, Shape shape) {
    rows(shape, w, row -> row.axpy(w, x, row.at(), to, row.sentence()));
  }

  /** to[t,n] += w[n,t]·q[n]. */
  private static void addOuter(float[] w, float[] q, float[] to, Shape shape) {
    rows(shape, w, row -> row.axpy(w, q, row.sentence(), to, row.at()));
  }

  /** to += w[n,t]·y[t,n], n ascending, then t; threads split the elements of {@code to}. */
  private static void addRows(float[] w, float[] y, float[] to, Shape shape) {
    int steps = shape.dim(0);
    int n = shape.dim(1);
    int a = shape.dim(2);
    Kernel kernel = Kernels.active();
    Parallel.range(
        a,
        Math.max(16, GRAIN / w.length),
        (from, to2) -> {
          for (int i = 0; i < w.length; i++) {
            if (w[i] != 0f) {
              int at = (i % steps * n + i / steps) * a;
              kernel.axpy(w[i], y, at + from, to, from, to2 - from);
            }
          }
        });
  }

  private interface Visit {
    void row(Row row);
  }

  /**
   * Every row (t,n) of a shape (T×N×A) whose number in {@code m} (N×T) is not 0, or every row where
   * that is null: n ascending, then t; one thread has all of a sentence.
   */
  private static void rows(Shape shape, float[] m, Visit visit) {
    int steps = shape.dim(0);
    int a = shape.dim(2);
    Parallel.range(
        shape.dim(1),
        Math.max(1, GRAIN / (steps * a)),
        (from, to) -> {
          Row row = new Row(shape);
          for (row.n = from; row.n < to; row.n++) {
            for (row.t = 0; row.t < steps; row.t++) {
              if (m == null || m[row.place()] != 0f) visit.row(row);
            }
          }
        });
  }

  /** One row of A numbers, with scratch space. Loops over equal indices are what C2 vectorises. */
  private static final class Row {
    private final Kernel kernel = Kernels.active();
    private final int steps;
    private final int sentences;
    private final int size;
    private final float[] scratch;
    private int t;
    private int n;

    Row(Shape shape) {
      steps = shape.dim(0);
      sentences = shape.dim(1);
      size = shape.dim(2);
      scratch = new float[size];
    }

    /** Where row (t,n) of (T×N×A) starts. */
    int at() {
      return (t * sentences + n) * size;
    }

    /** Where row n of (N×A) starts. */
    int sentence() {
      return n * size;
    }

    /** The place of (n,t) in (N×T). */
    int place() {
      return n * steps + t;
    }

    void dot(float[] x, float[] q, float[] s) {
      s[place()] = kernel.dot(x, at(), q, sentence(), size);
    }

    void axpy(float[] w, float[] x, int xAt, float[] y, int yAt) {
      kernel.axpy(w[place()], x, xAt, y, yAt, size);
    }

    void forward(float[] k, float[] q, float[] v, float[] y, float[] s) {
      int at = at();
      System.arraycopy(k, at, y, at, size);
      kernel.add(q, sentence(), y, at, size);
      kernel.tanh(y, y, at, at + size);
      s[place()] = kernel.dot(y, at, v, 0, size);
    }

    void backward(float[] ds, float[] v, float[] y, float[] dk, float[] dq) {
      float d = ds[place()];
      if (d == 0f) return;
      System.arraycopy(y, at(), scratch, 0, size);
      for (int i = 0; i < size; i++) scratch[i] = d * v[i] * (1f - scratch[i] * scratch[i]);
      kernel.add(scratch, 0, dk, at(), size);
      kernel.add(scratch, 0, dq, sentence(), size);
    }
  }

  private static void check(String op, Shape keys, Shape query) {
    checkRank(op, keys);
    if (!query.equals(keys.without(0))) {
      throw new ShapeException(
          op, keys + ", T×N×A, needs a query " + keys.without(0) + ", N×A; got " + query);
    }
  }

  private static void checkRank(String op, Shape shape) {
    if (shape.rank() != 3) {
      throw new ShapeException(op, "needs 3 axes, T×N×A; " + shape + " has " + shape.rank());
    }
  }
}
