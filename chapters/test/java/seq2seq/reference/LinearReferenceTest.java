package seq2seq.reference;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import seq2seq.engine.Tensor;
import seq2seq.nn.Linear;

class LinearReferenceTest {
  static List<ReferenceCase> cases() {
    return ReferenceCase.all("linear");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aLinearLayerAgreesWithPyTorchsInValueAndGradient(ReferenceCase reference) {
    Linear linear = new Linear(reference.weight("W"), reference.weight("b"));
    Tensor x = reference.given("x");
    Tensor outputs = linear.forward(x);
    Mix.of(outputs).backward();
    new Comparison(reference)
        .value("outputs", outputs)
        .gradient("x", x)
        .gradients(linear.parameters())
        .complete();
  }
}
