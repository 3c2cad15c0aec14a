package seq2seq.ch02_recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import seq2seq.engine.Generator;
import seq2seq.engine.GradientCheck;
import seq2seq.engine.Shape;
import seq2seq.engine.ShapeException;
import seq2seq.engine.Tensor;
import seq2seq.support.Bits;

class CellsTest {

  @Test
  void oneStepOfThePlainCellByHand() {
    RnnCell cell =
        new RnnCell(
            Tensor.of(new float[][] {{0.5f, -0.5f}, {0.25f, 1}}),
            Tensor.of(new float[][] {{1, 0}, {0, -1}}),
            Tensor.of(0.1f, 0));
    Tensor h =
        cell.next(
                Tensor.of(new float[][] {{1, 2}}),
                CellState.of(Tensor.of(new float[][] {{0.3f, -0.2f}})))
            .hidden();
    // tanh(0.5 + 0.5 + 0.1 + 0.3) and tanh(-0.5 + 2 + 0 + 0.2)
    assertThat(h.get(0, 0)).isCloseTo((float) StrictMath.tanh(1.4), within(1e-6f));
    assertThat(h.get(0, 1)).isCloseTo((float) StrictMath.tanh(1.7), within(1e-6f));
  }

  /** The equations written with plain loops in double, one sentence and one unit at a time. */
  @Property(tries = 60)
  void aStepAgreesWithTheEquationsInPlainLoops(
      @ForAll CellKind kind,
      @ForAll @IntRange(min = 1, max = 4) int n,
      @ForAll @IntRange(min = 1, max = 5) int d,
      @ForAll @IntRange(min = 1, max = 5) int h,
      @ForAll long seed) {
    Generator generator = Generator.seeded(seed);
    Cell cell = kind.create(d, h, generator);
    Tensor x = Tensor.normal(Shape.of(n, d), 1, generator);
    CellState before = cell.zeroState(n).map(z -> Tensor.normal(z.shape(), 1, generator));
    CellState after = cell.next(x, before);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < h; j++) {
        double[] expected = new Equations(cell, x, before, i, j).after();
        assertThat((double) after.hidden().get(i, j)).isCloseTo(expected[0], within(1e-5));
        if (kind == CellKind.LSTM) {
          assertThat((double) after.cell().get(i, j)).isCloseTo(expected[1], within(1e-5));
        }
      }
    }
  }

  /** Unit j of sentence i. */
  private record Equations(Cell cell, Tensor x, CellState before, int i, int j) {
    double[] after() {
      return cell instanceof RnnCell ? rnn() : cell instanceof GruCell ? gru() : lstm();
    }

    double[] rnn() {
      return new double[] {StrictMath.tanh(fromInput(0) + fromState(0) + bias(2, 0))};
    }

    double[] gru() {
      double r = sigmoid(fromInput(0) + bias(2, 0) + fromState(0) + bias(3, 0));
      double z = sigmoid(fromInput(1) + bias(2, 1) + fromState(1) + bias(3, 1));
      double n = StrictMath.tanh(fromInput(2) + bias(2, 2) + r * (fromState(2) + bias(3, 2)));
      return new double[] {(1 - z) * n + z * before.hidden().get(i, j)};
    }

    double[] lstm() {
      double in = sigmoid(fromInput(0) + fromState(0) + bias(2, 0));
      double forget = sigmoid(fromInput(1) + fromState(1) + bias(2, 1));
      double g = StrictMath.tanh(fromInput(2) + fromState(2) + bias(2, 2));
      double out = sigmoid(fromInput(3) + fromState(3) + bias(2, 3));
      double c = forget * before.cell().get(i, j) + in * g;
      return new double[] {out * StrictMath.tanh(c), c};
    }

    double fromInput(int gate) {
      return rowTimesColumn(x, 0, gate);
    }

    double fromState(int gate) {
      return rowTimesColumn(before.hidden(), 1, gate);
    }

    double rowTimesColumn(Tensor row, int parameter, int gate) {
      Tensor weight = cell.parameters().get(parameter).value();
      double sum = 0;
      for (int k = 0; k < row.dim(1); k++) {
        sum += (double) row.get(i, k) * weight.get(k, gate * cell.hiddenSize() + j);
      }
      return sum;
    }

    double bias(int parameter, int gate) {
      return cell.parameters().get(parameter).value().get(gate * cell.hiddenSize() + j);
    }

    static double sigmoid(double x) {
      return 1 / (1 + StrictMath.exp(-x));
    }
  }

  @Property(tries = 9)
  void theGradientOfAStepAgreesWithFiniteDifferences(@ForAll CellKind kind) {
    Generator generator = Generator.seeded(4);
    Tensor x = Tensor.normal(Shape.of(2, 3), 1, generator);
    Tensor h = Tensor.normal(Shape.of(2, 2), 1, generator);
    Tensor c = Tensor.normal(Shape.of(2, 2), 1, generator);
    Cell cell = kind.create(3, 2, generator);
    GradientCheck.check(
        kind + " cell",
        in -> {
          CellState before =
              kind == CellKind.LSTM ? new CellState(in[1], in[2]) : CellState.of(in[1]);
          return cell.next(in[0], before).hidden();
        },
        1e-3,
        kind == CellKind.LSTM ? new Tensor[] {x, h, c} : new Tensor[] {x, h});
  }

  @Property(tries = 20)
  void allStepsProjectedAtOnceAreTheStepsProjectedOneByOne(
      @ForAll CellKind kind, @ForAll long seed) {
    Generator generator = Generator.seeded(seed);
    Cell cell = kind.create(4, 3, generator);
    Tensor x = Tensor.normal(Shape.of(5, 2, 4), 1, generator);
    Tensor all = cell.project(x);
    for (int t = 0; t < 5; t++) {
      Bits.assertEqual("step " + t, all.at(t), cell.project(x.at(t)));
    }
  }

  @Test
  void theFirstStateIsZerosAndOnlyTheLstmHasAMemory() {
    for (CellKind kind : CellKind.values()) {
      CellState zero = kind.create(4, 3, Generator.seeded(1)).zeroState(2);
      assertThat(zero.hidden().shape()).isEqualTo(Shape.of(2, 3));
      assertThat(zero.hidden().toArray()).containsOnly(0);
      assertThat(zero.hasCell()).isEqualTo(kind == CellKind.LSTM);
    }
  }

  @Test
  void theKindsAreSpeltAsOnTheCommandLine() {
    assertThat(Arrays.stream(CellKind.values()).map(CellKind::toString))
        .isEqualTo(List.of("rnn", "gru", "lstm"));
  }

  @Test
  void weightsThatDoNotFitAreNamedWithAllShapes() {
    fails(
        () -> new RnnCell(Tensor.zeros(2, 3), Tensor.zeros(4, 4), Tensor.zeros(4)),
        "RNN cell: with H = 4 needs W_xh (D×4), W_hh (4×4) and biases (4); got W_xh (2×3), W_hh"
            + " (4×4) and biases (4)");
    fails(
        () -> new GruCell(Tensor.zeros(2, 9), Tensor.zeros(3, 9), Tensor.zeros(9), Tensor.zeros(3)),
        "GRU cell: with H = 3 needs W_xh (D×9), W_hh (3×9) and biases (9);"
            + " got W_xh (2×9), W_hh (3×9) and biases (9), (3)");
    fails(
        () -> new LstmCell(Tensor.zeros(2, 12), Tensor.zeros(3, 9), Tensor.zeros(12)),
        "LSTM cell: with H = 3 needs W_xh (D×12), W_hh (3×12) and biases (12);"
            + " got W_xh (2×12), W_hh (3×9) and biases (12)");
    fails(
        () -> new RnnCell(Tensor.zeros(4), Tensor.zeros(4, 4), Tensor.zeros(4)),
        "RNN cell: with H = 4 needs W_xh (D×4), W_hh (4×4) and biases (4); got W_xh (4), W_hh (4×4)"
            + " and biases (4)");
    fails(
        () -> new RnnCell(Tensor.zeros(4, 4), Tensor.zeros(4), Tensor.zeros(4)),
        "RNN cell: with H = 4 needs W_xh (D×4), W_hh (4×4) and biases (4); got W_xh (4×4), W_hh (4)"
            + " and biases (4)");
  }

  private static void fails(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(ShapeException.class).hasMessage(message);
  }
}
