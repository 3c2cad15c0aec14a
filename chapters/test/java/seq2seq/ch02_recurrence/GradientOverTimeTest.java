package seq2seq.ch02_recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import seq2seq.engine.Generator;
import seq2seq.engine.ShapeException;
import seq2seq.engine.Tensor;

class GradientOverTimeTest {
  private static GradientOverTime measure(CellKind kind, int steps, double scale, double keep) {
    return GradientOverTime.measure(kind, 16, steps, scale, keep, -keep, Generator.seeded(5));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.25, 0.5, 0.75})
  void thePlainCellMultipliesTheNormByTheScaleAtEachStep(double scale) {
    double[] norms = measure(CellKind.RNN, 20, scale, 0).hidden();
    assertThat(norms).hasSize(21);
    for (int k = 0; k <= 20; k++) {
      // tanh is nearly straight for these small states, never steeper than 1.
      assertThat(norms[k] / StrictMath.pow(scale, k)).isBetween(0.97, 1.000001);
    }
  }

  @Test
  void largeWeightsMakeTheGradientExplode() {
    double[] norms = measure(CellKind.RNN, 60, 3, 0).hidden();
    assertThat(norms[60]).isGreaterThan(100);
  }

  @ParameterizedTest
  @EnumSource(
      value = CellKind.class,
      names = {"GRU", "LSTM"})
  void gatesThatKeepTheOldStateCarryTheGradientThatHalfOpenOnesLose(CellKind kind) {
    assertThat(last(measure(kind, 50, 0.9, 0))).isLessThan(1e-5);
    assertThat(last(measure(kind, 50, 0.9, 4))).isBetween(0.05, 1.0);
  }

  /** What is shown is written again: a second road back, which adds to the first. */
  @Test
  void anInputGateLeftHalfOpenMakesTheGradientOfAnLstmThatKeepsGrow() {
    GradientOverTime shut = measure(CellKind.LSTM, 50, 0.9, 4);
    GradientOverTime open =
        GradientOverTime.measure(CellKind.LSTM, 16, 50, 0.9, 4, 0, Generator.seeded(5));
    assertThat(last(shut)).isLessThan(1);
    assertThat(last(open)).isGreaterThan(1);
    assertThat(open.cell()[50]).isGreaterThan(open.cell()[25]);
  }

  private static double last(GradientOverTime norms) {
    double[] shown = norms.cell().length > 0 ? norms.cell() : norms.hidden();
    return shown[shown.length - 1];
  }

  /** For one unit the Jacobian is a number: the slope that moving the first state shows. */
  @Test
  void forOneUnitTheNormIsTheProductOfTheSlopes() {
    GradientOverTime norms =
        GradientOverTime.measure(CellKind.RNN, 1, 3, 0.8, 0, 0, Generator.seeded(9));
    Generator same = Generator.seeded(9);
    double w = 0.8 * Rotation.random(1, same).item();
    double h = (float) (0.1f * same.nextGaussian());
    double[] slopes = new double[3];
    for (int t = 0; t < 3; t++) {
      h = StrictMath.tanh(w * h);
      slopes[t] = w * (1 - h * h);
    }
    assertThat(norms.hidden()[3])
        .isCloseTo(Math.abs(slopes[0] * slopes[1] * slopes[2]), within(1e-6));
    assertThat(norms.hidden()[1]).isCloseTo(Math.abs(slopes[2]), within(1e-6));
  }

  @Test
  void onlyTheLstmHasAMemoryToMeasure() {
    assertThat(measure(CellKind.RNN, 3, 1, 0).cell()).isEmpty();
    assertThat(measure(CellKind.GRU, 3, 1, 0).cell()).isEmpty();
    assertThat(measure(CellKind.LSTM, 3, 1, 0).cell()).hasSize(4);
  }

  @Test
  void aRotationChangesNoLength() {
    Tensor q = Rotation.random(12, Generator.seeded(3));
    float[][] product = q.matmul(q.transpose()).toRows();
    for (int i = 0; i < 12; i++) {
      for (int j = 0; j < 12; j++) {
        assertThat(product[i][j]).isCloseTo(i == j ? 1f : 0f, within(1e-6f));
      }
    }
  }

  @Test
  void whatCannotBeMeasuredIsNamed() {
    assertThatThrownBy(
            () -> GradientOverTime.measure(CellKind.RNN, 0, 3, 1, 0, 0, Generator.seeded(1)))
        .isInstanceOf(ShapeException.class)
        .hasMessage("gradient over time: needs H ≥ 1 and T ≥ 1; got H = 0, T = 3");
    assertThatThrownBy(() -> measure(CellKind.RNN, 0, 1, 0)).hasMessageContaining("T = 0");
    assertThatThrownBy(() -> measure(CellKind.RNN, 3, -1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be a positive number; got -1.0000");
    assertThatThrownBy(() -> measure(CellKind.RNN, 3, Double.NaN, 0))
        .hasMessageContaining("got NaN");
  }
}
