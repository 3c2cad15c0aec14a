package seq2seq.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** exp, log, tanh and sigmoid: near the truth everywhere, and the same bits in every form. */
class FloatMathTest {
  private static final float INFINITY = Float.POSITIVE_INFINITY;

  @ParameterizedTest
  @EnumSource
  void aStrideOfAllFloatsIsWithinTwoUlpsAndTheSameInBothKernels(FunctionUnderTest function)
      throws Exception {
    sweep(function, 0, 1009);
  }

  /** With {@code -Dseq2seq.quarter=0} to 3 a quarter of them, which .ci/run takes in turn. */
  @Tag("slow")
  @ParameterizedTest
  @EnumSource
  void everyFloatIsWithinTwoUlpsAndTheSameInBothKernels(FunctionUnderTest function)
      throws Exception {
    Integer quarter = Integer.getInteger("seq2seq.quarter");
    sweep(function, quarter == null ? 0 : quarter, quarter == null ? 1 : 4);
  }

  private static void sweep(FunctionUnderTest function, int first, int stride) throws Exception {
    Sweep.Result result = new Sweep(function, first, stride).run();
    assertThat(result.differsAt()).as("%s: plain and simd differ at", function).isNull();
    assertThat(result.worstUlps())
        .as("%s: worst error in ulp, at %s", function, result.worstAt())
        .isPositive()
        .isLessThanOrEqualTo(2.0);
  }

  @Test
  void expAtTheEdges() {
    assertThat(FloatMath.exp(0f)).isEqualTo(1f);
    assertThat(FloatMath.exp(-0f)).isEqualTo(1f);
    assertThat(FloatMath.exp(INFINITY)).isEqualTo(INFINITY);
    assertThat(FloatMath.exp(-INFINITY)).isEqualTo(0f);
    assertThat(FloatMath.exp(88.72284f)).isEqualTo(INFINITY);
    assertThat(FloatMath.exp(88.72283f)).isFinite();
    assertThat(FloatMath.exp(-103.97f)).isEqualTo(Float.MIN_VALUE);
    assertThat(FloatMath.exp(-103.98f)).isEqualTo(0f);
    assertThat(FloatMath.exp(Float.NaN)).isNaN();
  }

  @Test
  void logAtTheEdges() {
    assertThat(FloatMath.log(1f)).isEqualTo(0f);
    assertThat(FloatMath.log(0f)).isEqualTo(-INFINITY);
    assertThat(FloatMath.log(-0f)).isEqualTo(-INFINITY);
    assertThat(FloatMath.log(INFINITY)).isEqualTo(INFINITY);
    assertThat(FloatMath.log(-1f)).isNaN();
    assertThat(FloatMath.log(-Float.MIN_VALUE)).isNaN();
    assertThat(FloatMath.log(-INFINITY)).isNaN();
    assertThat(FloatMath.log(Float.NaN)).isNaN();
    assertThat(FloatMath.log(Float.MIN_VALUE)).isEqualTo(-103.278929f);
  }

  @Test
  void tanhAtTheEdges() {
    assertThat(FloatMath.tanh(0f)).isEqualTo(0f);
    assertThat(Float.floatToRawIntBits(FloatMath.tanh(-0f))).isEqualTo(0x80000000);
    assertThat(FloatMath.tanh(INFINITY)).isEqualTo(1f);
    assertThat(FloatMath.tanh(-INFINITY)).isEqualTo(-1f);
    assertThat(FloatMath.tanh(Float.NaN)).isNaN();
    assertThat(FloatMath.tanh(Float.MIN_VALUE)).isEqualTo(Float.MIN_VALUE);
  }

  @Test
  void sigmoidAtTheEdges() {
    assertThat(FloatMath.sigmoid(0f)).isEqualTo(0.5f);
    assertThat(FloatMath.sigmoid(-0f)).isEqualTo(0.5f);
    assertThat(FloatMath.sigmoid(INFINITY)).isEqualTo(1f);
    assertThat(FloatMath.sigmoid(-INFINITY)).isEqualTo(0f);
    assertThat(FloatMath.sigmoid(Float.NaN)).isNaN();
    assertThat(FloatMath.sigmoid(-103f)).isEqualTo(Float.MIN_VALUE);
  }

  @ParameterizedTest
  @EnumSource
  void arraysOfEveryLengthGiveTheScalarResultsInPlaceOrNot(FunctionUnderTest function) {
    SplittableRandom random = new SplittableRandom(5);
    for (Kernel kernel : TestKernels.all()) {
      for (int length = 0; length < 70; length++) checkRange(function, kernel, random, length);
      checkRange(function, kernel, random, 3001);
    }
  }

  private static void checkRange(
      FunctionUnderTest function, Kernel kernel, SplittableRandom random, int length) {
    int from = random.nextInt(4);
    float[] x = new float[from + length + 2];
    for (int i = 0; i < x.length; i++) x[i] = (float) (random.nextDouble() * 40 - 20);
    float[] y = x.clone();
    float[] expected = x.clone();
    for (int i = from; i < from + length; i++) expected[i] = function.scalar.of(x[i]);
    function.array.run(kernel, x, y, from, from + length);
    TestKernels.assertSameBits(kernel.name() + " " + function, y, expected);
    function.array.run(kernel, x, x, from, from + length);
    TestKernels.assertSameBits(kernel.name() + " " + function + " in place", x, expected);
  }
}
