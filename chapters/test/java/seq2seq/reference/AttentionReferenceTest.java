package seq2seq.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import seq2seq.ch03_encoder.Encoded;
import seq2seq.ch03_encoder.RecurrentLayers;
import seq2seq.ch04_decoder.Decoder;
import seq2seq.ch06_loss.MaskedLoss;
import seq2seq.ch07_training.Seq2Seq;
import seq2seq.ch10_attention.AdditiveAttention;
import seq2seq.ch10_attention.Attention;
import seq2seq.ch10_attention.AttentionDecoder;
import seq2seq.ch10_attention.AttentionKeys;
import seq2seq.ch10_attention.ScaledDotProductAttention;
import seq2seq.data.PaddedBatch;
import seq2seq.engine.Generator;
import seq2seq.engine.Tensor;
import seq2seq.nn.Mode;
import seq2seq.nn.Parameter;

/** Attention alone, as the decoder's context, and in a whole model: forward and every gradient. */
class AttentionReferenceTest {
  static List<ReferenceCase> attentions() {
    return ReferenceCase.all("attention");
  }

  static List<ReferenceCase> decoders() {
    return ReferenceCase.all("attention_decoder");
  }

  static List<ReferenceCase> models() {
    return ReferenceCase.all("attention_model");
  }

  private static Attention attention(ReferenceCase reference) {
    Tensor query = reference.weight("W_q");
    Tensor key = reference.weight("W_k");
    return reference.option("attention").equals("additive")
        ? new AdditiveAttention(query, key, reference.weight("v"))
        : new ScaledDotProductAttention(query, key);
  }

  @ParameterizedTest
  @MethodSource("attentions")
  void weightsAndContextAgreeWithPyTorchsOverTheRealTokensAlone(ReferenceCase reference) {
    Attention attention = attention(reference);
    Tensor query = reference.given("query");
    Tensor values = reference.given("values");
    AttentionKeys keys = AttentionKeys.of(attention, values, reference.row("lengths"));
    Attention.Attended attended = attention.attend(query, keys);
    Mix.of(attended.weights(), attended.context()).backward();
    new Comparison(reference)
        .value("weights", attended.weights())
        .value("context", attended.context())
        .gradient("query", query)
        .gradient("values", values)
        .gradients(attention.parameters())
        .complete();
  }

  /** What an encoder with these outputs (T,N,H_enc) and states (L,N,H_enc) hands over. */
  private static Encoded source(ReferenceCase reference, Tensor values, Tensor h, Tensor c) {
    return new Encoded(values, States.split(h, c), reference.row("lengths"));
  }

  private static AttentionDecoder decoder(ReferenceCase reference) {
    AttentionDecoder decoder = Models.attentionDecoder(reference, Models.encoderLayers(reference));
    Filling.fill(decoder.parameters(), reference);
    return decoder;
  }

  private static Tensor memoryOf(ReferenceCase reference) {
    return reference.option("cell").equals("lstm") ? reference.given("memory") : null;
  }

  @ParameterizedTest
  @MethodSource("decoders")
  void logitsAgreeWithPyTorchsForEveryCellAndContext(ReferenceCase reference) {
    AttentionDecoder decoder = decoder(reference);
    Tensor values = reference.given("values");
    Tensor hidden = reference.given("hidden");
    Tensor memory = memoryOf(reference);
    Encoded source = source(reference, values, hidden, memory);
    Tensor logits = decoder.forward(reference.ids("words"), source, Mode.inference());
    Mix.of(logits).backward();
    Comparison comparison =
        new Comparison(reference)
            .value("logits", logits)
            .gradient("values", values)
            .gradient("hidden", hidden)
            .gradients(decoder.parameters());
    if (memory != null) {
      comparison.gradient("memory", memory);
    }
    comparison.complete();
  }

  @ParameterizedTest
  @MethodSource("decoders")
  void stepAfterStepGivesTheBitsOfTheWholeSentence(ReferenceCase reference) {
    AttentionDecoder decoder = decoder(reference);
    Encoded source =
        source(
            reference, reference.given("values"), reference.given("hidden"), memoryOf(reference));
    int[][] words = reference.ids("words");
    Tensor whole = decoder.forward(words, source, Mode.inference());
    Decoder.State state = decoder.start(source);
    for (int t = 0; t < words[0].length; t++) {
      int at = t;
      int[] column = Arrays.stream(words).mapToInt(row -> row[at]).toArray();
      Decoder.Step step = decoder.step(column, state, Mode.inference());
      assertThat(step.logits().toArray()).isEqualTo(whole.at(t).toArray());
      state = step.state();
    }
  }

  /** In training, where sentences that have ended leave the batch, the gradients are the same. */
  @ParameterizedTest
  @MethodSource("models")
  void inTrainingTheGradientOfEveryParameterAgreesWithPyTorchsToo(ReferenceCase reference) {
    Trained trained = trained(reference, Mode.training(Generator.seeded(1)));
    new Comparison(reference).value("loss", trained.loss()).gradients(trained.parameters());
  }

  @ParameterizedTest
  @MethodSource("models")
  void theLossAndTheGradientOfEveryParameterAgreeWithPyTorchs(ReferenceCase reference) {
    Trained trained = trained(reference, Mode.inference());
    new Comparison(reference)
        .value("logits", trained.logits())
        .value("loss", trained.loss())
        .gradients(trained.parameters())
        .complete();
  }

  private record Trained(Tensor logits, Tensor loss, List<Parameter> parameters) {}

  private static Trained trained(ReferenceCase reference, Mode mode) {
    RecurrentLayers layers = Models.encoderLayers(reference);
    Seq2Seq model =
        new Seq2Seq(Models.encoder(reference, layers), Models.attentionDecoder(reference, layers));
    List<Parameter> parameters = model.parameters();
    Filling.fill(parameters, reference);
    PaddedBatch batch =
        new PaddedBatch(
            reference.ids("source"),
            reference.row("lengths"),
            reference.ids("answers"),
            reference.row("answerLengths"));
    Tensor logits = model.forward(batch, mode);
    Tensor loss = MaskedLoss.of(logits, batch.target(), batch.targetLengths());
    loss.backward();
    return new Trained(logits, loss, parameters);
  }
}
