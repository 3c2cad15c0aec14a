package seq2seq.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import seq2seq.ch02_recurrence.CellState;
import seq2seq.ch03_encoder.RecurrentLayers;
import seq2seq.engine.Generator;
import seq2seq.engine.Tensor;
import seq2seq.nn.Mode;

class LayersReferenceTest {
  static List<ReferenceCase> cases() {
    return ReferenceCase.all("layers");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void layersOverTimeAgreeWithPyTorchsInValueAndGradient(ReferenceCase reference) {
    RecurrentLayers layers = new RecurrentLayers(Filling.cells(reference), 0);
    boolean hasMemory = reference.option("cell").equals("lstm");
    Tensor x = reference.given("x");
    Tensor hidden = reference.given("hidden");
    Tensor memory = hasMemory ? reference.given("memory") : null;
    RecurrentLayers.Run run = layers.run(x, States.split(hidden, memory), Mode.inference());
    Tensor hiddenAfter = States.hidden(run.last());
    Tensor memoryAfter = hasMemory ? States.memory(run.last()) : null;
    (hasMemory
            ? Mix.of(run.outputs(), hiddenAfter, memoryAfter)
            : Mix.of(run.outputs(), hiddenAfter))
        .backward();

    Comparison comparison =
        new Comparison(reference)
            .value("outputs", run.outputs())
            .value("hiddenAfter", hiddenAfter)
            .gradient("x", x)
            .gradient("hidden", hidden)
            .gradients(layers.parameters());
    if (hasMemory) {
      comparison.value("memoryAfter", memoryAfter).gradient("memory", memory);
    }
    comparison.complete();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void dropoutBetweenLayersIsWithoutEffectInInference(ReferenceCase reference) {
    RecurrentLayers without = new RecurrentLayers(Filling.cells(reference), 0);
    RecurrentLayers with = new RecurrentLayers(Filling.cells(reference), 0.5);
    assertThat(outputs(with, reference, Mode.inference()))
        .isEqualTo(outputs(without, reference, Mode.inference()));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void dropoutInTrainingActsBetweenLayersAndNowhereElse(ReferenceCase reference) {
    RecurrentLayers layers = new RecurrentLayers(Filling.cells(reference), 0.9);
    float[] training = outputs(layers, reference, Mode.training(Generator.seeded(1)));
    float[] inference = outputs(layers, reference, Mode.inference());
    if (reference.size("layers") == 1) {
      assertThat(training).isEqualTo(inference);
    } else {
      assertThat(training).isNotEqualTo(inference);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void stepAfterStepGivesTheBitsOfTheWholeRun(ReferenceCase reference) {
    RecurrentLayers layers = new RecurrentLayers(Filling.cells(reference), 0);
    Tensor x = reference.given("x");
    List<CellState> states = layers.zeroState(x.dim(1));
    Tensor whole = layers.run(x, states, Mode.inference()).outputs();
    for (int t : IntStream.range(0, x.dim(0)).toArray()) {
      states = layers.step(x.at(t), states, Mode.inference());
      assertThat(states.get(states.size() - 1).hidden().toArray()).isEqualTo(whole.at(t).toArray());
    }
  }

  private static float[] outputs(RecurrentLayers layers, ReferenceCase reference, Mode mode) {
    Tensor x = reference.given("x");
    return layers.run(x, layers.zeroState(x.dim(1)), mode).outputs().toArray();
  }
}
