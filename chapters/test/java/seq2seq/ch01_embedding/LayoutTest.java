package seq2seq.ch01_embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import seq2seq.engine.ShapeException;
import seq2seq.engine.Tensor;

class LayoutTest {
  @Property(tries = 50)
  void theRowsOfAStepAreWhereTheTensorHasThem(
      @ForAll @IntRange(min = 1, max = 5) int n,
      @ForAll @IntRange(min = 1, max = 5) int steps,
      @ForAll @IntRange(min = 0, max = 4) int anyStep) {
    int t = anyStep % steps;
    Tensor timeFirst = Tensor.arange(steps * n).reshape(steps, n);
    Tensor sentenceFirst = Tensor.arange(n * steps).reshape(n, steps);
    int[] one = Layout.TIME_FIRST.rowsOfStep(t, n, steps);
    int[] two = Layout.SENTENCE_FIRST.rowsOfStep(t, n, steps);
    for (int i = 0; i < n; i++) {
      assertThat((float) one[i]).isEqualTo(timeFirst.get(t, i));
      assertThat((float) two[i]).isEqualTo(sentenceFirst.get(i, t));
    }
  }

  @Test
  void aStepThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> Layout.TIME_FIRST.rowsOfStep(3, 2, 3))
        .isInstanceOf(ShapeException.class)
        .hasMessageContaining("got step 3, T = 3, N = 2");
    assertThatThrownBy(() -> Layout.TIME_FIRST.rowsOfStep(0, 0, 3)).hasMessageContaining("N = 0");
  }
}
