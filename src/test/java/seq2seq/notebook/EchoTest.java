package seq2seq.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class EchoTest {
  @Test
  void arraysListsAndMapsAreShownElementByElement() {
    assertThat(Echo.of(new int[][] {{1, 2}, {}})).isEqualTo("[[1, 2], []]");
    assertThat(Echo.of(List.of(new float[] {0.5f}, "a"))).isEqualTo("[[0.5], a]");
    assertThat(Echo.of(Map.of("k", new boolean[] {true}))).isEqualTo("{k=[true]}");
    assertThat(Echo.of(null)).isEqualTo("null");
    assertThat(Echo.of("text")).isEqualTo("text");
  }

  @Test
  void numbersAreShownByTheShortestDecimalOnEveryJdk() {
    assertThat(Echo.of(2.0e-3f)).isEqualTo("0.002");
    assertThat(Echo.of(2e23)).isEqualTo("2.0E23");
    assertThat(Echo.of(0.1 + 0.2)).isEqualTo("0.30000000000000004");
    assertThat(Echo.of(9999999f)).isEqualTo("9999999.0");
    assertThat(Echo.of(1e7)).isEqualTo("1.0E7");
    assertThat(Echo.of(-1.5e-9)).isEqualTo("-1.5E-9");
    assertThat(Echo.of(100.0)).isEqualTo("100.0");
    assertThat(Echo.of(-0.0)).isEqualTo("-0.0");
    assertThat(Echo.of(Double.NaN)).isEqualTo("NaN");
    assertThat(Echo.of(Double.MIN_VALUE)).isEqualTo("5.0E-324");
  }

  @Property
  void aNumberReadsBackAsItself(@ForAll double value, @ForAll float small) {
    assertThat(Double.parseDouble(Echo.of(value))).isEqualTo(value);
    assertThat(Float.parseFloat(Echo.of(small))).isEqualTo(small);
  }
}
