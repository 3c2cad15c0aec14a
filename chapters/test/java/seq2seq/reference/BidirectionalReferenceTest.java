package seq2seq.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import seq2seq.ch01_embedding.Embedding;
import seq2seq.ch02_recurrence.CellState;
import seq2seq.ch05_mask.LengthMask;
import seq2seq.ch09_architectures.BidirectionalLayer;
import seq2seq.engine.Tensor;
import seq2seq.nn.Parameter;

/**
 * PyTorch's side packs the batch: its backward direction starts at each sentence's last real token,
 * and its outputs past a sentence's end are 0.
 */
class BidirectionalReferenceTest {
  static List<ReferenceCase> cases() {
    return ReferenceCase.all("bidirectional");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void bothDirectionsOverSentencesOfDifferentLengthsAgreeWithPyTorchs(ReferenceCase reference) {
    Embedding embedding = new Embedding(reference.weight("embedding.W"));
    BidirectionalLayer layer = layer(reference);
    List<Parameter> parameters = new ArrayList<>(Parameter.within("embedding", embedding));
    parameters.addAll(layer.parameters());
    Filling.fill(parameters, reference);

    int[] lengths = reference.row("lengths");
    BidirectionalLayer.Run run = layer.run(embedding.forward(reference.ids("tokens")), lengths);
    Tensor outputs = realOnly(run.outputs(), lengths);
    List<CellState> ends = List.of(run.forwardEnd(), run.backwardEnd());
    Tensor hidden = States.hidden(ends);
    boolean hasMemory = reference.option("cell").equals("lstm");
    Tensor memory = hasMemory ? States.memory(ends) : null;
    (hasMemory ? Mix.of(outputs, hidden, memory) : Mix.of(outputs, hidden)).backward();

    Comparison comparison =
        new Comparison(reference)
            .value("outputs", outputs)
            .value("hidden", hidden)
            .gradients(parameters);
    if (hasMemory) {
      comparison.value("memory", memory);
    }
    comparison.complete();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void moreOrOtherPaddingChangesNoBit(ReferenceCase reference) {
    Embedding embedding = new Embedding(reference.weight("embedding.W"));
    BidirectionalLayer layer = layer(reference);
    int[] lengths = reference.row("lengths");
    int[][] tokens = reference.ids("tokens");
    int[][] padded = new int[tokens.length][];
    for (int n = 0; n < tokens.length; n++) {
      padded[n] = Arrays.copyOf(tokens[n], tokens[n].length + 3);
      Arrays.fill(padded[n], lengths[n], padded[n].length, 1);
    }
    Tensor narrow = layer.run(embedding.forward(tokens), lengths).outputs();
    Tensor wide = layer.run(embedding.forward(padded), lengths).outputs();
    assertThat(realOnly(wide.slice(0, 0, narrow.dim(0)), lengths).toArray())
        .isEqualTo(realOnly(narrow, lengths).toArray());
  }

  private static BidirectionalLayer layer(ReferenceCase reference) {
    return new BidirectionalLayer(
        Filling.cell(reference, "forward.cell.0."), Filling.cell(reference, "backward.cell.0."));
  }

  /** The outputs (T,N,2H) with 0 past each sentence's end. */
  private static Tensor realOnly(Tensor outputs, int[] lengths) {
    int steps = outputs.dim(0);
    return LengthMask.timeMajor(lengths, steps)
        .reshape(steps, lengths.length, 1)
        .where(outputs, Tensor.scalar(0));
  }
}
