package seq2seq.ch11_capstone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import seq2seq.engine.Generator;
import seq2seq.engine.Tensor;
import seq2seq.nn.Parameter;

/** The translator's numbers and gradients are those of the engine's own graph. */
class TranslatorTest {
  private static final Parts.Ids SOURCE =
      new Parts.Ids(new int[][] {{4, 5, 2}, {6, 2, 0}}, new int[] {3, 2});
  private static final int[][] INPUTS = {{1, 4}, {1, 5}};

  private static Translator translator(Parts parts) {
    return new Translator(parts, 7, 6, Generator.seeded(3));
  }

  @Test
  void theLogitsHaveTheShapeOfTargetStepsSentencesAndWords() {
    assertThat(translator(new CourseParts()).forward(SOURCE, INPUTS).shape().toArray())
        .containsExactly(2, 2, 6);
  }

  /** Against finite differences: the splices hand the gradient on to every parameter. */
  @Test
  void everyParameterHasTheGradientOfTheWholeModel() {
    Translator translator = translator(new CourseParts());
    Tensor logits = translator.forward(SOURCE, INPUTS);
    logits.times(logits).sum().backward();
    for (Parameter p : translator.parameters()) {
      int i = largest(p.value().grad());
      float[] values = p.value().liveData();
      float old = values[i];
      values[i] = old + 0.01f;
      double up = squares(translator);
      values[i] = old - 0.01f;
      double down = squares(translator);
      values[i] = old;
      double slope = (up - down) / 0.02;
      double gradient = p.value().grad().toArray()[i];
      assertThat(gradient).as(p.name()).isCloseTo(slope, within(0.02 * Math.abs(slope) + 1e-3));
    }
  }

  private static int largest(Tensor gradient) {
    float[] values = gradient.toArray();
    int best = 0;
    for (int i = 0; i < values.length; i++) {
      best = Math.abs(values[i]) > Math.abs(values[best]) ? i : best;
    }
    assertThat(values[best]).isNotZero();
    return best;
  }

  private static double squares(Translator translator) {
    Tensor logits = translator.forward(SOURCE, INPUTS);
    return logits.times(logits).sum().item();
  }

  @Test
  void aPartThatAnswersOtherwiseIsHeardDownstream() {
    Parts lastStep =
        new CourseParts() {
          @Override
          public double[][] lastState(double[][][] states, int[] lengths) {
            return states[states.length - 1];
          }
        };
    Tensor right = translator(new CourseParts()).forward(SOURCE, INPUTS);
    Tensor wrong = translator(lastStep).forward(SOURCE, INPUTS);
    assertThat(wrong.at(0).at(0).toArray()).isEqualTo(right.at(0).at(0).toArray());
    assertThat(wrong.at(0).at(1).toArray()).isNotEqualTo(right.at(0).at(1).toArray());
  }
}
