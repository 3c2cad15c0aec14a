package seq2seq.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AdamKernelTest {
  static List<Kernel> kernels() {
    return TestKernels.all();
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void theFirstStepMovesEachParameterByTheLearningRateAgainstItsGradient(Kernel kernel) {
    float[] value = {1f, 1f, 1f};
    AdamFactors step = AdamFactors.of(0.01, 0.9, 0.999, 1e-8, 1);
    kernel.adam(step, value, new float[] {5f, -0.001f, 0f}, new float[3], new float[3], 0, 3);
    assertThat(value[0]).isCloseTo(0.99f, within(1e-6f));
    assertThat(value[1]).isCloseTo(1.01f, within(1e-6f));
    assertThat(value[2]).isEqualTo(1f);
  }

  @Test
  void manyStepsFollowTheFormulaInDouble() {
    SplittableRandom random = new SplittableRandom(8);
    float[] value = {0.5f};
    float[] mean = new float[1];
    float[] square = new float[1];
    double v = 0.5;
    double m = 0;
    double s = 0;
    for (int t = 1; t <= 100; t++) {
      float g = (float) (random.nextDouble() - 0.3);
      AdamFactors step = AdamFactors.of(0.01, 0.9, 0.999, 1e-8, t);
      Kernels.plain().adam(step, value, new float[] {g}, mean, square, 0, 1);
      m = 0.9 * m + 0.1 * g;
      s = 0.999 * s + 0.001 * g * g;
      double first = m / (1 - StrictMath.pow(0.9, t));
      double second = s / (1 - StrictMath.pow(0.999, t));
      v -= 0.01 * first / (StrictMath.sqrt(second) + 1e-8);
    }
    assertThat((double) value[0]).isCloseTo(v, within(1e-6));
  }

  @Test
  void bothKernelsGiveTheSameBitsAndTouchTheirRangeOnly() {
    SplittableRandom random = new SplittableRandom(9);
    for (int length = 0; length < 70; length++) {
      float[][] plain = new float[4][length + 5];
      for (float[] x : plain) {
        for (int i = 0; i < x.length; i++) x[i] = (float) random.nextDouble();
      }
      float[][] simd = new float[4][];
      for (int q = 0; q < 4; q++) simd[q] = plain[q].clone();
      float[][] before = {plain[0].clone()};
      run(Kernels.plain(), plain, 2, 2 + length);
      run(Kernels.simd().orElseThrow(), simd, 2, 2 + length);
      for (int q = 0; q < 4; q++) TestKernels.assertSameBits("array " + q, simd[q], plain[q]);
      assertThat(plain[0][1]).isEqualTo(before[0][1]);
      assertThat(plain[0][2 + length]).isEqualTo(before[0][2 + length]);
    }
  }

  private static void run(Kernel kernel, float[][] x, int from, int to) {
    AdamFactors step = AdamFactors.of(0.01, 0.9, 0.999, 1e-8, 3);
    kernel.adam(step, x[0], x[1], x[2], x[3], from, to);
  }
}
