package seq2seq.ch07_training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import seq2seq.ch02_recurrence.CellKind;
import seq2seq.ch04_decoder.ContextMode;
import seq2seq.engine.Generator;
import seq2seq.nn.Parameter;

class FirstValuesTest {
  private static final ModelSizes SIZES =
      new ModelSizes(CellKind.GRU, ContextMode.BOTH, 9, 8, 3, 4, 1, 0);

  private static List<Parameter> drawn(Architecture architecture) {
    return architecture.initialise(Generator.seeded(5)).parameters();
  }

  @Test
  void everyFirstValueIsTheModelsOwnTimesTheFactor() {
    List<Parameter> own = drawn(SIZES);
    for (float factor : new float[] {0, 1, 8}) {
      List<Parameter> scaled = drawn(new FirstValues(SIZES, factor));
      for (int i = 0; i < own.size(); i++) {
        float[] values = own.get(i).value().toArray();
        for (int k = 0; k < values.length; k++) {
          assertThat(scaled.get(i).value().toArray()[k] == values[k] * factor).isTrue();
        }
      }
    }
  }

  @Test
  void aFactorThatIsNoNumberIsRefused() {
    assertThatThrownBy(() -> new FirstValues(SIZES, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("first values: the factor must be a finite number; got NaN");
  }
}
