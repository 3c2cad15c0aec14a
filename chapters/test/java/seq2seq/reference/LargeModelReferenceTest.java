package seq2seq.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import seq2seq.ch06_loss.MaskedLoss;
import seq2seq.ch07_training.Seq2Seq;
import seq2seq.data.PaddedBatch;
import seq2seq.engine.Tensor;
import seq2seq.nn.Mode;
import seq2seq.nn.Parameter;

/**
 * The notes' model at the sizes of the d2l-0.17 benchmark: wide enough for full tiles and full SIMD
 * vectors, where the small cases walk along the edges.
 */
class LargeModelReferenceTest {
  private static final int V = 200;
  private static final int N = 64;
  private static final int T = 10;

  static List<ReferenceCase> cases() {
    return ReferenceCase.all("large");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theLossAndTheGradientOfEveryParameterAgreeWithPyTorchs(ReferenceCase reference) {
    Seq2Seq model = Models.whole(reference);
    model.parameters().forEach(LargeModelReferenceTest::fill);
    PaddedBatch batch =
        new PaddedBatch(
            Formula.below("source", V, N, T),
            lengths("lengths"),
            Formula.below("answers", V, N, T),
            lengths("answerLengths"));
    Tensor logits = model.forward(batch, Mode.inference());
    Tensor loss = MaskedLoss.of(logits, batch.target(), batch.targetLengths());
    loss.backward();

    Comparison comparison =
        new Comparison(reference)
            .value("logits", Formula.sample(logits))
            .value("loss", Formula.sample(loss));
    for (Parameter p : model.parameters()) {
      assertThat(p.value().hasGrad()).as(p.name()).isTrue();
      comparison.gradientOf(p.name(), Formula.sample(p.value().grad()));
    }
    comparison.complete();
  }

  private static void fill(Parameter p) {
    float bound = p.name().contains("embedding") ? 1 : 0.25f;
    float[] values = Formula.tensor(p.name(), p.value().shape(), bound).liveData();
    System.arraycopy(values, 0, p.value().liveData(), 0, values.length);
  }

  /** Lengths from 1 to T. */
  private static int[] lengths(String name) {
    return Arrays.stream(Formula.below(name, T, N, 1)).mapToInt(row -> 1 + row[0]).toArray();
  }
}
