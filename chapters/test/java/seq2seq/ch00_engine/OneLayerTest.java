package seq2seq.ch00_engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import seq2seq.engine.Generator;
import seq2seq.engine.ShapeException;

class OneLayerTest {
  @Test
  void oneWeightByHand() {
    OneLayer.Answer s =
        OneLayer.onScalars(new double[] {2}, new double[][] {{0.25}}, new double[] {0.1});
    double tanh = StrictMath.tanh(0.6);
    double slope = 1 - tanh * tanh;
    assertThat(s.value()).isCloseTo(tanh, within(1e-15));
    assertThat(s.gradX()[0]).isCloseTo(0.25 * slope, within(1e-15));
    assertThat(s.gradW()[0][0]).isCloseTo(2 * slope, within(1e-15));
    assertThat(s.gradB()[0]).isCloseTo(slope, within(1e-15));
  }

  @Property(tries = 50)
  void scalarsAndTensorsAgreeToFloatPrecision(
      @ForAll @IntRange(min = 1, max = 6) int d,
      @ForAll @IntRange(min = 1, max = 6) int h,
      @ForAll long seed) {
    Generator generator = Generator.seeded(seed);
    double[] x = draw(d, generator);
    double[] b = draw(h, generator);
    double[][] w = new double[d][];
    for (int i = 0; i < d; i++) {
      w[i] = draw(h, generator);
    }
    OneLayer.Answer scalars = OneLayer.onScalars(x, w, b);
    assertThat(scalars.largestDifference(OneLayer.onTensors(x, w, b))).isLessThan(1e-5);
  }

  @Test
  void aDifferenceInAnyGradientShows() {
    OneLayer.Answer one = answer(1, 2, 3, 4);
    assertThat(one.largestDifference(answer(1, 2, 3, 4))).isZero();
    assertThat(one.largestDifference(answer(1.5, 2, 3, 4))).isEqualTo(0.5);
    assertThat(one.largestDifference(answer(1, 2.5, 3, 4))).isEqualTo(0.5);
    assertThat(one.largestDifference(answer(1, 2, 3.5, 4))).isEqualTo(0.5);
    assertThat(one.largestDifference(answer(1, 2, 3, 4.5))).isEqualTo(0.5);
  }

  private static OneLayer.Answer answer(double s, double x, double w, double b) {
    return new OneLayer.Answer(s, new double[] {x}, new double[][] {{w}}, new double[] {b});
  }

  @Test
  void sizesThatDoNotFitAreNamed() {
    double[][] twoByThree = {{1, 2, 3}, {4, 5, 6}};
    assertThatThrownBy(() -> OneLayer.onScalars(new double[3], twoByThree, new double[3]))
        .isInstanceOf(ShapeException.class)
        .hasMessageContaining("x (3) and b (3) need W (3×3)")
        .hasMessageContaining("got 2 rows, the first of 3");
    assertThatThrownBy(() -> OneLayer.onTensors(new double[2], twoByThree, new double[2]))
        .hasMessageContaining("need W (2×2)");
    assertThatThrownBy(() -> OneLayer.onTensors(new double[0], new double[0][], new double[2]))
        .hasMessageContaining("no size 0");
  }

  private static double[] draw(int n, Generator generator) {
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      // Through float, so that both engines start from the same numbers.
      values[i] = (float) generator.nextGaussian();
    }
    return values;
  }
}
