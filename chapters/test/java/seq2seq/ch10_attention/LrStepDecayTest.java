package seq2seq.ch10_attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import seq2seq.engine.Tensor;
import seq2seq.nn.Adam;
import seq2seq.nn.Optimiser;
import seq2seq.nn.Parameter;

class LrStepDecayTest {
  /** Where a parameter that is pulled at evenly stands after so many updates. */
  private static float after(Optimiser optimiser, int updates) {
    Parameter p = Parameter.of("p", Tensor.of(0));
    for (int i = 0; i < updates; i++) {
      p.value().clearGrad();
      p.value().sum().backward();
      optimiser.step(List.of(p));
    }
    return p.value().toArray()[0];
  }

  @Test
  void itIsAdamThatGoesOnWithATenthOfTheRate() {
    assertThat(after(new LrStepDecay(0.5, 4), 4)).isEqualTo(after(new Adam(0.5), 4));
    assertThat(after(new LrStepDecay(0.5, 4), 4)).isCloseTo(-2f, within(1e-4f));
    assertThat(after(new LrStepDecay(0.5, 4), 6)).isCloseTo(-2.1f, within(1e-4f));
  }

  @Test
  void whatAdamRemembersIsKeptAndCanBeSaved() {
    LrStepDecay falling = new LrStepDecay(0.5, 2);
    after(falling, 3);
    Adam adam = new Adam(0.5);
    after(adam, 3);
    assertThat(falling.steps()).isEqualTo(3);
    assertThat(falling.state().keySet()).isEqualTo(adam.state().keySet());
    falling.state().forEach((name, values) -> assertThat(values).isEqualTo(adam.state().get(name)));
  }
}
