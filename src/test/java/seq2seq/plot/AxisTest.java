package seq2seq.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class AxisTest {
  private static List<String> labels(Axis axis, double... places) {
    return DoubleStream.of(places).mapToObj(axis::label).toList();
  }

  @Test
  void the_smallest_value_lies_on_a_logarithmic_axis_and_decades_are_powers() {
    Axis axis = Axis.over(List.of(new double[] {1, 8.9e-16, 5900}), true).roomy();
    assertThat(axis.min()).isBetween(1e-17, 8.8e-16);
    assertThat(axis.inDecades()).isTrue();
    assertThat(axis.place(1e-12)).isEqualTo(-12);
    assertThat(labels(axis, -15, -10, 0, 3)).containsExactly("10⁻¹⁵", "10⁻¹⁰", "10⁰", "10³");
  }

  @Test
  void a_few_decades_are_written_out_and_still_fewer_have_labels_between() {
    Axis some = new Axis(true, 0.01, 50);
    assertThat(labels(some, -1, 0, 1)).containsExactly("0.1", "1", "10");
    Axis few = new Axis(true, 0.5, 10);
    assertThat(few.isXchartsLogarithmic()).isTrue();
    assertThat(labels(few, 0.5, 1, 2, 3, 5, 10)).containsExactly("0.5", "1", "2", " ", "5", "10");
    assertThat(labels(new Axis(true, 3, 9), 3, 4, 7)).containsExactly("3", "4", "7");
  }

  @Test
  void one_value_alone_has_an_axis_too() {
    Axis axis = Axis.over(List.of(new double[] {3}), false).roomy();
    assertThat(axis.min()).isLessThan(3);
    assertThat(axis.max()).isGreaterThan(3);
    Axis decade = Axis.over(List.of(new double[] {3}), true).roomy();
    assertThat(decade.max() / decade.min()).isBetween(9.9, 10.1);
  }

  @Test
  void an_end_that_is_given_stays() {
    assertThat(new Axis(false, 1, 3).roomy().between(0.0, null).min()).isZero();
  }

  @Test
  void where_only_whole_places_count_ticks_are_a_whole_one_apart() {
    Axis epochs = new Axis(false, 0.8, 5.2);
    assertThat(epochs.spacing(90, true, 880, 400)).isEqualTo(140);
    assertThat(epochs.spacing(90, false, 880, 400)).isEqualTo(90);
    assertThat(epochs.spacing(90, true, 880, 120)).isEqualTo(120);
  }
}
