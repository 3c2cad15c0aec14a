package seq2seq.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import seq2seq.ch01_embedding.Embedding;
import seq2seq.ch03_encoder.Encoded;
import seq2seq.ch03_encoder.Encoder;
import seq2seq.ch03_encoder.RecurrentLayers;
import seq2seq.ch05_mask.LengthMask;
import seq2seq.engine.Tensor;
import seq2seq.nn.Mode;

/**
 * PyTorch's side packs the batch, so that its final state is the one at each sentence's last real
 * token, and its outputs past a sentence's end are 0.
 */
class EncoderReferenceTest {
  static List<ReferenceCase> cases() {
    return ReferenceCase.all("encoder");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aPaddedBatchAgreesWithPyTorchsPackedOne(ReferenceCase reference) {
    Encoder encoder = encoder(reference);
    Encoded encoded =
        encoder.forward(reference.ids("tokens"), reference.row("lengths"), Mode.inference());
    Tensor outputs = realOnly(encoded.outputs(), encoded.lengths());
    boolean hasMemory = reference.option("cell").equals("lstm");
    Tensor memory = hasMemory ? States.memory(encoded.states()) : null;
    (hasMemory ? Mix.of(outputs, encoded.state(), memory) : Mix.of(outputs, encoded.state()))
        .backward();

    Comparison comparison =
        new Comparison(reference)
            .value("outputs", outputs)
            .value("hidden", encoded.state())
            .gradients(encoder.parameters());
    if (hasMemory) {
      comparison.value("memory", memory);
    }
    comparison.complete();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void moreOrOtherPaddingChangesNoBit(ReferenceCase reference) {
    Encoder encoder = encoder(reference);
    int[] lengths = reference.row("lengths");
    int[][] tokens = reference.ids("tokens");
    int[][] padded = new int[tokens.length][];
    for (int n = 0; n < tokens.length; n++) {
      padded[n] = Arrays.copyOf(tokens[n], tokens[n].length + 3);
      Arrays.fill(padded[n], lengths[n], padded[n].length, 1);
    }
    assertThat(encoder.forward(padded, lengths, Mode.inference()).state().toArray())
        .isEqualTo(encoder.forward(tokens, lengths, Mode.inference()).state().toArray());
  }

  private static Encoder encoder(ReferenceCase reference) {
    Encoder encoder =
        new Encoder(
            new Embedding(reference.weight("embedding.W")),
            new RecurrentLayers(Filling.cells(reference), 0));
    Filling.fill(encoder.parameters(), reference);
    return encoder;
  }

  /** The outputs (T,N,H) with 0 past each sentence's end. */
  private static Tensor realOnly(Tensor outputs, int[] lengths) {
    int steps = outputs.dim(0);
    return LengthMask.timeMajor(lengths, steps)
        .reshape(steps, lengths.length, 1)
        .where(outputs, Tensor.scalar(0));
  }
}
