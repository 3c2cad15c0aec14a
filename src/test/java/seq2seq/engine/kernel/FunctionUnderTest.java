package seq2seq.engine.kernel;

import java.util.function.DoubleUnaryOperator;

/** The four functions, each with its scalar form, its array form and its oracle in double. */
enum FunctionUnderTest {
  EXP(FloatMath::exp, Kernel::exp, StrictMath::exp),
  LOG(FloatMath::log, Kernel::log, StrictMath::log),
  TANH(FloatMath::tanh, Kernel::tanh, StrictMath::tanh),
  SIGMOID(FloatMath::sigmoid, Kernel::sigmoid, FunctionUnderTest::logistic);

  /** y = f(x). */
  interface OfFloat {
    float of(float x);
  }

  /** y[from..to) = f(x[from..to)). */
  interface OfArray {
    void run(Kernel kernel, float[] x, float[] y, int from, int to);
  }

  final OfFloat scalar;
  final OfArray array;
  final DoubleUnaryOperator oracle;

  FunctionUnderTest(OfFloat scalar, OfArray array, DoubleUnaryOperator oracle) {
    this.scalar = scalar;
    this.array = array;
    this.oracle = oracle;
  }

  private static double logistic(double x) {
    double e = StrictMath.exp(-StrictMath.abs(x));
    return (x < 0 ? e : 1) / (1 + e);
  }

  /** |actual - expected| in units of the last place that a float near {@code expected} has. */
  static double ulpsBetween(float actual, double expected) {
    if (Double.isNaN(expected)) return Float.isNaN(actual) ? 0 : Double.POSITIVE_INFINITY;
    if (Float.isInfinite((float) expected)) return actual == (float) expected ? 0 : 1e9;
    if (!Float.isFinite(actual)) return Double.POSITIVE_INFINITY;
    int exponent = Math.max(Float.MIN_EXPONENT, Math.getExponent(expected));
    return Math.abs(actual - expected) / Math.scalb(1.0, exponent - 23);
  }
}
