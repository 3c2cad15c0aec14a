package seq2seq.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import seq2seq.engine.Generator;
import seq2seq.nn.Initial;

/** Two libraries draw different numbers; what must agree is how they are spread. */
class InitialReferenceTest {
  static List<ReferenceCase> cases() {
    return ReferenceCase.all("initial");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void xavierWeightsAreSpreadAsPyTorchsAre(ReferenceCase reference) {
    float[] w =
        Initial.xavier(reference.size("in"), reference.size("out"), Generator.seeded(7)).toArray();
    double largest = 0;
    double squares = 0;
    for (float value : w) {
      largest = Math.max(largest, Math.abs(value));
      squares += (double) value * value;
    }
    assertThat(largest).isCloseTo(reference.expected("largest").float64()[0], withPercentage(0.1));
    assertThat(StrictMath.sqrt(squares / w.length))
        .isCloseTo(reference.expected("deviation").float64()[0], withPercentage(2));
  }
}
