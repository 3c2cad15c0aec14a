package seq2seq.engine.kernel;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Measures both kernels and prints one line per product and function: the best of many repetitions.
 *
 * <p>{@code java --add-modules jdk.incubator.vector ... seq2seq.engine.kernel.KernelSpeed
 * [threads]}
 */
final class KernelSpeed {
  private static final long MEASURE_NANOS = 500_000_000;
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  /** A·B, A·Bᵀ or Aᵀ·B. */
  private enum Form {
    AB,
    ABT,
    ATB
  }

  private record Shape(int m, int k, int n, Form form) {}

  private static final List<Shape> SHAPES =
      List.of(
          new Shape(128, 512, 768, Form.AB),
          new Shape(128, 256, 768, Form.AB),
          new Shape(1152, 256, 768, Form.AB),
          new Shape(1152, 768, 256, Form.ABT),
          new Shape(256, 1152, 768, Form.ATB),
          new Shape(64, 32, 96, Form.AB),
          new Shape(64, 64, 96, Form.AB),
          new Shape(64, 96, 32, Form.ABT),
          new Shape(32, 64, 96, Form.ATB),
          new Shape(640, 32, 200, Form.AB),
          new Shape(640, 200, 32, Form.ABT),
          new Shape(32, 640, 200, Form.ATB),
          new Shape(128, 768, 256, Form.ABT),
          new Shape(256, 128, 768, Form.ATB),
          new Shape(1, 256, 768, Form.AB),
          new Shape(3, 256, 768, Form.AB),
          new Shape(5, 256, 768, Form.AB),
          new Shape(640, 256, 1, Form.AB),
          new Shape(1, 768, 256, Form.ABT),
          new Shape(3840, 256, 10000, Form.AB),
          new Shape(3840, 10000, 256, Form.ABT),
          new Shape(256, 3840, 10000, Form.ATB));

  private KernelSpeed() {}

  public static void main(String[] args) {
    Parallel.use(args.length == 0 ? 1 : Integer.parseInt(args[0]));
    for (Kernel kernel : TestKernels.all()) {
      for (Shape shape : SHAPES) product(kernel, shape);
      functions(kernel);
    }
  }

  private static void product(Kernel kernel, Shape shape) {
    Matrix a = operand(shape.m, shape.k, shape.form == Form.ATB);
    Matrix b = operand(shape.k, shape.n, shape.form == Form.ABT);
    Matrix c = Matrix.of(new float[shape.m * shape.n], shape.m, shape.n);
    double operations = 2.0 * shape.m * shape.k * shape.n;
    double nanos = best(operations, () -> kernel.matmul(a, b, c, false));
    print("%-5s %-40s %7.1f GFLOP/s %11.2f µs", kernel, shape, operations / nanos, nanos / 1e3);
  }

  private static Matrix operand(int rows, int cols, boolean transposed) {
    float[] data = values(rows * cols);
    return transposed ? Matrix.of(data, cols, rows).transposed() : Matrix.of(data, rows, cols);
  }

  private static void functions(Kernel kernel) {
    float[] x = values(4096);
    float[] y = new float[4096];
    float[] z = new float[4096];
    float[] w = new float[4096];
    for (FunctionUnderTest f : FunctionUnderTest.values()) {
      perElement(kernel, f.name(), () -> f.array.run(kernel, x, y, 0, 4096));
    }
    perElement(kernel, "sum", () -> y[0] += kernel.sum(x, 0, 4096));
    perElement(kernel, "sumOfSquares", () -> y[0] += (float) kernel.sumOfSquares(x, 0, 4096));
    perElement(kernel, "max", () -> y[0] += kernel.max(x, 0, 4096));
    perElement(kernel, "expShifted", () -> kernel.expShifted(x, 0, 4096, 1f, y, 0));
    perElement(kernel, "add", () -> kernel.add(x, 0, y, 0, 4096));
    perElement(kernel, "axpy", () -> kernel.axpy(0.5f, x, 0, y, 0, 4096));
    AdamFactors step = AdamFactors.of(0.001, 0.9, 0.999, 1e-8, 10);
    Arrays.fill(w, 1f);
    perElement(kernel, "adam", () -> kernel.adam(step, y, x, z, w, 0, 4096));
  }

  private static void perElement(Kernel kernel, String name, Runnable run) {
    print("%-5s %-40s %7.3f ns an element", kernel, name, best(40_000, run) / 4096);
  }

  /** The shortest time of one run, ns; short runs are timed in groups. */
  private static double best(double operations, Runnable run) {
    int group = (int) Math.max(1, 1e6 / operations);
    double best = Double.POSITIVE_INFINITY;
    long end = System.nanoTime() + MEASURE_NANOS;
    for (int i = 0; i < 5 || System.nanoTime() < end; i++) {
      long start = System.nanoTime();
      for (int j = 0; j < group; j++) run.run();
      best = Math.min(best, (System.nanoTime() - start) / (double) group);
    }
    return best;
  }

  private static float[] values(int count) {
    SplittableRandom random = new SplittableRandom(1);
    float[] x = new float[count];
    for (int i = 0; i < count; i++) x[i] = (float) (random.nextDouble() * 2 - 1);
    return x;
  }

  private static void print(String format, Kernel kernel, Object... values) {
    Object[] all = new Object[values.length + 1];
    all[0] = kernel.name();
    System.arraycopy(values, 0, all, 1, values.length);
    OUT.println(String.format(Locale.ROOT, format, all));
  }
}
