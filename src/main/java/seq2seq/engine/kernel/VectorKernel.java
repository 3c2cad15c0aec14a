package seq2seq.engine.kernel;

/**
 * The kernels with the Vector API, bit for bit the results of {@link PlainKernel}.
 *
 * <p>Loaded by name, and only where the JVM has the module {@code jdk.incubator.vector}: nothing
 * outside the files {@code Vector*.java} may mention that module.
 */
final class VectorKernel implements Kernel {
  @Override
  public String name() {
    return "simd";
  }

  @Override
  public void matmul(Matrix a, Matrix b, Matrix c, boolean accumulate) {
    Shares.run(a, b, c, accumulate, VectorMatMul::run);
  }

  @Override
  public void exp(float[] x, float[] y, int from, int to) {
    VectorMath.exp(x, y, from, to);
  }

  @Override
  public void log(float[] x, float[] y, int from, int to) {
    VectorMath.log(x, y, from, to);
  }

  @Override
  public void tanh(float[] x, float[] y, int from, int to) {
    VectorMath.tanh(x, y, from, to);
  }

  @Override
  public void sigmoid(float[] x, float[] y, int from, int to) {
    VectorMath.sigmoid(x, y, from, to);
  }

  @Override
  public float sum(float[] x, int from, int to) {
    return VectorSums.sum(x, from, to);
  }

  @Override
  public double sumOfSquares(float[] x, int from, int to) {
    return VectorSums.sumOfSquares(x, from, to);
  }

  @Override
  public float max(float[] x, int from, int to) {
    return VectorSums.max(x, from, to);
  }

  @Override
  public float expShifted(float[] x, int from, int to, float shift, float[] y, int yAt) {
    return VectorMath.expShifted(x, from, to, shift, y, yAt);
  }

  @Override
  public void add(float[] x, int xAt, float[] y, int yAt, int count) {
    VectorLoops.add(x, xAt, y, yAt, count);
  }

  @Override
  public void axpy(float factor, float[] x, int xAt, float[] y, int yAt, int count) {
    VectorLoops.axpy(factor, x, xAt, y, yAt, count);
  }

  @Override
  public void adam(
      AdamStep step,
      float[] value,
      float[] gradient,
      float[] mean,
      float[] square,
      int from,
      int to) {
    int done = VectorAdam.run(step, value, gradient, mean, square, from, to);
    Kernels.plain().adam(step, value, gradient, mean, square, done, to);
  }
}
