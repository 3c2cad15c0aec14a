package seq2seq.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import seq2seq.ch06_loss.MaskedLoss;
import seq2seq.engine.Tensor;

class LossReferenceTest {
  static List<ReferenceCase> cases() {
    return ReferenceCase.all("loss");
  }

  static List<ReferenceCase> logSoftmaxCases() {
    return ReferenceCase.all("log_softmax");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyPositionsLossAndTheMaskedMeanAgreeWithPyTorchs(ReferenceCase reference) {
    Tensor logits = reference.given("logits");
    int[][] words = reference.ids("words");
    Tensor loss = MaskedLoss.of(logits, words, reference.row("lengths"));
    loss.backward();
    new Comparison(reference)
        .value("losses", MaskedLoss.perToken(logits, words))
        .value("loss", loss)
        .gradient("logits", logits)
        .complete();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void crossEntropyIsMinusTheLogSoftmaxOfTheRightWord(ReferenceCase reference) {
    Tensor logits = reference.given("logits");
    int[][] words = reference.ids("words");
    Tensor losses = MaskedLoss.perToken(logits, words);
    Tensor logs = logits.logSoftmax();
    for (int t = 0; t < logits.dim(0); t++) {
      for (int n = 0; n < logits.dim(1); n++) {
        float expected = -logs.get(t, n, words[n][t]);
        assertThat(losses.get(t, n))
            .isCloseTo(expected, org.assertj.core.data.Offset.offset(2e-6f * (1 + expected)));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("logSoftmaxCases")
  void logSoftmaxAgreesWithPyTorchsInValueAndGradient(ReferenceCase reference) {
    Tensor x = reference.given("x");
    Tensor outputs = x.logSoftmax();
    Mix.of(outputs).backward();
    new Comparison(reference).value("outputs", outputs).gradient("x", x).complete();
  }
}
