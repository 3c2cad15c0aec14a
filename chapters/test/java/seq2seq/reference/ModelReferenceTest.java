package seq2seq.reference;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import seq2seq.ch03_encoder.Encoded;
import seq2seq.ch03_encoder.Encoder;
import seq2seq.ch03_encoder.RecurrentLayers;
import seq2seq.ch04_decoder.ConcatDecoder;
import seq2seq.ch06_loss.MaskedLoss;
import seq2seq.engine.Tensor;
import seq2seq.nn.Mode;
import seq2seq.nn.Parameter;

/** Steps 3 to 5 of training, whole: forward, loss, backward. */
class ModelReferenceTest {
  static List<ReferenceCase> cases() {
    return ReferenceCase.all("model");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theLossAndTheGradientOfEveryParameterAgreeWithPyTorchs(ReferenceCase reference) {
    RecurrentLayers layers = Models.encoderLayers(reference);
    Encoder encoder = Models.encoder(reference, layers);
    ConcatDecoder decoder = Models.decoder(reference, layers);
    List<Parameter> parameters = new ArrayList<>(Parameter.within("encoder", encoder));
    parameters.addAll(Parameter.within("decoder", decoder));
    Filling.fill(parameters, reference);

    Encoded source =
        encoder.forward(reference.ids("source"), reference.row("lengths"), Mode.inference());
    Tensor logits = decoder.forward(reference.ids("words"), source, Mode.inference());
    Tensor loss = MaskedLoss.of(logits, reference.ids("answers"), reference.row("answerLengths"));
    loss.backward();
    new Comparison(reference)
        .value("logits", logits)
        .value("loss", loss)
        .gradients(parameters)
        .complete();
  }
}
