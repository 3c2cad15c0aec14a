package seq2seq.ch09_architectures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import seq2seq.ch01_embedding.Embedding;
import seq2seq.ch02_recurrence.CellKind;
import seq2seq.ch02_recurrence.CellState;
import seq2seq.ch03_encoder.RecurrentLayers;
import seq2seq.engine.Generator;
import seq2seq.engine.GradientCheck;
import seq2seq.engine.Shape;
import seq2seq.engine.ShapeException;
import seq2seq.engine.Tensor;
import seq2seq.nn.Mode;
import seq2seq.nn.Parameter;
import seq2seq.support.Bits;

class BidirectionalLayerTest {
  private static final int[][] TOKENS = {{4, 7, 5, 2}, {6, 2, 0, 0}, {8, 9, 2, 0}};
  private static final int[] LENGTHS = {4, 2, 3};
  private static final Embedding EMBEDDING = Embedding.normal(10, 3, Generator.seeded(1));

  private static BidirectionalLayer layer(CellKind kind) {
    return BidirectionalLayer.create(kind, 3, 5, Generator.seeded(7));
  }

  private static Tensor embedded(int[][] tokens) {
    return EMBEDDING.forward(tokens);
  }

  @Test
  void reversingTurnsTheRealPartAroundAndLeavesThePaddingWhereItIs() {
    Tensor steps = Tensor.of(new float[][] {{1, 10}, {2, 20}, {3, 0}, {4, 0}}).reshape(4, 2, 1);
    Tensor turned = BidirectionalLayer.reversed(steps, new int[] {4, 2});
    assertThat(turned.reshape(4, 2).toRows())
        .isDeepEqualTo(new float[][] {{4, 20}, {3, 10}, {2, 0}, {1, 0}});
    Bits.assertEqual("twice", BidirectionalLayer.reversed(turned, new int[] {4, 2}), steps);
  }

  @ParameterizedTest
  @EnumSource(CellKind.class)
  void eachHalfIsAWalkOfOneCellOverTheSentenceAlone(CellKind kind) {
    BidirectionalLayer layer = layer(kind);
    BidirectionalLayer.Run run = layer.run(embedded(TOKENS), LENGTHS);
    assertThat(run.outputs().shape()).isEqualTo(Shape.of(4, 3, 10));
    Generator same = Generator.seeded(7);
    RecurrentLayers right = new RecurrentLayers(List.of(kind.create(3, 5, same)), 0);
    RecurrentLayers left = new RecurrentLayers(List.of(kind.create(3, 5, same)), 0);
    for (int n = 0; n < 3; n++) {
      int length = LENGTHS[n];
      int[] there = Arrays.copyOf(TOKENS[n], length);
      int[] back = new int[length];
      for (int t = 0; t < length; t++) {
        back[t] = there[length - 1 - t];
      }
      Tensor h = walk(right, there);
      Tensor g = walk(left, back);
      for (int t = 0; t < length; t++) {
        Tensor both = run.outputs().at(t).at(n);
        Bits.assertEqual("h", both.slice(0, 0, 5), h.at(t).at(0));
        Bits.assertEqual("g", both.slice(0, 5, 10), g.at(length - 1 - t).at(0));
      }
      Bits.assertEqual("end of h", run.forwardEnd().hidden().at(n), h.at(length - 1).at(0));
      Bits.assertEqual("end of g", run.backwardEnd().hidden().at(n), g.at(length - 1).at(0));
    }
  }

  private static Tensor walk(RecurrentLayers layers, int[] tokens) {
    Tensor x = embedded(new int[][] {tokens});
    return layers.run(x, layers.zeroState(1), Mode.inference()).outputs();
  }

  @ParameterizedTest
  @EnumSource(CellKind.class)
  void paddingGetsNoGradientAndChangesNoOther(CellKind kind) {
    BidirectionalLayer narrow = layer(kind);
    BidirectionalLayer wide = layer(kind);
    int[][] longer = new int[3][];
    for (int n = 0; n < 3; n++) {
      longer[n] = Arrays.copyOf(TOKENS[n], 9);
    }
    Tensor x = embedded(longer).withGrad();
    real(narrow.run(embedded(TOKENS), LENGTHS)).backward();
    real(wide.run(x, LENGTHS)).backward();
    Bits.assertSameGradients(wide.parameters(), narrow.parameters());
    for (int n = 0; n < 3; n++) {
      for (int t = LENGTHS[n]; t < 9; t++) {
        assertThat(x.grad().at(t).at(n).toArray()).containsOnly(0f);
      }
    }
  }

  /** A number that depends on every real output, and on no other. */
  private static Tensor real(BidirectionalLayer.Run run) {
    Tensor total = Tensor.scalar(0);
    for (int n = 0; n < LENGTHS.length; n++) {
      for (int t = 0; t < LENGTHS[n]; t++) {
        total = total.plus(run.outputs().at(t).at(n).pow(2).sum().times(1 + t + 3f * n));
      }
    }
    return total;
  }

  @ParameterizedTest
  @EnumSource(CellKind.class)
  void theGradientOfTheInputsIsTheSlope(CellKind kind) {
    BidirectionalLayer layer = BidirectionalLayer.create(kind, 2, 2, Generator.seeded(3));
    int[] lengths = {3, 2};
    GradientCheck.check(
        "bidirectional " + kind,
        inputs -> {
          BidirectionalLayer.Run run = layer.run(inputs[0], lengths);
          CellState end = run.backwardEnd();
          return Tensor.concat(
              0,
              run.outputs().reshape(6, 4).gather(0, 1, 2, 3, 4).reshape(20),
              end.hidden().reshape(4));
        },
        2e-4,
        Tensor.normal(Shape.of(3, 2, 2), 1, Generator.seeded(4)));
  }

  @Test
  void parametersAreNamedByTheirDirection() {
    assertThat(layer(CellKind.RNN).parameters())
        .extracting(Parameter::name)
        .containsExactly(
            "forward.cell.0.W_xh",
            "forward.cell.0.W_hh",
            "forward.cell.0.b_h",
            "backward.cell.0.W_xh",
            "backward.cell.0.W_hh",
            "backward.cell.0.b_h");
  }

  @Test
  void whatDoesNotFitIsNamed() {
    BidirectionalLayer layer = layer(CellKind.GRU);
    fails(
        () -> layer.run(embedded(TOKENS), new int[] {4, 0, 3}),
        "sentence 1 has valid length 0; it must be from 1 to 4, the number of steps");
    fails(
        () -> layer.run(embedded(TOKENS), new int[] {4, 2, 5}),
        "sentence 2 has valid length 5; it must be from 1 to 4, the number of steps");
    fails(
        () -> layer.run(embedded(TOKENS), new int[] {4, 2}),
        "one length per sentence is needed: 3 sentences, 2 lengths");
    Generator generator = Generator.seeded(1);
    fails(
        () ->
            new BidirectionalLayer(
                CellKind.RNN.create(3, 5, generator), CellKind.RNN.create(4, 5, generator)),
        "bidirectional layer: both cells read the same inputs; one takes size 3, the other 4");
  }

  private static void fails(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(ShapeException.class).hasMessageEndingWith(message);
  }
}
