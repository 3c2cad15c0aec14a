package seq2seq.book.live.jdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import seq2seq.engine.Generator;

/** What stands in for the JDK in a page gives what the JDK gives. */
class StandInsTest {
  private static final int[] EDGES = {
    0,
    0x80000000,
    1,
    0x80000001,
    2,
    3,
    0x007fffff,
    0x00800000,
    0x00800001,
    0x00ffffff,
    0x01000000,
    0x3f800000,
    0x3f800001,
    0xbf800000,
    0x7f7fffff,
    0xff7fffff,
    0x7f800000,
    0xff800000,
    0x7fc00000
  };

  private static void agrees(float a, float b, float c) {
    int wanted = Float.floatToIntBits(Math.fma(a, b, c));
    if (Float.floatToIntBits(Fma.byBits(a, b, c)) == wanted
        && Float.floatToIntBits(Fma.byComparison(a, b, c)) == wanted) return;
    assertThat(List.of(Fma.byBits(a, b, c), Fma.byComparison(a, b, c)))
        .as("fma(%s, %s, %s)", Float.toHexString(a), Float.toHexString(b), Float.toHexString(c))
        .containsOnly(Math.fma(a, b, c));
  }

  @Test
  void fmaOfEdgesIsRoundedOnce() {
    for (int a : EDGES) {
      for (int b : EDGES) {
        for (int c : EDGES) {
          agrees(Float.intBitsToFloat(a), Float.intBitsToFloat(b), Float.intBitsToFloat(c));
        }
      }
    }
  }

  @Test
  void fmaOfAnyBitsIsRoundedOnce() {
    Generator generator = Generator.seeded(1);
    for (int i = 0; i < 2_000_000; i++) {
      agrees(any(generator), any(generator), any(generator));
    }
  }

  private static float any(Generator generator) {
    return Float.intBitsToFloat((int) (generator.nextLong() >>> 32));
  }

  /** The product is half the distance between two floats, give or take a hair. */
  @Test
  void fmaBesideTheMiddleOfTwoFloatsIsRoundedOnce() {
    Generator generator = Generator.seeded(2);
    for (int i = 0; i < 2_000_000; i++) {
      float c = any(generator);
      float half = Math.ulp(c) / 2;
      float hair = generator.nextInt(4) * 0x1p-23f;
      float sign = generator.nextInt(2) * 2 - 1;
      agrees(sign * (1 + hair), half * (1 - hair), c);
      agrees(sign * (1 - hair), half * (1 - hair), c);
    }
  }

  /** Where floats are subnormal, the middle of two of them lies elsewhere in the double. */
  @Test
  void fmaBesideTheMiddleOfTwoSubnormalFloatsIsRoundedOnce() {
    Generator generator = Generator.seeded(3);
    for (int i = 0; i < 2_000_000; i++) {
      float c = Float.intBitsToFloat(generator.nextInt(1 << 24));
      float hair = generator.nextInt(4) * 0x1p-23f;
      float sign = generator.nextInt(2) * 2 - 1;
      agrees(sign * 0x1p-75f * (1 + hair), 0x1p-75f * (1 - hair), c);
      agrees(sign * 0x1p-75f * (1 + hair), 3 * 0x1p-75f * (1 - hair), c);
      agrees(sign * 0x1p-75f, 0x1p-75f * generator.nextInt(1 << 20), c);
    }
  }

  @Test
  void expLogTanhAndPowerAreStrictMaths() {
    Generator generator = Generator.seeded(4);
    double[] edges = {
      0,
      -0.0,
      1,
      -1,
      2,
      -2,
      0.5,
      -0.5,
      3,
      -3,
      1e-300,
      -1e-310,
      1e300,
      1e10,
      1e19,
      1e20,
      709.9,
      -745.2,
      4.9e-324,
      Double.MAX_VALUE,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY,
      Double.NaN
    };
    for (double x : edges) {
      for (double y : edges) agrees(x, y);
    }
    for (int i = 0; i < 1_000_000; i++) {
      double x = Double.longBitsToDouble(generator.nextLong());
      double y = Double.longBitsToDouble(generator.nextLong());
      agrees(x, y);
      double wide = 60 * generator.nextDouble() - 30;
      agrees(wide, 40 * generator.nextDouble() - 20);
      agrees(Math.abs(wide) * 40, generator.nextInt(2000) - 1000);
      agrees(generator.nextDouble(), generator.nextInt(5000));
      agrees(1 + generator.nextGaussian() * 1e-6, 1e9 * generator.nextGaussian());
      agrees(-1 / wide, generator.nextInt(300) - 150);
      agrees(wide * 25, 0.5);
    }
    for (int t = 1; t < 20_000; t++) {
      agrees(0.9, t);
      agrees(0.999, t);
    }
  }

  private static void agrees(double x, double y) {
    same("exp", x, StrictMath.exp(x), Fdlibm.exp(x));
    same("log", x, StrictMath.log(x), Fdlibm.log(x));
    same("tanh", x, StrictMath.tanh(x), Fdlibm.tanh(x));
    if (Double.doubleToLongBits(StrictMath.pow(x, y))
        != Double.doubleToLongBits(FdlibmPower.pow(x, y))) {
      assertThat(FdlibmPower.pow(x, y)).as("pow(%s, %s)", x, y).isEqualTo(StrictMath.pow(x, y));
    }
  }

  private static void same(String name, double x, double wanted, double got) {
    if (Double.doubleToLongBits(wanted) != Double.doubleToLongBits(got)) {
      assertThat(got).as("%s(%s)", name, x).isEqualTo(wanted);
    }
  }

  @Test
  void theDigestIsSha256() throws NoSuchAlgorithmException {
    byte[] bytes = new byte[300];
    for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) (31 * i);
    MessageDigest ours = MessageDigest.getInstance("SHA-256");
    java.security.MessageDigest theirs = java.security.MessageDigest.getInstance("SHA-256");
    for (int length = 0; length <= bytes.length; length++) {
      ours.update(ByteBuffer.wrap(bytes, 0, length));
      theirs.update(ByteBuffer.wrap(bytes, 0, length));
      assertThat(HexFormat.of().formatHex(ours.digest()))
          .isEqualTo(java.util.HexFormat.of().formatHex(theirs.digest()));
      byte[] part = Arrays.copyOf(bytes, length);
      ours.update(part);
      assertThat(ours.digest()).isEqualTo(theirs.digest(part));
    }
    assertThatThrownBy(() -> MessageDigest.getInstance("MD5"))
        .isInstanceOf(NoSuchAlgorithmException.class);
  }

  @Test
  void textsAreJoinedAndCutAsTheJdkDoes() {
    StringJoiner ours = new StringJoiner("×", "(", ")");
    java.util.StringJoiner theirs = new java.util.StringJoiner("×", "(", ")");
    for (String part : List.of("2", "", "3")) {
      assertThat(ours).hasToString(theirs.toString());
      ours.add(part);
      theirs.add(part);
    }
    assertThat(ours).hasToString(theirs.toString());
    for (String text : List.of("", "\n", "a", "a\n", "a\n\nb", "\na\n")) {
      assertThat(Calls.lines(text).toList()).isEqualTo(text.lines().toList());
    }
  }
}
