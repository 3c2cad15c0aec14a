package seq2seq.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TicksTest {

  @Test
  void ticks_are_one_two_or_five_times_a_power_of_ten_apart() {
    assertThat(Ticks.step(1, 5)).isEqualTo(0.2);
    assertThat(Ticks.step(30, 6)).isEqualTo(5);
    assertThat(Ticks.step(0.007, 6)).isEqualTo(0.002);
    assertThat(Ticks.step(100, 10)).isEqualTo(10);
  }

  @Test
  void ticks_include_both_ends_where_they_are_round() {
    assertThat(Ticks.between(0, 1, 5)).hasSize(6).startsWith(0.0).endsWith(1.0);
    assertThat(Ticks.between(-0.9, 0.9, 4)).containsExactly(-0.5, 0.0, 0.5);
    assertThat(Ticks.label(0.6000000000000001, 0.2)).isEqualTo("0.6");
    assertThat(Ticks.label(15000, 5000)).isEqualTo("15000");
    assertThat(Ticks.label(2e-7, 1e-7)).isEqualTo("2e-7");
  }
}
