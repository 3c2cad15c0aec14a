package seq2seq.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import seq2seq.engine.Tensor;
import seq2seq.nn.Parameter;

/** Comparison to the last bit: 0 and -0 differ, and a NaN equals itself. */
public final class Bits {
  private Bits() {}

  /** The bits of each element. */
  public static int[] of(Tensor x) {
    float[] values = x.toArray();
    int[] bits = new int[values.length];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = Float.floatToRawIntBits(values[i]);
    }
    return bits;
  }

  /** Fails unless shapes and all bits are equal. */
  public static void assertEqual(String what, Tensor actual, Tensor expected) {
    assertThat(actual.shape()).as(what).isEqualTo(expected.shape());
    assertThat(of(actual)).as(what).isEqualTo(of(expected));
  }

  /** Fails unless both lists have the same parameters with gradients equal to the last bit. */
  public static void assertSameGradients(List<Parameter> actual, List<Parameter> expected) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < actual.size(); i++) {
      String name = "gradient of " + expected.get(i).name();
      assertThat(actual.get(i).value().hasGrad()).as(name).isTrue();
      assertEqual(name, actual.get(i).value().grad(), expected.get(i).value().grad());
    }
  }

  /** The largest difference between two tensors of one shape; NaN if there is a NaN. */
  public static double largestDifference(Tensor a, Tensor b) {
    assertThat(a.shape()).isEqualTo(b.shape());
    double largest = 0;
    for (int i = 0; i < a.size(); i++) {
      double difference = Math.abs((double) a.toArray()[i] - b.toArray()[i]);
      largest = difference <= largest ? largest : difference;
    }
    return largest;
  }
}
