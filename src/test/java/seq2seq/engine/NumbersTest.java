package seq2seq.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumbersTest {
  @Test
  void fixedRoundsTheExactValue() {
    assertThat(Numbers.fixed(0.7f, 4)).isEqualTo("0.7000");
    assertThat(Numbers.fixed(2.5, 0)).isEqualTo("2");
    assertThat(Numbers.fixed(3.5, 0)).isEqualTo("4");
    assertThat(Numbers.fixed(-1e-9, 4)).isEqualTo("0.0000");
    assertThat(Numbers.fixed(Double.NaN, 4)).isEqualTo("NaN");
    assertThat(Numbers.fixed(Double.NEGATIVE_INFINITY, 4)).isEqualTo("-Infinity");
  }

  @Test
  void scientificKeepsItsDigits() {
    assertThat(Numbers.scientific(1.23456e-5, 4)).isEqualTo("1.235e-05");
    assertThat(Numbers.scientific(9.99996e9, 5)).isEqualTo("1.0000e+10");
    assertThat(Numbers.scientific(-123456, 3)).isEqualTo("-1.23e+05");
    assertThat(Numbers.scientific(0, 3)).isEqualTo("0.00e+00");
    assertThat(Numbers.scientific(2e-300, 2)).isEqualTo("2.0e-300");
  }

  @Test
  void showChoosesTheReadableForm() {
    assertThat(Numbers.show(0.5)).isEqualTo("0.5000");
    assertThat(Numbers.show(1e-7)).isEqualTo("1.0000e-07");
    assertThat(Numbers.show(0)).isEqualTo("0.0000");
  }
}
