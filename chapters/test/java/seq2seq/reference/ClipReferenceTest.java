package seq2seq.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import seq2seq.engine.Tensor;
import seq2seq.nn.GradientClip;
import seq2seq.nn.Parameter;

/**
 * Clipping beside {@code clip_grad_norm_}, which divides by norm + 10⁻⁶ where we divide, as the
 * paper does, by the norm: its values are smaller than ours by the factor norm / (norm + 10⁻⁶). For
 * a norm above 1 that is less than 1 part in 10⁶, for a norm of 0.05 it is 20. The factor is known,
 * so it is taken out here and the values have to agree to float32's rounding; no tolerance has to
 * cover it.
 */
class ClipReferenceTest {
  private static final double GUARD = 1e-6;
  private static final double ROUNDING = 2e-7;

  static List<ReferenceCase> cases() {
    return ReferenceCase.all("clip");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theNormAndTheClippedGradientsAgreeWithPyTorchs(ReferenceCase reference) {
    List<Parameter> parameters = List.of(pulled(reference, "a"), pulled(reference, "b"));
    double limit = reference.number("limit");
    double norm = GradientClip.byGlobalNorm(parameters, limit);

    double expectedNorm = reference.expected("norm").float64()[0];
    assertThat(norm).isCloseTo(expectedNorm, within(ROUNDING * expectedNorm));
    double guard = norm > limit ? norm / (norm + GUARD) : 1;
    for (Parameter p : parameters) {
      double[] expected = reference.expected(p.name()).float64();
      for (int i = 0; i < expected.length; i++) {
        assertThat(p.value().liveGrad()[i] * guard)
            .as("%s: %s at index %d", reference, p.name(), i)
            .isCloseTo(expected[i], within(ROUNDING * Math.abs(expected[i])));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void afterClippingTheNormIsAtMostTheLimit(ReferenceCase reference) {
    List<Parameter> parameters = List.of(pulled(reference, "a"), pulled(reference, "b"));
    double limit = reference.number("limit");
    double before = GradientClip.byGlobalNorm(parameters, limit);
    assertThat(GradientClip.globalNorm(parameters))
        .isCloseTo(Math.min(before, limit), within(ROUNDING * limit));
  }

  /** A parameter at which the case's gradient has arrived. */
  private static Parameter pulled(ReferenceCase reference, String name) {
    Tensor gradient = reference.given(name).detach();
    Parameter p = Parameter.of(name, Tensor.zeros(gradient.shape().toArray()));
    p.value().times(gradient).sum().backward();
    return p;
  }
}
