package seq2seq.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import seq2seq.engine.Tensor;

class AdamTest {
  @ParameterizedTest
  @ValueSource(floats = {1e-3f, 1f, 1e3f})
  void theFirstStepIsTheLearningRateWhateverTheGradientsSize(float size) {
    Parameter p = Gradients.at("a", size, -size);
    new Adam(0.125).step(List.of(p));
    assertThat(p.value().toArray()[0]).isCloseTo(-0.125f, within(2e-6f));
    assertThat(p.value().toArray()[1]).isCloseTo(0.125f, within(2e-6f));
  }

  @Test
  void aGradientOf0MovesNothing() {
    Parameter p = Parameter.of("a", Tensor.of(1, 2));
    Gradients.send(p, 0, 0);
    new Adam(0.125).step(List.of(p));
    assertThat(p.value().toArray()).containsExactly(1, 2);
  }

  @Test
  void aParameterWithoutAGradientIsLeftAloneAndNotRemembered() {
    Parameter p = Parameter.of("a", Tensor.of(1, 2));
    Adam adam = new Adam(0.125);
    adam.step(List.of(p));
    assertThat(p.value().toArray()).containsExactly(1, 2);
    assertThat(adam.state()).isEmpty();
  }

  @Test
  void eachParameterIsRememberedByItsNameInOrder() {
    Adam adam = new Adam(0.125);
    adam.step(List.of(Gradients.at("b", 1), Gradients.at("a", 2, 3)));
    assertThat(adam.state().keySet()).containsExactly("m.b", "m.a", "v.b", "v.a");
    assertThat(adam.state().get("m.a")).containsExactly(0.1f * 2, 0.1f * 3);
    assertThat(adam.state().get("v.b")).containsExactly((float) (1 - 0.999));
  }

  @Test
  void aRestoredStateIsACopy() {
    float[] m = {1};
    Adam adam = new Adam(0.125);
    adam.restore(3, state("m.a", m, "v.a", new float[] {1}));
    m[0] = 9;
    assertThat(adam.state().get("m.a")).containsExactly(1);
    assertThat(adam.steps()).isEqualTo(3);
  }

  @Test
  void restoringForgetsWhatWasThereBefore() {
    Adam adam = new Adam(0.125);
    adam.step(List.of(Gradients.at("old", 1)));
    adam.restore(0, Map.of());
    assertThat(adam.state()).isEmpty();
    assertThat(adam.steps()).isZero();
  }

  @Test
  void aStateWithAForeignNameIsRefusedAndChangesNothing() {
    Adam adam = new Adam(0.125);
    adam.step(List.of(Gradients.at("a", 1)));
    assertThatThrownBy(
            () -> adam.restore(7, state("m.b", new float[1], "momentum.b", new float[1])))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Adam: a saved state has names m.PARAMETER and v.PARAMETER; got momentum.b");
    assertThat(adam.steps()).isEqualTo(1);
    assertThat(adam.state().keySet()).containsExactly("m.a", "v.a");
  }

  @Test
  void aStateWithOneOfTheTwoMeansIsRefusedAndChangesNothing() {
    Adam adam = new Adam(0.125);
    assertThatThrownBy(() -> adam.restore(7, Map.of("m.a", new float[2])))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Adam: a saved state needs m.a and v.a, of one length; got 2 and 0 numbers");
    assertThatThrownBy(() -> adam.restore(7, Map.of("v.a", new float[2])))
        .hasMessage("Adam: a saved state needs m.a and v.a, of one length; got 0 and 2 numbers");
    assertThatThrownBy(() -> adam.restore(7, state("m.a", new float[2], "v.a", new float[3])))
        .hasMessage("Adam: a saved state needs m.a and v.a, of one length; got 2 and 3 numbers");
    assertThat(adam.state()).isEmpty();
    assertThat(adam.steps()).isZero();
  }

  @Test
  void aStateOfAnotherModelIsRefusedAtTheNextStepBeforeAnythingMoves() {
    Adam adam = new Adam(0.125);
    adam.restore(7, state("m.a", new float[3], "v.a", new float[3]));
    Parameter p = Gradients.at("a", 1, 2);
    assertThatThrownBy(() -> adam.step(List.of(p)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Adam: a has shape (2); the saved state holds 3 numbers for it");
    assertThat(p.value().toArray()).containsExactly(0, 0);
    assertThat(adam.steps()).isEqualTo(7);
  }

  private static Map<String, float[]> state(String a, float[] x, String b, float[] y) {
    Map<String, float[]> state = new LinkedHashMap<>();
    state.put(a, x);
    state.put(b, y);
    return state;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.1, Double.NaN, Double.POSITIVE_INFINITY, 1e39, 1e-46})
  void aLearningRateThatIsNoPositiveFloatIsRefused(double rate) {
    assertThatThrownBy(() -> new Adam(rate))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("learning rate: must be a positive number");
  }

  @ParameterizedTest
  @CsvSource({
    "-0.1, 0.9, 1e-8",
    "1, 0.9, 1e-8",
    "NaN, 0.9, 1e-8",
    "0.9, -0.1, 1e-8",
    "0.9, 1, 1e-8",
    "0.9, NaN, 1e-8",
    "0.9, 0.9, 0",
    "0.9, 0.9, -1",
    "0.9, 0.9, NaN",
    "0.9, 0.9, 1e-46"
  })
  void settingsOutOfRangeAreRefused(double beta1, double beta2, double epsilon) {
    assertThatThrownBy(() -> new Adam(0.1, beta1, beta2, epsilon))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Adam: β₁ and β₂ must be in [0, 1) and ε above 0; got ");
  }
}
