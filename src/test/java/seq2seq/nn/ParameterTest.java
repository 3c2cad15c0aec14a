package seq2seq.nn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import seq2seq.engine.Generator;
import seq2seq.engine.Tensor;

class ParameterTest {
  @Test
  void aPartsNameIsPutInFrontOfItsParametersNames() {
    Linear linear = Linear.xavier(2, 3, Generator.seeded(1));
    assertThat(Parameter.within("output", linear))
        .extracting(Parameter::name)
        .containsExactly("output.W", "output.b");
  }

  @Test
  void namesNestFromTheOutermostPartInwards() {
    Linear linear = Linear.xavier(2, 3, Generator.seeded(1));
    Module decoder = () -> Parameter.within("output", linear);
    assertThat(Parameter.within("decoder", decoder))
        .extracting(Parameter::name)
        .containsExactly("decoder.output.W", "decoder.output.b");
  }

  @Test
  void aRenamedParameterIsTheSameTensor() {
    Linear linear = Linear.xavier(2, 3, Generator.seeded(1));
    assertThat(Parameter.within("output", linear).get(0).value())
        .isSameAs(linear.parameters().get(0).value());
  }

  @Test
  void aParameterStartsFromACopyAndAsksForAGradient() {
    Tensor initial = Tensor.of(1, 2);
    Parameter p = Parameter.of("b", initial);
    p.value().liveData()[0] = 9;
    assertThat(initial.toArray()).containsExactly(1, 2);
    assertThat(p.value().requiresGrad()).isTrue();
  }

  @Test
  void countingAddsUpAllNumbers() {
    assertThat(Parameter.count(Linear.xavier(2, 3, Generator.seeded(1)).parameters())).isEqualTo(9);
    assertThat(Parameter.count(List.of())).isZero();
  }

  @Test
  void clearingForgetsEveryGradient() {
    List<Parameter> parameters = List.of(Gradients.at("a", 1, 2), Gradients.at("b", 3));
    Parameter.clearGrads(parameters);
    assertThat(parameters).noneMatch(p -> p.value().hasGrad());
  }
}
