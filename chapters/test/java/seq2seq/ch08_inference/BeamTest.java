package seq2seq.ch08_inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import seq2seq.ch02_recurrence.CellKind;
import seq2seq.ch03_encoder.Encoded;
import seq2seq.ch04_decoder.ContextMode;
import seq2seq.ch04_decoder.Decoder;
import seq2seq.ch07_training.ModelSizes;
import seq2seq.ch07_training.Seq2Seq;
import seq2seq.data.Vocabulary;
import seq2seq.engine.Generator;
import seq2seq.engine.Tensor;
import seq2seq.nn.Mode;
import seq2seq.nn.Parameter;

class BeamTest {
  private static final int[] SOURCE = {4, 5, 3, Vocabulary.EOS};
  private static final int WORDS = 5;
  private static final int STEPS = 4;

  /** A model whose weights are large enough for it to have opinions. */
  private static Seq2Seq model(CellKind cell, ContextMode context, int layers, long seed) {
    Seq2Seq model =
        new ModelSizes(cell, context, 8, WORDS, 4, 6, layers, 0.3)
            .initialise(Generator.seeded(seed));
    for (Parameter p : model.parameters()) {
      float[] values = p.value().liveData();
      for (int i = 0; i < values.length; i++) {
        values[i] *= 2;
      }
    }
    return model;
  }

  /** Every finished sentence of at most STEPS tokens, scored by teacher forcing, best first. */
  private static List<Translation> exhaustive(Seq2Seq model, double gamma) {
    List<Translation> all = new ArrayList<>();
    write(model, new int[0], all);
    all.sort(
        Comparator.comparingDouble(
            t -> -t.logProbability() / StrictMath.pow(t.words().length + 1, gamma)));
    return all;
  }

  private static void write(Seq2Seq model, int[] words, List<Translation> all) {
    int[] target = Arrays.copyOf(words, words.length + 1);
    target[words.length] = Vocabulary.EOS;
    all.add(new Translation(words, LogProbability.of(model, SOURCE, target), true));
    for (int w = 0; w < WORDS && words.length + 1 < STEPS; w++) {
      if (w != Vocabulary.EOS) {
        int[] longer = target.clone();
        longer[words.length] = w;
        write(model, longer, all);
      }
    }
  }

  @Test
  void aWideBeamFindsEverySentenceInTheOrderOfExhaustiveSearch() {
    for (CellKind cell : CellKind.values()) {
      for (ContextMode context : ContextMode.values()) {
        for (double gamma : new double[] {0, 0.75, 1}) {
          Seq2Seq model = model(cell, context, 2, 11);
          List<Translation> all = exhaustive(model, gamma);
          List<Translation> found = Beam.search(model, SOURCE, STEPS, 400, gamma);
          assertThat(all).hasSize(1 + 4 + 16 + 64);
          assertThat(found).hasSameSizeAs(all);
          assertThat(found.get(0).words()).isEqualTo(all.get(0).words());
          for (int i = 0; i < all.size(); i++) {
            assertThat(found.get(i).isFinished()).isTrue();
            assertThat(found.get(i).score(gamma)).isCloseTo(all.get(i).score(gamma), within(1e-5));
          }
        }
      }
    }
  }

  @Test
  void itsLogProbabilityIsThatOfTeacherForcingTheWrittenWords() {
    Seq2Seq model = model(CellKind.LSTM, ContextMode.BOTH, 2, 5);
    for (Translation t : Beam.search(model, SOURCE, 9, 30, 0.75)) {
      int[] target = Arrays.copyOf(t.words(), t.length());
      target[target.length - 1] = Vocabulary.EOS;
      assertThat(t.isFinished()).isTrue();
      assertThat(t.logProbability())
          .isCloseTo(LogProbability.of(model, SOURCE, target), within(1e-5));
    }
  }

  @Test
  void aBeamOf1IsGreedyToTheBit() {
    int[][] source = {SOURCE, {6, Vocabulary.EOS, Vocabulary.PAD, Vocabulary.PAD}};
    int[] lengths = {4, 2};
    for (CellKind cell : CellKind.values()) {
      for (ContextMode context : ContextMode.values()) {
        for (int seed = 1; seed <= 8; seed++) {
          Seq2Seq model = model(cell, context, 1, seed);
          for (double gamma : new double[] {0, 1}) {
            assertThat(Beam.decode(model, source, lengths, 7, 1, gamma))
                .isEqualTo(Greedy.decode(model, source, lengths, 7));
          }
        }
      }
    }
  }

  /** Sources of different lengths, whose searches are decided at different steps. */
  private static final int[][] MANY = {
    {4, 5, 3, 2}, {6, 2, 0, 0}, {7, 7, 2, 0}, {3, 4, 2, 0}, {5, 2, 0, 0}, {4, 5, 3, 2}
  };

  private static final int[] MANY_LENGTHS = {4, 2, 3, 3, 2, 4};

  @Test
  void manySourcesAtOnceAreSearchedAsOneAtATimeToTheBit() {
    for (CellKind cell : CellKind.values()) {
      for (ContextMode context : ContextMode.values()) {
        Seq2Seq model = model(cell, context, 2, 4);
        for (int width : new int[] {1, 2, 5, 40}) {
          for (double gamma : new double[] {0, 0.75}) {
            List<List<Translation>> together =
                Beam.search(model, MANY, MANY_LENGTHS, 9, width, gamma);
            assertThat(together).hasSameSizeAs(MANY);
            for (int n = 0; n < MANY.length; n++) {
              int[] alone = Arrays.copyOf(MANY[n], MANY_LENGTHS[n]);
              assertThat(together.get(n)).isEqualTo(Beam.search(model, alone, 9, width, gamma));
            }
          }
        }
      }
    }
  }

  /** Counts what the decoder is asked: once a step, for the hypotheses of all open searches. */
  private static final class Counting implements Decoder {
    private final Decoder counted;
    private final List<Integer> rows = new ArrayList<>();

    Counting(Decoder counted) {
      this.counted = counted;
    }

    @Override
    public State start(Encoded source) {
      return counted.start(source);
    }

    @Override
    public Step step(int[] words, State before, Mode mode) {
      rows.add(words.length);
      return counted.step(words, before, mode);
    }

    @Override
    public Tensor forward(int[][] words, int[] lengths, Encoded source, Mode mode) {
      throw new UnsupportedOperationException("only step by step");
    }

    @Override
    public List<Parameter> parameters() {
      return List.of();
    }
  }

  private static List<Integer> rowsOfEachStep(Seq2Seq model, int[][] source, int[] lengths) {
    Counting counting = new Counting(model.decoder());
    Beam.search(new Seq2Seq(model.encoder(), counting), source, lengths, 9, 3, 0);
    return counting.rows;
  }

  @Test
  void aStepIsOneCallOfTheDecoderAndDecidedSourcesLeaveTheBatch() {
    boolean someLeftEarly = false;
    for (int seed = 1; seed <= 8; seed++) {
      Seq2Seq model = model(CellKind.GRU, ContextMode.BOTH, 1, seed);
      List<Integer> together = rowsOfEachStep(model, MANY, MANY_LENGTHS);
      int[] sum = new int[together.size()];
      for (int n = 0; n < MANY.length; n++) {
        int[][] one = {MANY[n]};
        List<Integer> alone = rowsOfEachStep(model, one, new int[] {MANY_LENGTHS[n]});
        for (int t = 0; t < alone.size(); t++) {
          sum[t] += alone.get(t);
        }
        someLeftEarly |= alone.size() < together.size();
      }
      assertThat(together).containsExactly(Arrays.stream(sum).boxed().toArray(Integer[]::new));
    }
    assertThat(someLeftEarly).isTrue();
  }

  @Test
  void noSourceAtAllGivesNoTranslation() {
    Seq2Seq model = model(CellKind.GRU, ContextMode.BOTH, 1, 4);
    assertThat(Beam.search(model, new int[0][], new int[0], 9, 3, 0)).isEmpty();
  }

  @Test
  void itFindsASentenceThatBeginsWithALessLikelyWord() {
    // Greedy takes a, and then has 0.55 · 0.4 at best; b is certain of what follows.
    Seq2Seq model =
        TableDecoder.model(
            Map.of(
                "", new double[] {0, 0.55, 0.45, 0},
                "3", new double[] {0.4, 0.3, 0.3, 0},
                "4", new double[] {1, 0, 0, 0},
                "33", new double[] {1, 0, 0, 0},
                "34", new double[] {1, 0, 0, 0}));
    assertThat(Beam.search(model, SOURCE, 5, 1, 0).get(0).words()).containsExactly(3);
    Translation best = Beam.search(model, SOURCE, 5, 2, 0).get(0);
    assertThat(best.words()).containsExactly(4);
    assertThat(best.logProbability()).isCloseTo(StrictMath.log(0.45), within(1e-6));
  }

  @Test
  void whatFinishedEarlyIsKeptAndWinsIfNothingLaterIsBetter() {
    Seq2Seq model =
        TableDecoder.model(
            Map.of(
                "", new double[] {0.4, 0.6, 0, 0},
                "3", new double[] {0.34, 0.33, 0.33, 0},
                "33", new double[] {1, 0, 0, 0},
                "34", new double[] {1, 0, 0, 0}));
    List<Translation> found = Beam.search(model, SOURCE, 5, 2, 0);
    assertThat(found.get(0).words()).isEmpty();
    assertThat(found.get(0).logProbability()).isCloseTo(StrictMath.log(0.4), within(1e-6));
    assertThat(found.get(1).words()).containsExactly(3);
  }

  @Test
  void lengthsAreComparedByTheScoreAndNotByTheSum() {
    Seq2Seq model =
        TableDecoder.model(
            Map.of(
                "", new double[] {0.5, 0.5, 0, 0},
                "3", new double[] {0, 0, 0.8, 0.2},
                "34", new double[] {0.9, 0.1, 0, 0},
                "35", new double[] {1, 0, 0, 0},
                "343", new double[] {1, 0, 0, 0}));
    assertThat(Beam.search(model, SOURCE, 5, 2, 0).get(0).words()).isEmpty();
    Translation mean = Beam.search(model, SOURCE, 5, 2, 1).get(0);
    assertThat(mean.words()).containsExactly(3, 4);
    // eos counts as a token: three factors, so the mean divides by 3.
    assertThat(mean.score(1)).isCloseTo(StrictMath.log(0.5 * 0.8 * 0.9) / 3, within(1e-6));
  }

  @Test
  void theSearchGoesOnWhileALongerSentenceCanStillOvertake() {
    Seq2Seq model =
        TableDecoder.model(
            Map.of(
                "", new double[] {0.5, 0.5, 0, 0},
                "3", new double[] {0.45, 0, 0.55, 0},
                "34", new double[] {0, 0.01, 0, 0.99},
                "343", new double[] {1, 0, 0, 0},
                "345", new double[] {1, 0, 0, 0}));
    // After two steps there are two finished sentences, [] and [a]; a b c is better than both.
    assertThat(Beam.search(model, SOURCE, 6, 2, 1).get(0).words()).containsExactly(3, 4, 5);
  }

  /** As long as it is now, a b scores below both that have finished; longer, it beats them. */
  @Test
  void aBeginningIsJudgedByTheBestThatItCanStillBecome() {
    Seq2Seq model =
        TableDecoder.model(
            Map.of(
                "", new double[] {0.5, 0.5, 0, 0},
                "3", new double[] {0.6, 0, 0.4, 0},
                "34", new double[] {0, 0.01, 0, 0.99},
                "343", new double[] {1, 0, 0, 0},
                "345", new double[] {1, 0, 0, 0}));
    assertThat(Beam.search(model, SOURCE, 6, 2, 1).get(0).words()).containsExactly(3, 4, 5);
  }

  @Test
  void itStopsWhereNothingCanOvertakeAnyMore() {
    // The table has no row for what follows "34": to look there would be an error.
    Seq2Seq model =
        TableDecoder.model(
            Map.of(
                "", new double[] {0.9, 0.1, 0, 0},
                "3", new double[] {0.5, 0, 0.5, 0}));
    List<Translation> found = Beam.search(model, SOURCE, 9, 2, 0);
    assertThat(found).extracting(t -> t.words().length).containsExactly(0, 1);
  }

  @Test
  void unfinishedSentencesCountOnlyWhereNoneFinished() {
    Map<String, double[]> table =
        Map.of(
            "", new double[] {0.01, 0.99, 0, 0},
            "3", new double[] {0.01, 0.99, 0, 0},
            "33", new double[] {0, 1, 0, 0});
    Translation finished = Beam.search(TableDecoder.model(table), SOURCE, 3, 2, 0).get(0);
    assertThat(finished.isFinished()).isTrue();
    Translation cut = Beam.search(TableDecoder.model(table), SOURCE, 3, 1, 0).get(0);
    assertThat(cut.words()).containsExactly(3, 3, 3);
    assertThat(cut.isFinished()).isFalse();
    assertThat(cut.length()).isEqualTo(3);
  }

  @Test
  void aCallersMistakesAreNamed() {
    Seq2Seq model = model(CellKind.RNN, ContextMode.INITIAL, 1, 1);
    assertThatThrownBy(() -> Beam.search(model, SOURCE, 5, 0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("beam: its width must be at least 1; got 0");
    assertThatThrownBy(() -> Beam.search(model, SOURCE, 0, 2, 0))
        .hasMessage("beam: the limit on steps must be at least 1; got 0");
    assertThatThrownBy(() -> Beam.search(model, SOURCE, 5, 2, Double.NaN))
        .hasMessageContaining("from 0 to 1");
    assertThatThrownBy(() -> Beam.search(model, new int[0], 5, 2, 0))
        .hasMessage("beam: the source has no tokens at all, not even <eos>");
    assertThatThrownBy(() -> Beam.decode(model, new int[][] {SOURCE}, new int[] {5}, 5, 2, 0))
        .hasMessage("beam: a length must be from 1 to 4; got 5");
  }
}
