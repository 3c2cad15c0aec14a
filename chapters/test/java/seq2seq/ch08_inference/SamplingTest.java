package seq2seq.ch08_inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import seq2seq.ch02_recurrence.CellKind;
import seq2seq.ch04_decoder.ContextMode;
import seq2seq.ch07_training.ModelSizes;
import seq2seq.ch07_training.Seq2Seq;
import seq2seq.data.Vocabulary;
import seq2seq.engine.Generator;

class SamplingTest {
  private static final int[][] SOURCE = {
    {5, 6, 7, Vocabulary.EOS}, {8, Vocabulary.EOS, Vocabulary.PAD, Vocabulary.PAD}
  };
  private static final int[] LENGTHS = {4, 2};

  private static Seq2Seq model() {
    return new ModelSizes(CellKind.GRU, ContextMode.BOTH, 10, 12, 8, 16, 1, 0)
        .initialise(Generator.seeded(4));
  }

  private static List<Translation> draw(Seq2Seq model, double temperature, long seed) {
    return Sampling.decode(model, SOURCE, LENGTHS, 6, temperature, Generator.seeded(seed));
  }

  @Test
  void sentencesAreDrawnAsOftenAsTheModelFindsThemLikely() {
    Seq2Seq model =
        TableDecoder.model(
            Map.of(
                "", new double[] {0.2, 0.5, 0.3, 0},
                "3", new double[] {0.6, 0, 0, 0.4},
                "4", new double[] {1, 0, 0, 0},
                "35", new double[] {1, 0, 0, 0}));
    int n = 4000;
    int[][] source = new int[n][];
    Arrays.fill(source, new int[] {3});
    int[] lengths = new int[n];
    Arrays.fill(lengths, 1);
    Map<List<Integer>, Double> expected =
        Map.of(List.of(), 0.2, List.of(3), 0.3, List.of(4), 0.3, List.of(3, 5), 0.2);
    List<Translation> drawn = Sampling.decode(model, source, lengths, 4, 1, Generator.seeded(1));
    for (List<Integer> sentence :
        List.of(List.<Integer>of(), List.of(3), List.of(4), List.of(3, 5))) {
      long count =
          drawn.stream()
              .filter(t -> Arrays.stream(t.words()).boxed().toList().equals(sentence))
              .count();
      assertThat((double) count / n).isCloseTo(expected.get(sentence), within(0.025));
    }
  }

  @Test
  void theTemperatureDividesTheLogits() {
    float[] logits = {(float) StrictMath.log(0.8), (float) StrictMath.log(0.2)};
    assertThat(Sampling.probabilities(logits, 1)[0]).isCloseTo(0.8, within(1e-6));
    // 0.8² : 0.2² = 16 : 1, and √0.8 : √0.2 = 2 : 1.
    assertThat(Sampling.probabilities(logits, 0.5)[0]).isCloseTo(16.0 / 17, within(1e-6));
    assertThat(Sampling.probabilities(logits, 2)[0]).isCloseTo(2.0 / 3, within(1e-6));
  }

  @Test
  void aTinyTemperatureIsGreedyAndDoesNotOverflow() {
    Seq2Seq model = model();
    assertThat(draw(model, 1e-300, 3)).isEqualTo(Greedy.decode(model, SOURCE, LENGTHS, 6));
  }

  @Test
  void theSeedFixesTheSentencesAndAnotherSeedDrawsOthers() {
    Seq2Seq model = model();
    assertThat(draw(model, 1, 3)).isEqualTo(draw(model, 1, 3)).isNotEqualTo(draw(model, 1, 4));
  }

  @Test
  void theLogProbabilityIsTheModelsOwnWhateverTheTemperature() {
    Seq2Seq model = model();
    for (double temperature : new double[] {0.3, 1, 5}) {
      Translation t = draw(model, temperature, 8).get(0);
      int[] target = Arrays.copyOf(t.words(), t.length());
      if (t.isFinished()) {
        target[target.length - 1] = Vocabulary.EOS;
      }
      assertThat(t.logProbability())
          .isCloseTo(LogProbability.of(model, SOURCE[0], target), within(1e-5));
    }
  }

  @Test
  void aWordOfProbability0IsNeverPicked() {
    double[] probabilities = {0, 0.25, 0, 0.75, 0};
    assertThat(Sampling.pick(probabilities, 0)).isEqualTo(1);
    assertThat(Sampling.pick(probabilities, 0.2499)).isEqualTo(1);
    assertThat(Sampling.pick(probabilities, 0.25)).isEqualTo(3);
    assertThat(Sampling.pick(new double[] {0.1, 0.8999, 0}, 0.99999)).isEqualTo(1);
  }

  @Test
  void aTemperatureThatIsNotAboveZeroIsNamed() {
    for (double wrong : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> draw(model(), wrong, 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("sampling: the temperature must be a finite number above 0; got");
    }
  }
}
