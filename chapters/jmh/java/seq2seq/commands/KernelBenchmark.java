package seq2seq.commands;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import seq2seq.engine.Generator;
import seq2seq.engine.Shape;
import seq2seq.engine.Tensor;
import seq2seq.engine.kernel.Kernel;
import seq2seq.engine.kernel.Kernels;
import seq2seq.engine.kernel.Matrix;
import seq2seq.engine.kernel.Parallel;

/** Both kernels on one thread: products in their three forms, and the functions of one number. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class KernelBenchmark {
  @Param({"plain", "simd"})
  public String kernel;

  @Param({"128x512x768", "64x32x96", "640x32x200"})
  public String shape;

  private Kernel used;
  private Matrix a;
  private Matrix b;
  private Matrix c;

  @Setup
  public void prepare() {
    Parallel.use(1);
    used = kernel.equals("plain") ? Kernels.plain() : Kernels.simd().orElseThrow();
    String[] sizes = shape.split("x");
    int m = Integer.parseInt(sizes[0]);
    int k = Integer.parseInt(sizes[1]);
    int n = Integer.parseInt(sizes[2]);
    Generator generator = Generator.seeded(0);
    a = Matrix.of(random(m * k, generator), m, k);
    b = Matrix.of(random(k * n, generator), k, n);
    c = Matrix.of(random(m * n, generator), m, n);
  }

  private static float[] random(int count, Generator generator) {
    return Tensor.uniform(Shape.of(count), -1, 1, generator).toArray();
  }

  /** C = A·B. */
  @Benchmark
  public Matrix product() {
    used.matmul(a, b, c, false);
    return c;
  }

  /** A = C·Bᵀ, the gradient of the left side. */
  @Benchmark
  public Matrix gradientOfLeft() {
    used.matmul(c, b.transposed(), a, false);
    return a;
  }

  /** B = Aᵀ·C, the gradient of the right side. */
  @Benchmark
  public Matrix gradientOfRight() {
    used.matmul(a.transposed(), c, b, false);
    return b;
  }

  /** tanh of every element of C. */
  @Benchmark
  public float[] tanh() {
    used.tanh(c.data(), c.data(), 0, c.data().length);
    return c.data();
  }

  /** The logistic function of every element of C. */
  @Benchmark
  public float[] sigmoid() {
    used.sigmoid(c.data(), c.data(), 0, c.data().length);
    return c.data();
  }
}
