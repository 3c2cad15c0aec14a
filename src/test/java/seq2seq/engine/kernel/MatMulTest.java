package seq2seq.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kernel, at every thread count, gives the bits of one chain of fused multiply-adds. */
class MatMulTest {
  private static final float FRAME = 12345f;

  private final int threadsBefore = Parallel.threads();

  static List<Kernel> kernels() {
    return TestKernels.all();
  }

  @AfterEach
  void restoreThreads() {
    Parallel.use(threadsBefore);
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void everySmallShapeIsOneChainPerElement(Kernel kernel) {
    everySmallShape(kernel::matmul);
  }

  @Test
  void soItIsInTheSimdLoopsToWhichTheKernelGivesNoSmallProducts() {
    everySmallShape(VectorMatMul::run);
  }

  /** The tile of another processor as well: too many registers cost time, never bits. */
  static List<VectorTile> tiles() {
    return List.of(new VectorTile4(), new VectorTile8());
  }

  @ParameterizedTest
  @MethodSource("tiles")
  void everyTileGivesTheSameChains(VectorTile tile) {
    WorkSplit.Product product = new VectorMatMul(tile)::product;
    everySmallShape(product);
    everyEdge(product);
  }

  private static void everySmallShape(WorkSplit.Product product) {
    SplittableRandom random = new SplittableRandom(1);
    for (int m = 0; m <= 13; m++) {
      for (int k : new int[] {0, 1, 2, 3, 4, 5, 7, 8, 9}) {
        for (int n = 0; n <= 35; n++) check(product, random, m, k, n);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void aRightSidePackedOnceGivesTheSameChains(Kernel kernel) {
    WorkSplit.Product packed = packed(kernel);
    everySmallShape(packed);
    SplittableRandom random = new SplittableRandom(5);
    for (int k : new int[] {1, 64, 256, 257, 513}) {
      for (int n : new int[] {1, 15, 16, 17, 32, 97, 2048, 2081}) {
        for (int m : new int[] {1, 3, 4, 6, 13}) check(packed, random, m, k, n);
      }
    }
  }

  private static WorkSplit.Product packed(Kernel kernel) {
    return (a, b, start, c) -> {
      try (Packed right = kernel.pack(b, c.rows())) {
        kernel.matmul(a, right, start, c);
      }
    };
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void shapesAroundEveryTileAndBlockEdgeAreOneChainPerElement(Kernel kernel) {
    everyEdge(kernel::matmul);
  }

  private static void everyEdge(WorkSplit.Product product) {
    SplittableRandom random = new SplittableRandom(2);
    for (int k : new int[] {63, 64, 65, 255, 256, 257, 513}) {
      for (int n : new int[] {1, 7, 8, 15, 16, 17, 31, 32, 33, 48, 49, 64, 97}) {
        for (int m : new int[] {1, 3, 4, 7, 8, 9, 13}) check(product, random, m, k, n);
      }
    }
    for (int n : new int[] {511, 512, 513, 2047, 2048, 2049, 2081}) {
      check(product, random, 7, 5, n);
      check(product, random, 2, 5, n);
    }
    for (int m : new int[] {255, 256, 257, 513}) check(product, random, m, 3, 33);
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void theNumberOfThreadsChangesNoBit(Kernel kernel) {
    SplittableRandom random = new SplittableRandom(3);
    for (int threads = 1; threads <= 4; threads++) {
      Parallel.use(threads);
      check(kernel::matmul, random, 640, 32, 200);
      check(kernel::matmul, random, 64, 257, 300);
      check(kernel::matmul, random, 1000, 300, 5);
      check(kernel::matmul, random, 1000, 300, 66);
      check(kernel::matmul, random, 5, 300, 1001);
      check(kernel::matmul, random, 1, 512, 4099);
      check(kernel::matmul, random, 250, 300, 140);
      check(packed(kernel), random, 13, 300, 4129);
      check(packed(kernel), random, 13, 1025, 97);
    }
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void notANumberAndInfinityReachTheElementsTheyBelongTo(Kernel kernel) {
    SplittableRandom random = new SplittableRandom(4);
    float[] specials = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 0f, -0f};
    for (int round = 0; round < 200; round++) {
      Case product = new Case(random, 7, 9, 37, round);
      product.a.data()[product.a.index(random.nextInt(7), random.nextInt(9))] =
          specials[round % specials.length];
      product.b.data()[product.b.index(random.nextInt(9), random.nextInt(37))] =
          specials[round / specials.length % specials.length];
      product.check(kernel::matmul);
    }
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void anEmptySumIsZeroOrWhatStoodThere(Kernel kernel) {
    float[] c = {1f, -0f, 3f};
    kernel.matmul(Matrix.of(new float[0], 1, 0), Matrix.of(new float[0], 0, 3), row(c), true);
    assertThat(c).containsExactly(1f, -0f, 3f);
    kernel.matmul(Matrix.of(new float[0], 1, 0), Matrix.of(new float[0], 0, 3), row(c), false);
    assertThat(c).containsExactly(0f, 0f, 0f);
  }

  @Test
  void aWorkedProduct() {
    float[] c = new float[4];
    Kernels.plain()
        .matmul(
            Matrix.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3),
            Matrix.of(new float[] {7, 8, 9, 10, 11, 12}, 3, 2),
            Matrix.of(c, 2, 2),
            false);
    assertThat(c).containsExactly(58f, 64f, 139f, 154f);
  }

  private static Matrix row(float[] c) {
    return Matrix.of(c, 1, c.length);
  }

  private static void check(
      WorkSplit.Product product, SplittableRandom random, int m, int k, int n) {
    int layout = random.nextInt(Case.LAYOUTS);
    new Case(random, m, k, n, layout).check(product);
  }

  /** Operands with random values in one of several layouts, inside arrays larger than they. */
  private static final class Case {
    static final int LAYOUTS = 72;

    private final Matrix a;
    private final Matrix b;
    private final Matrix c;
    private final Matrix start;
    private final String name;

    Case(SplittableRandom random, int m, int k, int n, int layout) {
      int layoutOfA = layout % 3;
      int layoutOfB = layout / 3 % 3;
      a = operand(random, m, k, layoutOfA);
      b = operand(random, k, n, layoutOfB);
      c = operand(random, m, n, layout / 9 % 2 == 0 ? 0 : 3);
      start = start(random, m, n, layout / 18 % 4);
      name = "(%d×%d)·(%d×%d), layout %d".formatted(m, k, k, n, layout);
    }

    /** What the chains start from: 0, what C holds, one row for all, a matrix of their own. */
    private Matrix start(SplittableRandom random, int m, int n, int kind) {
      return switch (kind) {
        case 0 -> null;
        case 1 -> c;
        case 2 -> {
          Matrix row = operand(random, 1, n, 0);
          yield new Matrix(row.data(), row.at(), m, n, 0, 1);
        }
        default -> operand(random, m, n, 3);
      };
    }

    /** 0 row-major, 1 transposed, 2 both strides above 1, 3 row-major with a gap between rows. */
    private static Matrix operand(SplittableRandom random, int rows, int cols, int layout) {
      int at = random.nextInt(5);
      int rowStride = layout == 1 ? 1 : layout == 2 ? 3 * cols + 1 : layout == 3 ? cols + 3 : cols;
      int colStride = layout == 1 ? rows + 2 : layout == 2 ? 3 : 1;
      int end = at + Math.max(0, rows - 1) * rowStride + Math.max(0, cols - 1) * colStride + 1;
      float[] data = new float[end + random.nextInt(2)];
      Arrays.fill(data, FRAME);
      Matrix matrix = new Matrix(data, at, rows, cols, rowStride, colStride);
      for (int i = 0; i < rows; i++) {
        for (int j = 0; j < cols; j++) {
          data[matrix.index(i, j)] = (float) (random.nextDouble() * 2 - 1);
        }
      }
      return matrix;
    }

    void check(WorkSplit.Product product) {
      float[] expected = c.data().clone();
      for (int i = 0; i < c.rows(); i++) {
        for (int j = 0; j < c.cols(); j++) {
          float chain = start == null ? 0f : start.data()[start.index(i, j)];
          for (int p = 0; p < a.cols(); p++) {
            chain = Math.fma(a.data()[a.index(i, p)], b.data()[b.index(p, j)], chain);
          }
          expected[c.index(i, j)] = chain;
        }
      }
      product.run(a, b, start, c);
      TestKernels.assertSameBits(name, c.data(), expected);
    }
  }
}
