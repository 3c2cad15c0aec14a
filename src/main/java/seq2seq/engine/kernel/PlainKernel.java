package seq2seq.engine.kernel;

/** The kernels in readable Java: what they compute, and in which order. */
public final class PlainKernel implements Kernel {
  @Override
  public String name() {
    return "plain";
  }

  @Override
  public void matmul(Matrix a, Matrix b, Matrix start, Matrix c) {
    WorkSplit.product(a, b, start, c, PlainMatMul::run);
  }

  @Override
  public Packed pack(Matrix b, int rows) {
    return new Packed(b, null);
  }

  @Override
  public boolean isZero(float[] x, int at, int count) {
    for (int i = at; i < at + count; i++) {
      if (x[i] != 0f) return false;
    }
    return true;
  }

  @Override
  public void matmul(Matrix a, Packed b, Matrix start, Matrix c) {
    PlainMatMul.run(a, b.matrix(), start, c);
  }

  @Override
  public void exp(float[] x, float[] y, int from, int to) {
    for (int i = from; i < to; i++) y[i] = FloatMath.exp(x[i]);
  }

  @Override
  public void log(float[] x, float[] y, int from, int to) {
    for (int i = from; i < to; i++) y[i] = FloatMath.log(x[i]);
  }

  @Override
  public void tanh(float[] x, float[] y, int from, int to) {
    for (int i = from; i < to; i++) y[i] = FloatMath.tanh(x[i]);
  }

  @Override
  public void sigmoid(float[] x, float[] y, int from, int to) {
    for (int i = from; i < to; i++) y[i] = FloatMath.sigmoid(x[i]);
  }

  @Override
  public float sum(float[] x, int from, int to) {
    float[] lanes = new float[Lanes.COUNT];
    int i = from;
    for (; i <= to - Lanes.COUNT; i += Lanes.COUNT) {
      for (int j = 0; j < Lanes.COUNT; j++) lanes[j] += x[i + j];
    }
    for (int j = 0; i + j < to; j++) lanes[j] += x[i + j];
    return Lanes.total(lanes);
  }

  @Override
  public float dot(float[] x, int xAt, float[] y, int yAt, int count) {
    float[] lanes = new float[Lanes.COUNT];
    for (int i = 0; i < count; i++) lanes[i % Lanes.COUNT] += x[xAt + i] * y[yAt + i];
    return Lanes.total(lanes);
  }

  @Override
  public double sumOfSquares(float[] x, int from, int to) {
    double total = 0;
    for (int at = from; at < to; at += Lanes.BLOCK) {
      total += blockOfSquares(x, at, Math.min(to, at + Lanes.BLOCK));
    }
    return total;
  }

  private static float blockOfSquares(float[] x, int from, int to) {
    float[] lanes = new float[Lanes.COUNT];
    int i = from;
    for (; i <= to - Lanes.COUNT; i += Lanes.COUNT) {
      for (int j = 0; j < Lanes.COUNT; j++) lanes[j] = Math.fma(x[i + j], x[i + j], lanes[j]);
    }
    for (int j = 0; i + j < to; j++) lanes[j] = Math.fma(x[i + j], x[i + j], lanes[j]);
    return Lanes.total(lanes);
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
    for (int i = 0; i < count; i++) y[yAt + i] = FloatMath.exp(x[from + i] - shift);
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

  @Override
  public void adam(
      AdamFactors step,
      float[] value,
      float[] gradient,
      float[] mean,
      float[] square,
      int from,
      int to) {
    float meanRate = step.meanRate();
    float squareRate = step.squareRate();
    float size = -step.size();
    float scale = step.scale();
    float epsilon = step.epsilon();
    for (int i = from; i < to; i++) {
      float g = gradient[i];
      float m = Math.fma(meanRate, g - mean[i], mean[i]);
      float s = Math.fma(squareRate, g * g - square[i], square[i]);
      mean[i] = m;
      square[i] = s;
      value[i] = Math.fma(size, m / ((float) Math.sqrt(s) * scale + epsilon), value[i]);
    }
  }

  @Override
  public GateKernel gates(int size) {
    return PlainGates.WHOLE;
  }
}
