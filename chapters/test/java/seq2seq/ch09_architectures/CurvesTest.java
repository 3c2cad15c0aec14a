package seq2seq.ch09_architectures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CurvesTest {
  @Test
  void aPointIsTheMeanOfTenLossesAndARestOfFewerIsLeftOut() {
    double[] losses = IntStream.range(0, 29).asDoubleStream().toArray();
    assertThat(Curves.means(losses)).containsExactly(4.5, 14.5);
    assertThat(Curves.means(Arrays.copyOf(losses, 9))).isEmpty();
  }
}
