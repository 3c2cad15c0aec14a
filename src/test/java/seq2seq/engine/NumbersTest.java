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

  @Test
  void numbersHaveSoManyDecimals() {
    assertThat(Numbers.fixed(0.7, 2)).isEqualTo("0.70");
    assertThat(Numbers.fixed(2.3333333, 4)).isEqualTo("2.3333");
    assertThat(Numbers.fixed(-0.001, 2)).isEqualTo("0.00");
    assertThat(Numbers.fixed(12345678, 0)).isEqualTo("12345678");
  }

  @Test
  void significantDigitsLoseTheirZerosAndTheNoiseOfBinary() {
    assertThat(Numbers.significant(0.1 + 0.2, 6)).isEqualTo("0.3");
    assertThat(Numbers.significant(0, 6)).isEqualTo("0");
    assertThat(Numbers.significant(-0.0, 6)).isEqualTo("0");
    assertThat(Numbers.significant(120, 6)).isEqualTo("120");
    assertThat(Numbers.significant(1e-6, 6)).isEqualTo("1e-6");
    assertThat(Numbers.significant(-2.5e7, 6)).isEqualTo("-2.5e7");
    assertThat(Numbers.significant(0.001, 6)).isEqualTo("0.001");
    assertThat(Numbers.significant(999999.9, 6)).isEqualTo("1e6");
  }
}
