package seq2seq.ch07_training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import seq2seq.ch02_recurrence.CellKind;
import seq2seq.ch04_decoder.ContextMode;
import seq2seq.engine.Generator;
import seq2seq.nn.Sgd;

class GradientNormsTest {
  @Test
  void everyUpdateIsKeptBeforeAndAfterClipping() {
    ShortPhrases data = ShortPhrases.load();
    ModelSizes sizes =
        new ModelSizes(
            CellKind.RNN, ContextMode.BOTH, data.source().size(), data.target().size(), 4, 6, 1, 0);
    GradientNorms norms = new GradientNorms();
    double limit = 0.2;
    new Training(sizes, data.train(), new Sgd(2), limit, Generator.seeded(7), norms).run(1);
    double[] measured = norms.measured();
    assertThat(measured).hasSize(data.train().count());
    assertThat(Arrays.stream(measured).max().orElseThrow()).isGreaterThan(2 * limit);
    for (int i = 0; i < measured.length; i++) {
      double expected = Math.min(measured[i], limit);
      assertThat(norms.clipped()[i]).isCloseTo(expected, within(1e-6));
    }
  }
}
