package seq2seq.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sums, maxima and the small loops, each in the one order that {@link Kernel} documents. */
class ReductionsTest {
  private static final int LONGEST = 100;

  private final SplittableRandom random = new SplittableRandom(6);

  static List<Kernel> kernels() {
    return TestKernels.all();
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void sumAddsSixteenLanesAndThenHalves(Kernel kernel) {
    for (int length = 0; length <= LONGEST; length++) {
      float[] x = values(length + 5);
      float expected = inLanes(x, 3, 3 + length, false);
      assertThat(kernel.sum(x, 3, 3 + length)).as("length %d", length).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void aSumOfSixteenIsTheTreeThatTheDocumentationShows(Kernel kernel) {
    float[] x = new float[16];
    x[0] = 1e8f;
    x[8] = -1e8f;
    x[4] = 1f;
    x[1] = 0.5f;
    assertThat(kernel.sum(x, 0, 16)).isEqualTo(1.5f);
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void sumOfSquaresAddsBlocksInDouble(Kernel kernel) {
    for (int length : new int[] {0, 1, 15, 16, 17, 4095, 4096, 4097, 8191, 8192, 12345}) {
      float[] x = values(length + 2);
      double expected = 0;
      for (int at = 2; at < x.length; at += 4096) {
        expected += inLanes(x, at, Math.min(x.length, at + 4096), true);
      }
      assertThat(kernel.sumOfSquares(x, 2, x.length)).as("length %d", length).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void dotRoundsEachProductAndAddsInTheOrderOfSum(Kernel kernel) {
    for (int length = 0; length <= LONGEST; length++) {
      float[] x = values(length + 3);
      float[] y = values(length + 2);
      float[] products = new float[length];
      for (int i = 0; i < length; i++) products[i] = x[3 + i] * y[2 + i];
      assertThat(kernel.dot(x, 3, y, 2, length))
          .as("length %d", length)
          .isEqualTo(inLanes(products, 0, length, false));
    }
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void maxFindsTheLargestWhereverItStands(Kernel kernel) {
    for (int length = 1; length <= LONGEST; length++) {
      float[] x = values(length + 2);
      x[0] = 100f;
      x[length + 1] = 100f;
      x[1 + random.nextInt(length)] = 50f;
      assertThat(kernel.max(x, 1, 1 + length)).as("length %d", length).isEqualTo(50f);
    }
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void maxOfAnythingWithNotANumberIsNotANumber(Kernel kernel) {
    for (int length = 1; length <= LONGEST; length++) {
      float[] x = values(length);
      x[random.nextInt(length)] = Float.NaN;
      assertThat(kernel.max(x, 0, length)).as("length %d", length).isNaN();
    }
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void maxOfNothingButMinusInfinityIsMinusInfinityAndZeroIsAboveMinusZero(Kernel kernel) {
    for (int length = 1; length <= LONGEST; length++) {
      float[] x = new float[length];
      Arrays.fill(x, Float.NEGATIVE_INFINITY);
      assertThat(kernel.max(x, 0, length)).isEqualTo(Float.NEGATIVE_INFINITY);
      Arrays.fill(x, -0f);
      assertThat(Float.floatToRawIntBits(kernel.max(x, 0, length))).isEqualTo(0x80000000);
      x[random.nextInt(length)] = 0f;
      assertThat(Float.floatToRawIntBits(kernel.max(x, 0, length))).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void expShiftedWritesTheExponentialsAndReturnsTheirSum(Kernel kernel) {
    for (int length = 0; length <= LONGEST; length++) {
      float[] x = values(length + 3);
      float[] y = values(length + 4);
      float[] expected = y.clone();
      for (int i = 0; i < length; i++) expected[2 + i] = FloatMath.exp(x[1 + i] - 0.7f);
      float sum = kernel.expShifted(x, 1, 1 + length, 0.7f, y, 2);
      TestKernels.assertSameBits("expShifted", y, expected);
      assertThat(sum).isEqualTo(inLanes(expected, 2, 2 + length, false));
    }
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void expShiftedMayWorkInPlace(Kernel kernel) {
    float[] x = values(45);
    float[] y = new float[45];
    float sum = kernel.expShifted(x, 0, 45, 1f, y, 0);
    assertThat(kernel.expShifted(x, 0, 45, 1f, x, 0)).isEqualTo(sum);
    TestKernels.assertSameBits("in place", x, y);
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void addAndAxpyTouchTheirRangeOnly(Kernel kernel) {
    for (int length = 0; length <= LONGEST; length++) {
      float[] x = values(length + 3);
      float[] y = values(length + 4);
      float[] added = y.clone();
      float[] scaled = y.clone();
      for (int i = 0; i < length; i++) {
        added[3 + i] += x[1 + i];
        scaled[3 + i] = Math.fma(0.3f, x[1 + i], scaled[3 + i]);
      }
      float[] actual = y.clone();
      kernel.add(x, 1, actual, 3, length);
      TestKernels.assertSameBits("add", actual, added);
      actual = y.clone();
      kernel.axpy(0.3f, x, 1, actual, 3, length);
      TestKernels.assertSameBits("axpy", actual, scaled);
    }
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void notANumberAndInfinityReachTheSums(Kernel kernel) {
    for (int length = 1; length <= LONGEST; length++) {
      float[] x = values(length);
      int at = random.nextInt(length);
      x[at] = Float.POSITIVE_INFINITY;
      assertThat(kernel.sum(x, 0, length)).isEqualTo(Float.POSITIVE_INFINITY);
      assertThat(kernel.sumOfSquares(x, 0, length)).isEqualTo(Double.POSITIVE_INFINITY);
      x[at] = Float.NaN;
      assertThat(kernel.sum(x, 0, length)).isNaN();
      assertThat(kernel.sumOfSquares(x, 0, length)).isNaN();
      assertThat(kernel.expShifted(x, 0, length, 0f, x, 0)).isNaN();
    }
  }

  private float[] values(int length) {
    float[] x = new float[length];
    for (int i = 0; i < length; i++) x[i] = (float) (random.nextDouble() * 2 - 1);
    return x;
  }

  /** The documented order, spelled out. */
  private static float inLanes(float[] x, int from, int to, boolean squares) {
    float[] lane = new float[16];
    for (int i = from; i < to; i++) {
      int j = (i - from) % 16;
      lane[j] = squares ? Math.fma(x[i], x[i], lane[j]) : lane[j] + x[i];
    }
    for (int half : new int[] {8, 4, 2, 1}) {
      for (int j = 0; j < half; j++) lane[j] = lane[j] + lane[j + half];
    }
    return lane[0];
  }
}
