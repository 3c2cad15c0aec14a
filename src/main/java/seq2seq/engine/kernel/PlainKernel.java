package seq2seq.engine.kernel;

/** The kernels in readable Java. */
public final class PlainKernel implements Kernel {
  @Override
  public String name() {
    return "plain";
  }

  @Override
  public void matmul(Matrix a, Matrix b, Matrix c, boolean accumulate) {
    for (int i = 0; i < c.rows(); i++) {
      for (int j = 0; j < c.cols(); j++) {
        float chain = accumulate ? c.data()[c.index(i, j)] : 0f;
        for (int p = 0; p < a.cols(); p++) {
          chain = Math.fma(a.data()[a.index(i, p)], b.data()[b.index(p, j)], chain);
        }
        c.data()[c.index(i, j)] = chain;
      }
    }
  }

  @Override
  public void exp(float[] x, float[] y, int from, int to) {
    for (int i = from; i < to; i++) y[i] = (float) StrictMath.exp(x[i]);
  }

  @Override
  public void log(float[] x, float[] y, int from, int to) {
    for (int i = from; i < to; i++) y[i] = (float) StrictMath.log(x[i]);
  }

  @Override
  public void tanh(float[] x, float[] y, int from, int to) {
    for (int i = from; i < to; i++) y[i] = (float) StrictMath.tanh(x[i]);
  }

  @Override
  public void sigmoid(float[] x, float[] y, int from, int to) {
    for (int i = from; i < to; i++) y[i] = (float) (1 / (1 + StrictMath.exp(-x[i])));
  }

  @Override
  public float sum(float[] x, int from, int to) {
    float[] lanes = new float[16];
    for (int i = from; i < to; i++) lanes[(i - from) & 15] += x[i];
    for (int half = 8; half > 0; half >>= 1) {
      for (int j = 0; j < half; j++) lanes[j] += lanes[j + half];
    }
    return lanes[0];
  }

  @Override
  public double sumOfSquares(float[] x, int from, int to) {
    double total = 0;
    for (int at = from; at < to; at += 4096) {
      float[] lanes = new float[16];
      for (int i = at; i < Math.min(to, at + 4096); i++)
        lanes[(i - at) & 15] = Math.fma(x[i], x[i], lanes[(i - at) & 15]);
      for (int half = 8; half > 0; half >>= 1) {
        for (int j = 0; j < half; j++) lanes[j] += lanes[j + half];
      }
      total += lanes[0];
    }
    return total;
  }

  @Override
  public float max(float[] x, int from, int to) {
    float best = x[from];
    for (int i = from + 1; i < to; i++) best = Math.max(best, x[i]);
    return best;
  }

  @Override
  public float expShifted(float[] x, int from, int to, float shift, float[] y, int yAt) {
    int count = to - from;
    for (int i = 0; i < count; i++) y[yAt + i] = x[from + i] - shift;
    exp(y, y, yAt, yAt + count);
    return sum(y, yAt, yAt + count);
  }

  @Override
  public void add(float[] x, int xAt, float[] y, int yAt, int count) {
    for (int i = 0; i < count; i++) y[yAt + i] += x[xAt + i];
  }

  @Override
  public void axpy(float factor, float[] x, int xAt, float[] y, int yAt, int count) {
    for (int i = 0; i < count; i++) y[yAt + i] = Math.fma(factor, x[xAt + i], y[yAt + i]);
  }
}
