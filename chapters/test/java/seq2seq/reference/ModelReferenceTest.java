package seq2seq.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import seq2seq.ch06_loss.MaskedLoss;
import seq2seq.ch07_training.Seq2Seq;
import seq2seq.ch07_training.TeacherForcing;
import seq2seq.data.PaddedBatch;
import seq2seq.engine.Tensor;
import seq2seq.nn.Mode;

/** Steps 3 to 5 of training, whole: forward, loss, backward. */
class ModelReferenceTest {
  static List<ReferenceCase> cases() {
    return ReferenceCase.all("model");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theLossAndTheGradientOfEveryParameterAgreeWithPyTorchs(ReferenceCase reference) {
    Seq2Seq model = Models.whole(reference);
    Filling.fill(model.parameters(), reference);
    PaddedBatch batch =
        new PaddedBatch(
            reference.ids("source"),
            reference.row("lengths"),
            reference.ids("answers"),
            reference.row("answerLengths"));
    assertThat(TeacherForcing.inputs(batch.target())).isDeepEqualTo(reference.ids("words"));
    Tensor logits = model.forward(batch, Mode.inference());
    Tensor loss = MaskedLoss.of(logits, batch.target(), batch.targetLengths());
    loss.backward();
    new Comparison(reference)
        .value("logits", logits)
        .value("loss", loss)
        .gradients(model.parameters())
        .complete();
  }
}
