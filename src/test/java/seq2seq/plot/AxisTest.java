package seq2seq.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AxisTest {
  private static List<String> labels(Axis axis, int count) {
    return axis.ticks(count).stream().map(tick -> axis.label(tick, count)).toList();
  }

  @Test
  void the_smallest_value_lies_on_a_logarithmic_axis_and_decades_are_powers() {
    Axis axis = Axis.over(List.of(new double[] {1, 8.9e-16, 5900}), true).roomy();
    assertThat(axis.share(8.9e-16)).isBetween(0.01, 0.1);
    assertThat(labels(axis, 7))
        .containsExactly("10⁻¹⁵", "10⁻¹²", "10⁻⁹", "10⁻⁶", "10⁻³", "10⁰", "10³");
  }

  @Test
  void few_decades_have_labels_between() {
    Axis axis = new Axis(true, 0.5, 10);
    assertThat(labels(axis, 6)).containsExactly("0.5", "1", "2", "5", "10");
  }

  @Test
  void one_value_alone_has_an_axis_too() {
    Axis axis = Axis.over(List.of(new double[] {3}), false).roomy();
    assertThat(axis.min()).isLessThan(3);
    assertThat(axis.share(3)).isBetween(0.2, 0.8);
  }

  @Test
  void an_end_that_is_given_stays() {
    assertThat(new Axis(false, 1, 3).roomy().between(0.0, null).min()).isZero();
  }
}
