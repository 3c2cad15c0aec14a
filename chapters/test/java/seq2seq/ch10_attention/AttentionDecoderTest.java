package seq2seq.ch10_attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import seq2seq.ch01_embedding.Embedding;
import seq2seq.ch02_recurrence.CellKind;
import seq2seq.ch02_recurrence.CellState;
import seq2seq.ch03_encoder.Encoded;
import seq2seq.ch03_encoder.Encoder;
import seq2seq.ch03_encoder.RecurrentLayers;
import seq2seq.ch04_decoder.ContextMode;
import seq2seq.ch04_decoder.Decoder;
import seq2seq.ch04_decoder.DecoderSizes;
import seq2seq.ch06_loss.MaskedLoss;
import seq2seq.ch07_training.ModelSizes;
import seq2seq.ch07_training.Observer;
import seq2seq.ch07_training.Seq2Seq;
import seq2seq.ch07_training.Step;
import seq2seq.ch07_training.TeacherForcing;
import seq2seq.ch07_training.Training;
import seq2seq.ch08_inference.Beam;
import seq2seq.ch08_inference.Greedy;
import seq2seq.ch08_inference.LogProbability;
import seq2seq.ch08_inference.Rescoring;
import seq2seq.ch08_inference.Translation;
import seq2seq.data.BatchOptions;
import seq2seq.data.Batches;
import seq2seq.data.ParallelCorpus;
import seq2seq.data.Splits;
import seq2seq.data.Vocabulary;
import seq2seq.engine.Generator;
import seq2seq.engine.Shape;
import seq2seq.engine.ShapeException;
import seq2seq.engine.Tensor;
import seq2seq.engine.kernel.Kernel;
import seq2seq.engine.kernel.Kernels;
import seq2seq.engine.kernel.Parallel;
import seq2seq.nn.Adam;
import seq2seq.nn.Mode;
import seq2seq.nn.Parameter;
import seq2seq.nn.WeightsHash;
import seq2seq.support.Bits;
import seq2seq.support.Pair;

class AttentionDecoderTest {
  private static final int[][] SOURCE = {{4, 7, 5, 2}, {6, 2, 0, 0}};
  private static final int[] LENGTHS = {4, 2};
  private static final int[][] WORDS = {{1, 3, 8, 5}, {1, 9, 9, 4}};

  /** Every cell, context and attention; equal and different sizes; one and two layers. */
  record Case(CellKind cell, ContextMode mode, AttentionKind attention, int hDec, int layers) {
    Seq2Seq model() {
      Generator generator = Generator.seeded(17);
      RecurrentLayers read = RecurrentLayers.create(cell, 3, 5, layers, 0, generator);
      Encoder encoder = new Encoder(Embedding.normal(11, 3, generator), read);
      return new Seq2Seq(
          encoder,
          AttentionDecoder.create(
              new DecoderSizes(cell, 11, 3, hDec, layers, 0, mode),
              attention,
              hDec,
              read,
              generator));
    }
  }

  static Stream<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (CellKind cell : CellKind.values()) {
      for (ContextMode mode : ContextMode.values()) {
        for (AttentionKind attention : AttentionKind.values()) {
          cases.add(new Case(cell, mode, attention, 5, 1));
          cases.add(new Case(cell, mode, attention, 4, 2));
        }
      }
    }
    return cases.stream();
  }

  private static Encoded read(Seq2Seq model) {
    return model.encoder().forward(SOURCE, LENGTHS, Mode.inference());
  }

  private static int[] column(int t) {
    return new int[] {WORDS[0][t], WORDS[1][t]};
  }

  @ParameterizedTest
  @MethodSource("cases")
  void wholeSentenceAndStepByStepGiveTheSameLogitsToTheLastBit(Case c) {
    Seq2Seq model = c.model();
    Encoded source = read(model);
    Tensor whole = model.decoder().forward(WORDS, source, Mode.inference());
    assertThat(whole.shape()).isEqualTo(Shape.of(4, 2, 11));
    Decoder.State state = model.decoder().start(source);
    for (int t = 0; t < 4; t++) {
      Decoder.Step step = model.decoder().step(column(t), state, Mode.inference());
      Bits.assertEqual("logits of step " + t, step.logits(), whole.at(t));
      state = step.state();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theKeysAreMadeOnceAndTravelWithTheState(Case c) {
    Seq2Seq model = c.model();
    Decoder.State first = model.decoder().start(read(model));
    Decoder.State state = first;
    for (int t = 0; t < 3; t++) {
      state = model.decoder().step(column(t), state, Mode.inference()).state();
      assertThat(state.source()).isSameAs(first.source()).isInstanceOf(AttentionSource.class);
    }
  }

  /** A state around what the encoder said, as chapter 4's page makes one, is as good. */
  @ParameterizedTest
  @MethodSource("cases")
  void aStateThatAnotherMadeIsReadToo(Case c) {
    Seq2Seq model = c.model();
    Encoded source = read(model);
    Decoder.State ours = model.decoder().start(source);
    Decoder.State other = new Decoder.State(ours.cells(), source);
    Bits.assertEqual(
        "logits",
        model.decoder().step(column(0), other, Mode.inference()).logits(),
        model.decoder().step(column(0), ours, Mode.inference()).logits());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void paddingOfSourceAndTargetChangesNoBitOfLossAndGradients(Case c) {
    int[][] target = {{3, 8, 5, 2}, {9, 2, 0, 0}};
    Seq2Seq plain = c.model();
    Tensor expected = loss(plain, SOURCE, target);
    expected.backward();
    for (int pads : new int[] {1, 17}) {
      Seq2Seq padded = c.model();
      Tensor loss = loss(padded, Pair.padded(SOURCE, pads), Pair.padded(target, pads));
      Bits.assertEqual("loss with " + pads + " pads", loss, expected);
      loss.backward();
      Bits.assertSameGradients(padded.parameters(), plain.parameters());
    }
  }

  private static Tensor loss(Seq2Seq model, int[][] source, int[][] target) {
    Encoded encoded = model.encoder().forward(source, LENGTHS, Mode.inference());
    Tensor logits =
        model.decoder().forward(TeacherForcing.inputs(target), encoded, Mode.inference());
    return MaskedLoss.of(logits, target, new int[] {4, 2});
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyParameterGetsAGradient(Case c) {
    Seq2Seq model = c.model();
    model.decoder().forward(WORDS, read(model), Mode.inference()).pow(2).sum().backward();
    for (Parameter p : model.parameters()) {
      assertThat(p.value().hasGrad()).as(p.name()).isTrue();
      assertThat(p.value().grad().pow(2).sum().item()).as(p.name()).isGreaterThan(0);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theAlignmentIsExactly0AtPaddingAndAddsUpTo1(Case c) {
    Seq2Seq model = c.model();
    Tensor weights = ((AttentionDecoder) model.decoder()).alignment(WORDS, read(model));
    assertThat(weights.shape()).isEqualTo(Shape.of(4, 2, 4));
    assertThat(weights.requiresGrad()).isFalse();
    for (int t = 0; t < 4; t++) {
      assertThat(weights.at(t).sum(1).toArray()).containsExactly(new float[] {1, 1}, within(1e-6f));
      assertThat(weights.at(t).at(1).slice(0, 2, 4).toArray()).containsOnly(0);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyHypothesisOfABeamLooksAtItsOwnSource(Case c) {
    Seq2Seq model = c.model();
    List<Translation> found = Beam.search(model, SOURCE[0], 5, 6, 0);
    for (Translation t : found) {
      int[] target = Arrays.copyOf(t.words(), t.length());
      if (t.isFinished()) {
        target[target.length - 1] = Vocabulary.EOS;
      }
      assertThat(LogProbability.of(model, SOURCE[0], target))
          .isCloseTo(t.logProbability(), within(1e-5));
    }
    assertThat(Beam.search(model, SOURCE[0], 5, 1, 0))
        .isEqualTo(Greedy.decode(model, new int[][] {SOURCE[0]}, new int[] {4}, 5));
  }

  /** Hypotheses look at their own source, and a source that is done takes nobody's place. */
  @ParameterizedTest
  @MethodSource("cases")
  void aBeamOverManySourcesIsOneOverEachToTheBit(Case c) {
    Seq2Seq model = c.model();
    int[][] many = {{4, 7, 5, 2}, {6, 2, 0, 0}, {9, 8, 2, 0}, {4, 7, 5, 2}};
    int[] lengths = {4, 2, 3, 4};
    List<List<Translation>> together = Beam.search(model, many, lengths, 6, 5, 0.75);
    for (int n = 0; n < many.length; n++) {
      int[] alone = Arrays.copyOf(many[n], lengths[n]);
      assertThat(together.get(n)).isEqualTo(Beam.search(model, alone, 6, 5, 0.75));
    }
  }

  /** Training leaves padding out: what is read of a sentence is the same beside a longer one. */
  @ParameterizedTest
  @MethodSource("cases")
  void asShorterSentencesLeaveTheOthersGoOnToTheLastBit(Case c) {
    Seq2Seq model = c.model();
    // A length ends a sentence, not an id: the last real word of the first is id 0.
    int[][] words = {{1, 0, 0, 0, 0, 0}, {1, 9, 9, 4, 8, 0}, {1, 6, 5, 0, 0, 0}};
    int[][] source = {{4, 7, 5, 2}, {6, 2, 0, 0}, {5, 5, 2, 0}};
    int[] lengths = {4, 2, 3};
    Encoded all = model.encoder().forward(source, lengths, Mode.inference());
    int[] real = {2, 5, 3};
    Tensor together = model.decoder().forward(words, real, all, Mode.inference());
    assertThat(together.shape()).isEqualTo(Shape.of(6, 3, 11));
    // Past the end nothing was computed: the state is 0, and what is left is the bias, all 0 here.
    assertThat(together.at(5).toArray()).containsOnly(0);
    assertThat(together.at(2).at(0).toArray()).containsOnly(0);
    for (int n = 0; n < 3; n++) {
      int[][] alone = {Arrays.copyOf(words[n], real[n])};
      Encoded encoded =
          model
              .encoder()
              .forward(new int[][] {source[n]}, new int[] {lengths[n]}, Mode.inference());
      Tensor logits = model.decoder().forward(alone, encoded, Mode.inference());
      for (int t = 0; t < real[n]; t++) {
        Bits.assertEqual("logits", together.at(t).at(n), logits.at(t).at(0));
      }
    }
  }

  /** The id 0 is padding past a sentence's length, and a word like any other before. */
  @ParameterizedTest
  @MethodSource("cases")
  void aSentenceEndsAtItsLengthWhateverItsIdsAre(Case c) {
    Seq2Seq model = c.model();
    int[][] words = {{1, 3, 0, 0}, {1, 0, 4, 8}};
    int[] lengths = {4, 2};
    Encoded source = read(model);
    Mode training = Mode.training(Generator.seeded(1));
    Tensor trained = model.decoder().forward(words, lengths, source, training);
    Tensor used = model.decoder().forward(words, source, Mode.inference());
    for (int n = 0; n < lengths.length; n++) {
      for (int t = 0; t < words[n].length; t++) {
        if (t < lengths[n]) {
          Bits.assertEqual("logits", trained.at(t).at(n), used.at(t).at(n));
        } else {
          assertThat(trained.at(t).at(n).toArray()).containsOnly(0);
        }
      }
    }
  }

  @Test
  void aSentenceDoesNotDependOnItsNeighboursInTheBatch() {
    Seq2Seq model = new Case(CellKind.LSTM, ContextMode.BOTH, AttentionKind.ADDITIVE, 4, 2).model();
    List<Translation> together = Greedy.decode(model, SOURCE, LENGTHS, 7);
    assertThat(Greedy.decode(model, new int[][] {{6, 2}}, new int[] {2}, 7).get(0))
        .isEqualTo(together.get(1));
  }

  @Test
  void onlyWithoutTheInitialModeTheStateStartsFromZeros() {
    for (ContextMode mode : ContextMode.values()) {
      Seq2Seq model = new Case(CellKind.GRU, mode, AttentionKind.ADDITIVE, 5, 1).model();
      Encoded source = read(model);
      List<CellState> first = model.decoder().start(source).cells();
      if (mode.startsFromEncoder()) {
        assertThat(first).isEqualTo(source.states());
      } else {
        assertThat(first.get(0).hidden().toArray()).containsOnly(0);
      }
    }
  }

  @Test
  void candidatesWithUnknownWordsAreScoredAndTheWordsAreSaid() {
    Vocabulary words = Vocabulary.of(List.of(List.of("a", "b", "c", "d", "e", "f", "g")), 1);
    Seq2Seq model = new Case(CellKind.GRU, ContextMode.BOTH, AttentionKind.ADDITIVE, 5, 1).model();
    List<Rescoring.Scored> ranked =
        Rescoring.rank(
            model,
            words,
            words,
            List.of("a", "z"),
            List.of(List.of("a"), List.of("x", "y", "x"), List.of()),
            1);
    assertThat(ranked).hasSize(3);
    for (Rescoring.Scored scored : ranked) {
      assertThat(scored.logProbability()).isFinite().isNegative();
      assertThat(scored.unknown()).isEqualTo(scored.place() == 1 ? List.of("x", "y") : List.of());
    }
  }

  @Test
  void asManyRowsOfWordsAsSourcesAreNeeded() {
    Seq2Seq model = new Case(CellKind.RNN, ContextMode.BOTH, AttentionKind.ADDITIVE, 5, 1).model();
    assertThatThrownBy(
            () -> model.decoder().forward(new int[][] {{1}}, read(model), Mode.inference()))
        .isInstanceOf(ShapeException.class)
        .hasMessage("decoder: one row of words for each source is needed: 1 rows, 2 sources");
  }

  /** Chapter 7's loop, unchanged: it learns, and the bits are those of each kernel and thread. */
  @ParameterizedTest
  @MethodSource("kinds")
  void trainingLearnsAndGivesTheSameBitsWithEveryKernelAndNumberOfThreads(AttentionKind kind) {
    Kernel kernel = Kernels.active();
    int threads = Parallel.threads();
    List<String> hashes = new ArrayList<>();
    try {
      for (Kernel each : List.of(Kernels.plain(), Kernels.simd().orElseThrow())) {
        for (int count : new int[] {1, 3}) {
          Kernels.use(each);
          Parallel.use(count);
          hashes.add(trained(kind));
        }
      }
    } finally {
      Kernels.use(kernel);
      Parallel.use(threads);
    }
    assertThat(hashes).containsOnly(hashes.get(0));
  }

  static AttentionKind[] kinds() {
    return AttentionKind.values();
  }

  private static String trained(AttentionKind kind) {
    ParallelCorpus corpus = ParallelCorpus.reverse(400, 3, 6, Generator.seeded(2));
    Splits splits = Splits.bySource(corpus, 0.1, 0.1, Generator.seeded(2));
    Vocabulary source = splits.sourceVocabulary(1);
    Vocabulary target = splits.targetVocabulary(1);
    Batches batches = Batches.of(splits.train(), source, target, BatchOptions.of(40, 7));
    // Wide enough that threads divide the products between queries and keys.
    ModelSizes sizes =
        new ModelSizes(
            CellKind.GRU, ContextMode.BOTH, source.size(), target.size(), 16, 96, 2, 0.1);
    List<Double> losses = new ArrayList<>();
    Observer watching =
        (step, now) -> {
          if (step == Step.VISUALISE) {
            losses.add(now.meanLoss());
          }
        };
    Training training =
        new Training(
            new AttentionSizes(sizes, kind),
            batches,
            new Adam(0.01),
            1,
            Generator.seeded(2),
            watching);
    training.run(3);
    assertThat(losses.get(2)).isLessThan(0.85 * losses.get(0));
    return WeightsHash.sha256(training.model().parameters());
  }
}
