package seq2seq.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every op at the edges of float32: zeros of both signs, the largest and the smallest numbers,
 * infinities, NaN. The truth is PyTorch's, written by {@code make_edge_points.py}.
 */
class EdgePointsTest {
  private static final float ULPS = 4;

  /** Numbers below this one are what a case is about. */
  private static final float SMALLEST = 1e-30f;

  static List<String> cases() throws IOException {
    try (InputStream file = EdgePointsTest.class.getResourceAsStream("edge_points.tsv")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void valuesAndGradientsAreThoseOfPyTorch(String line) {
    String[] parts = line.split("\t");
    int inputs = parts.length / 2 - 1;
    Tensor[] x = new Tensor[inputs];
    for (int i = 0; i < inputs; i++) x[i] = Tensor.of(numbers(parts[1 + i])).withGrad();
    Tensor y = op(parts[0]).apply(x);
    assertSame("value", y.toArray(), numbers(parts[1 + inputs]));
    Autograd.result("ones", Shape.SCALAR, new float[1], d -> y.gradient().add(ones(y)), y)
        .backward();
    for (int i = 0; i < inputs; i++) {
      assertSame("gradient", x[i].grad().toArray(), numbers(parts[2 + inputs + i]));
    }
  }

  private static float[] ones(Tensor y) {
    float[] ones = new float[y.size()];
    Arrays.fill(ones, 1f);
    return ones;
  }

  private static Function<Tensor[], Tensor> op(String name) {
    if (name.startsWith("pow")) {
      double exponent = Double.parseDouble(name.substring(3));
      return x -> x[0].pow(exponent);
    }
    return switch (name) {
      case "exp" -> x -> x[0].exp();
      case "log" -> x -> x[0].log();
      case "tanh" -> x -> x[0].tanh();
      case "sigmoid" -> x -> x[0].sigmoid();
      case "relu" -> x -> x[0].relu();
      case "negate" -> x -> x[0].negate();
      case "sum" -> x -> x[0].sum();
      case "plus" -> x -> x[0].plus(x[1]);
      case "minus" -> x -> x[0].minus(x[1]);
      case "times" -> x -> x[0].times(x[1]);
      case "dividedBy" -> x -> x[0].dividedBy(x[1]);
      case "softmax" -> x -> x[0].softmax();
      case "logSoftmax" -> x -> x[0].logSoftmax();
      case "max" -> x -> x[0].max(-1);
      case "crossEntropy" -> x -> x[0].reshape(1, -1).crossEntropy(0);
      default -> throw new IllegalArgumentException("no op of that name: " + name);
    };
  }

  private static float[] numbers(String text) {
    String[] parts = text.split(" ");
    float[] numbers = new float[parts.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] =
          parts[i].equals("nan")
              ? Float.NaN
              : Float.intBitsToFloat(Integer.parseUnsignedInt(parts[i], 16));
    }
    return numbers;
  }

  private static void assertSame(String what, float[] actual, float[] expected) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      assertThat(isSame(actual[i], expected[i]) || isClose(actual[i], expected[i]))
          .as("%s %d: %s, PyTorch has %s", what, i, text(actual[i]), text(expected[i]))
          .isTrue();
    }
  }

  private static boolean isSame(float a, float e) {
    return Float.isNaN(e) ? Float.isNaN(a) : a == e;
  }

  /** Ordinary numbers to a few roundings of 1, the smallest to a few of their own. */
  private static boolean isClose(float a, float e) {
    float size = Math.abs(e);
    float one = size > 0 && size < SMALLEST ? Math.ulp(e) : Math.ulp(Math.max(1f, size));
    return Float.isFinite(a) && Float.isFinite(e) && Math.abs(a - e) <= ULPS * one;
  }

  private static String text(float x) {
    return Float.isFinite(x) ? Numbers.scientific(x, 9) : Numbers.show(x);
  }

  @Test
  void theGradientOfThePowerZeroIsZeroEverywhere() {
    Tensor x = Tensor.of(0, 2, Float.POSITIVE_INFINITY).withGrad();
    x.pow(0).sum().backward();
    assertThat(x.grad().toArray()).containsExactly(0, 0, 0);
  }
}
