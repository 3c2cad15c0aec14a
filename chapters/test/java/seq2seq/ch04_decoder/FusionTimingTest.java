package seq2seq.ch04_decoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import seq2seq.engine.Generator;
import seq2seq.engine.ShapeException;

class FusionTimingTest {
  @Test
  void aTimingHasItsSizeAndTwoTimes() {
    FusionTiming timing = FusionTiming.measure(2, 3, 4, 5, 1, Generator.seeded(1));
    assertThat(List.of(timing.n(), timing.d(), timing.h(), timing.out()))
        .isEqualTo(List.of(2, 3, 4, 5));
    assertThat(timing.togetherMicros()).isPositive().isFinite();
    assertThat(timing.apartMicros()).isPositive().isFinite();
  }

  @Test
  void theTableShowsTheTimesAndTheirRatio() {
    FusionTiming timing = new FusionTiming(64, 32, 32, 96, 9, 12);
    assertThat(timing.ratio()).isEqualTo(0.75);
    assertThat(FusionTiming.table(List.of(timing)))
        .isEqualTo(
            """
                 N    D    H  out   together µs   apart µs   together/apart
                64   32   32   96           9.0       12.0             0.75
            """);
  }

  @Test
  void theMedianIsTheMiddleOfTheTimes() {
    assertThat(FusionTiming.median(new double[] {9, 1, 2})).isEqualTo(2);
    assertThat(FusionTiming.median(new double[] {9, 1, 2, 4})).isEqualTo(3);
  }

  @Test
  void noSampleAndNoSizeAreErrors() {
    assertThatThrownBy(() -> FusionTiming.measure(2, 3, 4, 5, 0, Generator.seeded(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("fusion timing: needs at least 1 sample; got 0");
    assertThatThrownBy(() -> FusionTiming.measure(2, 0, 4, 5, 1, Generator.seeded(1)))
        .isInstanceOf(ShapeException.class)
        .hasMessageContaining("got 0 in (2×0)");
  }
}
