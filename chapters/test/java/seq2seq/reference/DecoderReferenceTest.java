package seq2seq.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import seq2seq.ch03_encoder.Encoded;
import seq2seq.ch04_decoder.ConcatDecoder;
import seq2seq.ch04_decoder.Decoder;
import seq2seq.engine.Tensor;
import seq2seq.nn.Mode;

class DecoderReferenceTest {
  static List<ReferenceCase> cases() {
    return ReferenceCase.all("decoder");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void logitsAgreeWithPyTorchsHoweverTheContextComesIn(ReferenceCase reference) {
    ConcatDecoder decoder = Models.decoder(reference, Models.encoderLayers(reference));
    Filling.fill(decoder.parameters(), reference);
    boolean hasMemory = reference.option("cell").equals("lstm");
    Tensor hidden = reference.given("hidden");
    Tensor memory = hasMemory ? reference.given("memory") : null;
    Tensor logits =
        decoder.forward(reference.ids("words"), source(hidden, memory), Mode.inference());
    Mix.of(logits).backward();

    Comparison comparison =
        new Comparison(reference)
            .value("logits", logits)
            .gradient("hidden", hidden)
            .gradients(decoder.parameters());
    if (hasMemory) {
      comparison.gradient("memory", memory);
    }
    comparison.complete();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void stepAfterStepGivesTheBitsOfTheWholeSentence(ReferenceCase reference) {
    ConcatDecoder decoder = Models.decoder(reference, Models.encoderLayers(reference));
    Filling.fill(decoder.parameters(), reference);
    boolean hasMemory = reference.option("cell").equals("lstm");
    Encoded source =
        source(reference.given("hidden"), hasMemory ? reference.given("memory") : null);
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

  /** What an encoder with these states (L,N,H_enc) hands over; its outputs are not looked at. */
  private static Encoded source(Tensor hidden, Tensor memory) {
    int[] lengths = new int[hidden.dim(1)];
    Arrays.fill(lengths, 1);
    return new Encoded(null, States.split(hidden, memory), lengths);
  }
}
