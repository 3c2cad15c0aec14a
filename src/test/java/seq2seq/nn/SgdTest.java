package seq2seq.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import seq2seq.engine.Tensor;

class SgdTest {
  @Test
  void aStepGoesDownhillByTheLearningRateTimesTheGradient() {
    Parameter p = Parameter.of("a", Tensor.of(1, 2));
    Gradients.send(p, 4, -8);
    new Sgd(0.25).step(List.of(p));
    assertThat(p.value().toArray()).containsExactly(0, 4);
  }

  @Test
  void aParameterWithoutAGradientIsLeftAlone() {
    Parameter p = Parameter.of("a", Tensor.of(1, 2));
    Sgd sgd = new Sgd(0.5);
    sgd.step(List.of(p));
    assertThat(p.value().toArray()).containsExactly(1, 2);
    assertThat(sgd.steps()).isEqualTo(1);
  }

  @Test
  void itRemembersTheNumberOfStepsAndNothingElse() {
    Sgd sgd = new Sgd(0.5);
    assertThat(sgd.state()).isEmpty();
    sgd.restore(17, Map.of());
    assertThat(sgd.steps()).isEqualTo(17);
  }

  @Test
  void aStateOfAnotherOptimiserIsRefusedAndChangesNothing() {
    Sgd sgd = new Sgd(0.5);
    assertThatThrownBy(() -> sgd.restore(17, Map.of("m.a", new float[2])))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("SGD: remembers nothing from step to step; got a saved state with m.a");
    assertThat(sgd.steps()).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.1, Double.NaN, Double.POSITIVE_INFINITY, 1e39, 1e-46})
  void aLearningRateThatIsNoPositiveFloatIsRefused(double rate) {
    assertThatThrownBy(() -> new Sgd(rate))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("learning rate: must be a positive number");
  }
}
