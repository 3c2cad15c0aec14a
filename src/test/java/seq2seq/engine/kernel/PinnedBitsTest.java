package seq2seq.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The bits of the kernels' results, as checksums: the same on every JDK and every processor.
 *
 * <p>A change that means to alter them alters the chapters' printed numbers and all trained weights
 * too; put the new checksum here in the commit that says why.
 */
class PinnedBitsTest {
  private static final int STRIDE = 65_521;

  @ParameterizedTest
  @EnumSource
  void theFunctionsGiveTheseBits(FunctionUnderTest function) {
    long expected =
        switch (function) {
          case EXP -> 1_015_834_544L;
          case LOG -> 107_324_728L;
          case TANH -> 1_756_828_196L;
          case SIGMOID -> 3_745_917_240L;
        };
    int count = (int) ((1L << 32) / STRIDE);
    float[] x = new float[count];
    for (int i = 0; i < count; i++) x[i] = Float.intBitsToFloat(i * STRIDE);
    for (Kernel kernel : TestKernels.all()) {
      float[] y = new float[count];
      function.array.run(kernel, x, y, 0, count);
      assertThat(checksum(y)).as(kernel.name() + " " + function).isEqualTo(expected);
    }
  }

  @Test
  void aProductAndItsSumsGiveTheseBits() {
    for (Kernel kernel : TestKernels.all()) {
      float[] c = new float[37 * 83];
      Matrix a = Matrix.of(values(1, 37 * 300), 37, 300);
      Matrix b = Matrix.of(values(2, 300 * 83), 300, 83);
      kernel.matmul(a, b, Matrix.of(c, 37, 83), false);
      float sum = kernel.sum(c, 0, c.length);
      float squares = (float) kernel.sumOfSquares(c, 0, c.length);
      float softmax = kernel.expShifted(c, 0, c.length, kernel.max(c, 0, c.length), c, 0);
      long actual = checksum(List.of(c, new float[] {sum, squares, softmax}));
      assertThat(actual).as(kernel.name()).isEqualTo(1_256_332_950L);
    }
  }

  private static float[] values(long seed, int count) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] x = new float[count];
    for (int i = 0; i < count; i++) x[i] = (random.nextInt() >> 8) * 0x1p-23f;
    return x;
  }

  private static long checksum(float[] x) {
    return checksum(List.of(x));
  }

  private static long checksum(List<float[]> arrays) {
    CRC32 crc = new CRC32();
    for (float[] x : arrays) {
      for (float value : x) {
        int bits = Float.floatToIntBits(value);
        for (int shift = 0; shift < 32; shift += 8) crc.update(bits >>> shift);
      }
    }
    return crc.getValue();
  }
}
