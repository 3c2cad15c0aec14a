package seq2seq.ch04_decoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import seq2seq.ch01_embedding.Embedding;
import seq2seq.ch02_recurrence.CellKind;
import seq2seq.ch02_recurrence.CellState;
import seq2seq.ch03_encoder.Encoded;
import seq2seq.ch03_encoder.Encoder;
import seq2seq.ch03_encoder.RecurrentLayers;
import seq2seq.engine.Generator;
import seq2seq.engine.NoGrad;
import seq2seq.engine.Shape;
import seq2seq.engine.ShapeException;
import seq2seq.engine.Tensor;
import seq2seq.nn.Mode;
import seq2seq.nn.Parameter;
import seq2seq.support.Bits;
import seq2seq.support.Pair;

class ConcatDecoderTest {
  private static final int[][] SOURCE = {{4, 7, 5, 2}, {6, 2, 0, 0}};
  private static final int[] LENGTHS = {4, 2};
  private static final int[][] WORDS = {{1, 3, 8, 5}, {1, 9, 9, 4}};

  /** Every cell and context mode, equal and different sizes, one to three layers. */
  record Case(CellKind kind, ContextMode mode, int hEnc, int hDec, int layers) {
    Pair pair() {
      return Pair.of(kind, mode, hEnc, hDec, layers);
    }
  }

  static Stream<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (CellKind kind : CellKind.values()) {
      for (ContextMode mode : ContextMode.values()) {
        for (int layers = 1; layers <= 3; layers++) {
          cases.add(new Case(kind, mode, 5, 5, layers));
          cases.add(new Case(kind, mode, 6, 4, layers));
        }
      }
    }
    return cases.stream();
  }

  private static Encoded read(Pair pair) {
    return pair.encoder().forward(SOURCE, LENGTHS, Mode.inference());
  }

  private static int[] column(int[][] rows, int t) {
    return new int[] {rows[0][t], rows[1][t]};
  }

  @ParameterizedTest
  @MethodSource("cases")
  void wholeSentenceAndStepByStepGiveTheSameLogitsToTheLastBit(Case c) {
    Pair pair = c.pair();
    Encoded source = read(pair);
    Tensor whole = pair.decoder().forward(WORDS, source, Mode.inference());
    assertThat(whole.shape()).isEqualTo(Shape.of(4, 2, Pair.WORDS));
    Decoder.State state = pair.decoder().start(source);
    for (int t = 0; t < 4; t++) {
      Decoder.Step step = pair.decoder().step(column(WORDS, t), state, Mode.inference());
      Bits.assertEqual("logits of step " + t, step.logits(), whole.at(t));
      state = step.state();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aDecoderThatIsReadyForManyStepsGivesTheSameBits(Case c) {
    Pair pair = c.pair();
    Encoded source = read(pair);
    Tensor whole = pair.decoder().forward(WORDS, source, Mode.inference());
    NoGrad.get(
        () -> {
          Decoder.Loop ready = pair.decoder().loop();
          for (int again = 0; again < 2; again++) {
            Decoder.State state = pair.decoder().start(source);
            for (int t = 0; t < 4; t++) {
              Decoder.Step step = ready.step(column(WORDS, t), state, Mode.inference());
              Bits.assertEqual("logits of step " + t, step.logits(), whole.at(t));
              state = step.state();
            }
          }
          return null;
        });
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theContextIsTheSameFromTheFirstStepToTheLast(Case c) {
    Pair pair = c.pair();
    Encoded source = read(pair);
    Tensor atStart = source.context().detach();
    Decoder.State state = pair.decoder().start(source);
    for (int t = 0; t < 4; t++) {
      state = pair.decoder().step(column(WORDS, t), state, Mode.inference()).state();
      assertThat(state.source()).isSameAs(source);
      Bits.assertEqual("context", state.source().context(), atStart);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aLoopThatDropsTheNewStateGoesWrongAtTheSecondStep(Case c) {
    Pair pair = c.pair();
    Encoded source = read(pair);
    Tensor whole = pair.decoder().forward(WORDS, source, Mode.inference());
    Decoder.State start = pair.decoder().start(source);
    Tensor dropped = pair.decoder().step(column(WORDS, 1), start, Mode.inference()).logits();
    assertThat(Bits.largestDifference(dropped, whole.at(1))).isGreaterThan(1e-4);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theContextMattersInEveryMode(Case c) {
    Pair pair = c.pair();
    Encoded other =
        pair.encoder().forward(new int[][] {{9, 2}, {10, 2}}, new int[] {2, 2}, Mode.inference());
    Tensor one = pair.decoder().forward(WORDS, read(pair), Mode.inference());
    Tensor two = pair.decoder().forward(WORDS, other, Mode.inference());
    assertThat(Bits.largestDifference(one, two)).isGreaterThan(1e-5);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void paddingOfSourceAndTargetChangesNoBitOfLossAndGradients(Case c) {
    int[][] in = {{1, 3, 8, 5}, {1, 9, 0, 0}};
    int[][] out = {{3, 8, 5, 2}, {9, 2, 0, 0}};
    int[] lengths = {4, 2};
    Pair plain = c.pair();
    Tensor expected = plain.loss(SOURCE, LENGTHS, in, out, lengths);
    float value = expected.item();
    expected.backward();
    for (int pads : new int[] {1, 2, 17}) {
      Pair padded = c.pair();
      Tensor loss =
          padded.loss(
              Pair.padded(SOURCE, pads),
              LENGTHS,
              Pair.padded(in, pads),
              Pair.padded(out, pads),
              lengths);
      assertThat(Float.floatToRawIntBits(loss.item()))
          .as("loss with %d pads", pads)
          .isEqualTo(Float.floatToRawIntBits(value));
      loss.backward();
      Bits.assertSameGradients(padded.parameters(), plain.parameters());
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyParameterGetsAGradient(Case c) {
    Pair pair = c.pair();
    pair.decoder().forward(WORDS, read(pair), Mode.inference()).pow(2).sum().backward();
    for (Parameter p : pair.parameters()) {
      assertThat(p.value().hasGrad()).as(p.name()).isTrue();
      Tensor zeros = Tensor.full(p.value().shape(), 0);
      assertThat(Bits.largestDifference(p.value().grad(), zeros)).as(p.name()).isPositive();
    }
  }

  @ParameterizedTest
  @EnumSource(ContextMode.class)
  void dropoutIsAtWorkInTrainingWithAnyNumberOfLayers(ContextMode mode) {
    for (int layers = 1; layers <= 2; layers++) {
      Pair pair = Pair.of(CellKind.GRU, mode, 5, 5, layers, 0.5);
      Encoded source = read(pair);
      Tensor used = pair.decoder().forward(WORDS, source, Mode.inference());
      Mode training = Mode.training(Generator.seeded(1));
      Tensor trained = pair.decoder().forward(WORDS, source, training);
      assertThat(Bits.largestDifference(used, trained)).as("%d layers", layers).isPositive();
    }
  }

  /** Half of the embeddings and half of what the output layer reads: 0 or twice as much. */
  @Test
  void aSingleLayerHasDropoutOnEitherSide() {
    Pair pair = Pair.of(CellKind.GRU, ContextMode.BOTH, 5, 5, 1, 0.5);
    Tensor ones = Tensor.full(Shape.of(40, 50), 1);
    RecurrentLayers one = RecurrentLayers.create(CellKind.GRU, 3, 5, 1, 0.5, Generator.seeded(1));
    RecurrentLayers two = RecurrentLayers.create(CellKind.GRU, 3, 5, 2, 0.5, Generator.seeded(1));
    Mode training = Mode.training(Generator.seeded(1));
    assertThat(one.dropoutAroundOne(ones, training).toArray()).containsOnly(0, 2).contains(0, 2);
    assertThat(one.dropoutAroundOne(ones, Mode.inference())).isSameAs(ones);
    assertThat(two.dropoutAroundOne(ones, training)).isSameAs(ones);
    Decoder.State start = pair.decoder().start(read(pair));
    Tensor used = pair.decoder().step(new int[] {1, 1}, start, Mode.inference()).logits();
    Tensor trained = pair.decoder().step(new int[] {1, 1}, start, training).logits();
    assertThat(Bits.largestDifference(used, trained)).isPositive();
  }

  @Test
  void withoutTheInitialModeTheStateStartsFromZeros() {
    Pair pair = Pair.of(CellKind.LSTM, ContextMode.EVERY_STEP, 5, 4, 2);
    for (CellState state : pair.decoder().start(read(pair)).cells()) {
      assertThat(state.hidden().shape()).isEqualTo(Shape.of(2, 4));
      assertThat(state.hidden().toArray()).containsOnly(0);
      assertThat(state.cell().toArray()).containsOnly(0);
    }
  }

  @Test
  void whereTheSizesAreEqualTheStateIsPassedOnAsItIs() {
    for (ContextMode mode : new ContextMode[] {ContextMode.INITIAL, ContextMode.BOTH}) {
      Pair pair = Pair.of(CellKind.LSTM, mode, 5, 5, 2);
      Encoded source = read(pair);
      assertThat(pair.decoder().start(source).cells()).isEqualTo(source.states());
      assertThat(pair.decoder().parameters())
          .extracting(Parameter::name)
          .noneMatch(name -> name.startsWith("bridge"));
    }
  }

  @Test
  void atEveryStepAloneTheEncoderMayHaveAnotherNumberOfLayers() {
    Generator generator = Generator.seeded(1);
    RecurrentLayers read = RecurrentLayers.create(CellKind.GRU, 3, 5, 3, 0, generator);
    Encoder encoder = new Encoder(Embedding.normal(Pair.WORDS, 3, generator), read);
    Decoder decoder =
        ConcatDecoder.create(
            new DecoderSizes(CellKind.LSTM, Pair.WORDS, 3, 4, 1, 0, ContextMode.EVERY_STEP),
            read,
            generator);
    Encoded source = encoder.forward(SOURCE, LENGTHS, Mode.inference());
    assertThat(decoder.forward(WORDS, source, Mode.inference()).isFinite()).isTrue();
  }

  @Test
  void parametersAreNamedByTheirPlace() {
    assertThat(Pair.of(CellKind.LSTM, ContextMode.BOTH, 5, 4, 1).decoder().parameters())
        .extracting(Parameter::name)
        .containsExactly(
            "embedding.W",
            "bridge.hidden.0.W",
            "bridge.hidden.0.b",
            "bridge.memory.0.W",
            "bridge.memory.0.b",
            "cell.0.W_xh",
            "cell.0.W_hh",
            "cell.0.b_h",
            "output.W",
            "output.b");
  }

  @Test
  void layersThatDoNotMatchAreNamed() {
    RecurrentLayers three = RecurrentLayers.create(CellKind.GRU, 3, 5, 3, 0, Generator.seeded(1));
    fails(
        () -> decoder(CellKind.GRU, 2, three),
        "decoder: its 2 layers cannot start from an encoder of 3 layers; make them equal,"
            + " or feed the context at every step only");
    fails(
        () -> decoder(CellKind.LSTM, 3, three),
        "decoder: an LSTM cannot start from the state of cells without a cell state c; give both"
            + " the same cell, or feed the context at every step only");
  }

  private static Decoder decoder(CellKind kind, int layers, RecurrentLayers encoder) {
    return ConcatDecoder.create(
        new DecoderSizes(kind, 9, 3, 5, layers, 0, ContextMode.INITIAL),
        encoder,
        Generator.seeded(1));
  }

  @ParameterizedTest
  @EnumSource(ContextMode.class)
  void asManyRowsOfWordsAsSourcesAreNeeded(ContextMode mode) {
    Pair pair = Pair.of(CellKind.RNN, mode, 5, 5, 1);
    Encoded one = pair.encoder().forward(new int[][] {{4, 2}}, new int[] {2}, Mode.inference());
    String message = "decoder: one row of words for each source is needed: 2 rows, 1 sources";
    fails(() -> pair.decoder().forward(WORDS, one, Mode.inference()), message);
    fails(
        () -> pair.decoder().step(new int[] {1, 1}, pair.decoder().start(one), Mode.inference()),
        message);
  }

  @Test
  void inferenceKeepsNoGraph() {
    Pair pair = Pair.of(CellKind.GRU, ContextMode.BOTH, 5, 5, 1);
    Tensor logits = NoGrad.get(() -> pair.decoder().forward(WORDS, read(pair), Mode.inference()));
    assertThat(logits.requiresGrad()).isFalse();
  }

  private static void fails(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(ShapeException.class).hasMessage(message);
  }
}
