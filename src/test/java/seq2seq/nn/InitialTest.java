package seq2seq.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import seq2seq.engine.Generator;
import seq2seq.engine.Shape;
import seq2seq.engine.Tensor;

class InitialTest {
  @ParameterizedTest
  @CsvSource({"200, 300", "300, 200", "64, 500", "1, 20000"})
  void xavierFillsItsBoundsEvenly(int in, int out) {
    Tensor w = Initial.xavier(in, out, Generator.seeded(1));
    assertThat(w.shape()).isEqualTo(Shape.of(in, out));
    fills(w.toArray(), StrictMath.sqrt(6.0 / (in + out)));
  }

  @Test
  void uniformFillsItsBoundsEvenly() {
    fills(Initial.uniform(Shape.of(100, 200), 0.25, Generator.seeded(2)).toArray(), 0.25);
  }

  /** Within ±bound, nearly reaching both ends, with mean 0 and variance bound²/3. */
  private static void fills(float[] values, double bound) {
    double least = 0;
    double largest = 0;
    double sum = 0;
    double squares = 0;
    for (float value : values) {
      least = Math.min(least, value);
      largest = Math.max(largest, value);
      sum += value;
      squares += (double) value * value;
    }
    float top = (float) bound;
    assertThat(largest).isBetween(0.999 * bound, (double) top);
    assertThat(least).isBetween((double) -top, -0.999 * bound);
    assertThat(sum / values.length).isCloseTo(0, within(0.02 * bound));
    assertThat(squares / values.length).isCloseTo(bound * bound / 3, withPercentage(2));
  }

  @Test
  void aLinearLayerStartsWithABiasOf0() {
    Linear linear = Linear.xavier(3, 2, Generator.seeded(3));
    assertThat(linear.parameters().get(1).value().toArray()).containsOnly(0);
  }

  @Test
  void theSameSeedGivesTheSameBits() {
    assertThat(Initial.xavier(5, 7, Generator.seeded(4)).toArray())
        .isEqualTo(Initial.xavier(5, 7, Generator.seeded(4)).toArray())
        .isNotEqualTo(Initial.xavier(5, 7, Generator.seeded(5)).toArray());
  }
}
