package seq2seq.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumbersTest {

  @Test
  void numbers_have_so_many_decimals() {
    assertThat(Numbers.fixed(0.7, 2)).isEqualTo("0.70");
    assertThat(Numbers.fixed(2.3333333, 4)).isEqualTo("2.3333");
    assertThat(Numbers.fixed(-0.001, 2)).isEqualTo("0.00");
    assertThat(Numbers.fixed(12345678, 0)).isEqualTo("12345678");
  }

  @Test
  void significant_digits_lose_their_zeros_and_the_noise_of_binary() {
    assertThat(Numbers.significant(0.1 + 0.2, 6)).isEqualTo("0.3");
    assertThat(Numbers.significant(0, 6)).isEqualTo("0");
    assertThat(Numbers.significant(-0.0, 6)).isEqualTo("0");
    assertThat(Numbers.significant(120, 6)).isEqualTo("120");
    assertThat(Numbers.significant(1e-6, 6)).isEqualTo("1e-6");
    assertThat(Numbers.significant(-2.5e7, 6)).isEqualTo("-2.5e7");
    assertThat(Numbers.significant(0.001, 6)).isEqualTo("0.001");
    assertThat(Numbers.significant(999999.9, 6)).isEqualTo("1e6");
  }

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
