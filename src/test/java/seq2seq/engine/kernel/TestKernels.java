package seq2seq.engine.kernel;

import java.util.List;
import org.assertj.core.api.Assertions;

/** What the tests of the kernels share. */
final class TestKernels {
  private TestKernels() {}

  /** Both kernels; a test JVM without the SIMD module is a mistake in the build. */
  static List<Kernel> all() {
    return List.of(Kernels.plain(), Kernels.simd().orElseThrow());
  }

  /** Fails at the first element whose bits differ; one NaN is like another, 0 is not like -0. */
  static void assertSameBits(String what, float[] actual, float[] expected) {
    Assertions.assertThat(actual).as(what).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      if (Float.floatToIntBits(actual[i]) != Float.floatToIntBits(expected[i])) {
        Assertions.fail("%s: element %d is %s, not %s", what, i, actual[i], expected[i]);
      }
    }
  }
}
