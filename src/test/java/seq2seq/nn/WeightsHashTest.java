package seq2seq.nn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import seq2seq.engine.Tensor;

class WeightsHashTest {
  @Test
  void theFingerprintIsTheSha256OfNamesAndLittleEndianFloats() {
    // printf 'a\0\0\0\200\077b\0\0\0\0\300\0\0\0\077' | sha256sum
    assertThat(hash(Parameter.of("a", Tensor.of(1)), Parameter.of("b", Tensor.of(-2, 0.5f))))
        .isEqualTo("ca9a866b796c5f31ad2168188d68bab7c489bfdf9b03d46942c8b9e1a3104999");
  }

  @Test
  void oneBitOfOneWeightChangesIt() {
    assertThat(hash(Parameter.of("a", Tensor.of(1))))
        .isNotEqualTo(hash(Parameter.of("a", Tensor.of(Math.nextUp(1f)))));
    assertThat(hash(Parameter.of("a", Tensor.of(0f))))
        .isNotEqualTo(hash(Parameter.of("a", Tensor.of(-0f))));
  }

  @Test
  void aNameChangesIt() {
    assertThat(hash(Parameter.of("a", Tensor.of(1))))
        .isNotEqualTo(hash(Parameter.of("b", Tensor.of(1))));
  }

  private static String hash(Parameter... parameters) {
    return WeightsHash.sha256(List.of(parameters));
  }
}
