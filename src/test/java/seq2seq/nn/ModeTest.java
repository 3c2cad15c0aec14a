package seq2seq.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import seq2seq.engine.Generator;
import seq2seq.engine.Shape;
import seq2seq.engine.Tensor;

class ModeTest {
  private static final Tensor ONES = Tensor.full(Shape.of(40, 50), 1);

  @Test
  void inferenceGivesBackTheVeryTensor() {
    assertThat(Mode.inference().isTraining()).isFalse();
    assertThat(Mode.inference().dropout(ONES, 0.9)).isSameAs(ONES);
  }

  @Test
  void trainingDropsAboutTheGivenShareAndScalesUpTheRest() {
    Mode training = Mode.training(Generator.seeded(1));
    assertThat(training.isTraining()).isTrue();
    int dropped = 0;
    for (float value : training.dropout(ONES, 0.2).toArray()) {
      assertThat(value).isIn(0f, 1.25f);
      dropped += value == 0 ? 1 : 0;
    }
    assertThat(dropped).isBetween(340, 460);
  }

  @Test
  void theSameSeedDropsTheSameElementsAndTheNextCallDropsOthers() {
    Mode mode = Mode.training(Generator.seeded(1));
    float[] first = mode.dropout(ONES, 0.5).toArray();
    assertThat(mode.dropout(ONES, 0.5).toArray()).isNotEqualTo(first);
    assertThat(Mode.training(Generator.seeded(1)).dropout(ONES, 0.5).toArray()).isEqualTo(first);
  }

  @Test
  void dropoutOf0DrawsNothing() {
    Generator generator = Generator.seeded(1);
    long[] before = generator.state();
    Mode.training(generator).dropout(ONES, 0);
    assertThat(generator.state()).isEqualTo(before);
  }

  @Test
  void trainingWithoutAGeneratorIsRefused() {
    assertThatThrownBy(() -> Mode.training(null)).hasMessageContaining("a generator for dropout");
  }
}
