package seq2seq.ch03_encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import seq2seq.ch02_recurrence.Cell;
import seq2seq.ch02_recurrence.CellKind;
import seq2seq.ch02_recurrence.CellState;
import seq2seq.ch02_recurrence.RnnCell;
import seq2seq.engine.Generator;
import seq2seq.engine.Shape;
import seq2seq.engine.ShapeException;
import seq2seq.engine.Tensor;
import seq2seq.nn.Mode;
import seq2seq.support.Bits;

class RecurrentLayersTest {

  @Property(tries = 30)
  void aRunIsTheSameAsItsStepsOneByOne(
      @ForAll CellKind kind,
      @ForAll @IntRange(min = 1, max = 3) int layers,
      @ForAll @IntRange(min = 1, max = 4) int steps,
      @ForAll long seed) {
    Generator generator = Generator.seeded(seed);
    RecurrentLayers stack = RecurrentLayers.create(kind, 3, 4, layers, 0.5, generator);
    Tensor x = Tensor.normal(Shape.of(steps, 2, 3), 1, generator);
    RecurrentLayers.Run run = stack.run(x, stack.zeroState(2), Mode.inference());
    List<CellState> state = stack.zeroState(2);
    for (int t = 0; t < steps; t++) {
      state = stack.step(x.at(t), state, Mode.inference());
      Bits.assertEqual("output", run.outputs().at(t), state.get(layers - 1).hidden());
      for (int l = 0; l < layers; l++) {
        Bits.assertEqual("h", run.states().get(l).get(t).hidden(), state.get(l).hidden());
      }
    }
    Bits.assertEqual("last", run.last().get(0).hidden(), state.get(0).hidden());
  }

  @Test
  void outputsAreTheTopLayersStatesOfShapeTNH() {
    RecurrentLayers stack = RecurrentLayers.create(CellKind.GRU, 3, 5, 2, 0, Generator.seeded(1));
    RecurrentLayers.Run run = stack.run(Tensor.ones(4, 2, 3), stack.zeroState(2), Mode.inference());
    assertThat(run.outputs().shape()).isEqualTo(Shape.of(4, 2, 5));
    Bits.assertEqual("step 3", run.outputs().at(3), run.states().get(1).get(3).hidden());
  }

  @ParameterizedTest
  @EnumSource(CellKind.class)
  void dropoutDoesNothingInInference(CellKind kind) {
    Tensor with = outputs(kind, 3, 0.5, Mode.inference());
    Bits.assertEqual("outputs", with, outputs(kind, 3, 0, Mode.inference()));
  }

  @ParameterizedTest
  @EnumSource(CellKind.class)
  void dropoutLeavesASingleLayerAlone(CellKind kind) {
    Tensor trained = outputs(kind, 1, 0.5, Mode.training(Generator.seeded(2)));
    Bits.assertEqual("outputs", trained, outputs(kind, 1, 0, Mode.inference()));
  }

  @ParameterizedTest
  @EnumSource(CellKind.class)
  void dropoutIsAtWorkBetweenLayersInTraining(CellKind kind) {
    Tensor trained = outputs(kind, 2, 0.5, Mode.training(Generator.seeded(2)));
    assertThat(trained.toArray()).isNotEqualTo(outputs(kind, 2, 0.5, Mode.inference()).toArray());
  }

  @Test
  void aSingleStepDropsBetweenLayersInTrainingAndNowhereElse() {
    for (int layers = 1; layers <= 2; layers++) {
      RecurrentLayers stack =
          RecurrentLayers.create(CellKind.GRU, 3, 4, layers, 0.5, Generator.seeded(1));
      List<CellState> zero = stack.zeroState(2);
      Tensor x = Tensor.ones(2, 3);
      List<CellState> used = stack.step(x, zero, Mode.inference());
      List<CellState> trained = stack.step(x, zero, Mode.training(Generator.seeded(2)));
      Bits.assertEqual("bottom layer", trained.get(0).hidden(), used.get(0).hidden());
      Tensor top = trained.get(layers - 1).hidden();
      double difference = Bits.largestDifference(top, used.get(layers - 1).hidden());
      assertThat(difference > 0).as("%d layers", layers).isEqualTo(layers > 1);
    }
  }

  private static Tensor outputs(CellKind kind, int layers, double dropout, Mode mode) {
    RecurrentLayers stack =
        RecurrentLayers.create(kind, 3, 4, layers, dropout, Generator.seeded(1));
    return stack.run(Tensor.ones(5, 2, 3), stack.zeroState(2), mode).outputs();
  }

  /** The top layer passes on its input: what was dropped or scaled there shows in its output. */
  @Test
  void onItsWayUpAnOutputIsDroppedOrScaledAndTheStateBelowIsNot() {
    RecurrentLayers stack = new RecurrentLayers(List.of(passing(0.5f), passing(0.125f)), 0.5);
    Tensor x = Tensor.full(Shape.of(1, 40, 1), 1);
    RecurrentLayers.Run run = stack.run(x, stack.zeroState(40), Mode.training(Generator.seeded(3)));
    float below = (float) StrictMath.tanh(0.5);
    float scaled = (float) StrictMath.tanh(0.125 * 2 * below);
    for (float h : run.states().get(0).get(0).hidden().toArray()) {
      assertThat(h).isEqualTo(below);
    }
    assertThat(run.outputs().toArray()).contains(0).contains(new float[] {scaled}, within(1e-6f));
    for (float y : run.outputs().toArray()) {
      assertThat(y == 0 || Math.abs(y - scaled) < 1e-6).isTrue();
    }
  }

  private static Cell passing(float weight) {
    return new RnnCell(Tensor.of(new float[][] {{weight}}), Tensor.zeros(1, 1), Tensor.zeros(1));
  }

  @Test
  void whatDoesNotFitIsNamed() {
    Generator g = Generator.seeded(1);
    fails(() -> new RecurrentLayers(List.of(), 0), "recurrent layers: needs at least one layer");
    fails(
        () -> RecurrentLayers.create(CellKind.RNN, 3, 4, 0, 0, g),
        "recurrent layers: needs at least one layer");
    fails(
        () ->
            new RecurrentLayers(
                List.of(CellKind.RNN.create(3, 4, g), CellKind.RNN.create(5, 4, g)), 0),
        "recurrent layers: layer 1 takes inputs of size 5, layer 0 gives 4");
    assertThatThrownBy(() -> RecurrentLayers.create(CellKind.RNN, 3, 4, 1, 1, g))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("recurrent layers: dropout must be at least 0 and below 1; got 1.0000");
    RecurrentLayers two = RecurrentLayers.create(CellKind.LSTM, 3, 4, 2, 0, g);
    Tensor x = Tensor.zeros(5, 2, 3);
    fails(
        () -> two.run(x, two.zeroState(2).subList(0, 1), Mode.inference()),
        "recurrent layers: one state for each of 2 layers is needed; got 1");
    fails(
        () -> two.run(x, two.zeroState(1), Mode.inference()),
        "recurrent layers: the state of layer 0 must be (2×4), N×H; got (1×4)");
    fails(
        () -> two.step(x.at(0), two.zeroState(1), Mode.inference()),
        "recurrent layers: the state of layer 0 must be (2×4), N×H; got (1×4)");
    List<CellState> noCell = two.zeroState(2).stream().map(s -> CellState.of(s.hidden())).toList();
    fails(
        () -> two.run(x, noCell, Mode.inference()),
        "recurrent layers: layer 0 has a cell state c beside h; the state given to it has none");
  }

  private static void fails(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(ShapeException.class).hasMessage(message);
  }
}
