package seq2seq.ch03_encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import seq2seq.ch01_embedding.Embedding;
import seq2seq.ch02_recurrence.CellKind;
import seq2seq.ch02_recurrence.CellState;
import seq2seq.engine.Generator;
import seq2seq.engine.Shape;
import seq2seq.engine.ShapeException;
import seq2seq.engine.Tensor;
import seq2seq.nn.Mode;
import seq2seq.nn.Parameter;
import seq2seq.support.Bits;
import seq2seq.support.Pair;

class EncoderTest {
  private static final int[][] TOKENS = {{4, 7, 5, 2}, {6, 2, 0, 0}, {8, 9, 2, 0}};
  private static final int[] LENGTHS = {4, 2, 3};

  private static Encoder encoder(CellKind kind, int layers) {
    Generator generator = Generator.seeded(7);
    return new Encoder(
        Embedding.normal(Pair.WORDS, 3, generator),
        RecurrentLayers.create(kind, 3, 5, layers, 0, generator));
  }

  private static Encoded read(Encoder encoder, int[][] tokens, int[] lengths) {
    return encoder.forward(tokens, lengths, Mode.inference());
  }

  @ParameterizedTest
  @EnumSource(CellKind.class)
  void outputIsTNHStateIsLNHAndTheContextIsTheTopLayersState(CellKind kind) {
    Encoded encoded = read(encoder(kind, 2), TOKENS, LENGTHS);
    assertThat(encoded.outputs().shape()).isEqualTo(Shape.of(4, 3, 5));
    assertThat(encoded.state().shape()).isEqualTo(Shape.of(2, 3, 5));
    Bits.assertEqual("context", encoded.context(), encoded.state().at(1));
    assertThat(encoded.batchSize()).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource(CellKind.class)
  void theStateIsTheOneAtEachSentencesLastRealTokenAndNotAtPadding(CellKind kind) {
    Encoded batch = read(encoder(kind, 2), TOKENS, LENGTHS);
    for (int n = 0; n < 3; n++) {
      Tensor atEnd = batch.outputs().at(LENGTHS[n] - 1).at(n);
      Bits.assertEqual("sentence " + n, batch.context().at(n), atEnd);
    }
    assertThat(batch.context().at(1).toArray()).isNotEqualTo(batch.outputs().at(3).at(1).toArray());
  }

  @ParameterizedTest
  @EnumSource(CellKind.class)
  void aSentenceInABatchIsReadAsIfItWereAlone(CellKind kind) {
    Encoder encoder = encoder(kind, 3);
    Encoded batch = read(encoder, TOKENS, LENGTHS);
    int[][] alone = {{6, 2}};
    Encoded single = read(encoder, alone, new int[] {2});
    for (int l = 0; l < 3; l++) {
      Bits.assertEqual(
          "h of layer " + l,
          batch.states().get(l).hidden().at(1),
          single.states().get(l).hidden().at(0));
      if (kind == CellKind.LSTM) {
        Bits.assertEqual(
            "c of layer " + l,
            batch.states().get(l).cell().at(1),
            single.states().get(l).cell().at(0));
      }
    }
  }

  @Property(tries = 30)
  void addingPaddingChangesNoBitOfStateContextAndGradients(
      @ForAll CellKind kind,
      @ForAll @IntRange(min = 1, max = 3) int layers,
      @ForAll @IntRange(min = 1, max = 20) int pads,
      @ForAll @IntRange(min = 0, max = 10) int padId) {
    Encoder plain = encoder(kind, layers);
    Encoder padded = encoder(kind, layers);
    int[][] longer = Pair.padded(TOKENS, pads);
    for (int[] row : longer) {
      java.util.Arrays.fill(row, 4, row.length, padId);
    }
    Encoded one = read(plain, TOKENS, LENGTHS);
    Encoded two = read(padded, longer, LENGTHS);
    Bits.assertEqual("State", two.state(), one.state());
    Bits.assertEqual("context", two.context(), one.context());
    scored(one).backward();
    scored(two).backward();
    Bits.assertSameGradients(padded.parameters(), plain.parameters());
  }

  /** A number that depends on every element of every state, each with a weight of its own. */
  private static Tensor scored(Encoded encoded) {
    Tensor state = encoded.state();
    Tensor weights = Tensor.normal(state.shape(), 1, Generator.seeded(3));
    Tensor score = state.times(weights).sum();
    for (CellState s : encoded.states()) {
      if (s.hasCell()) {
        score = score.plus(s.cell().times(weights.at(0)).sum());
      }
    }
    return score;
  }

  @Property(tries = 20)
  void permutingTheBatchPermutesTheStates(@ForAll CellKind kind, @ForAll long seed) {
    Encoder encoder = encoder(kind, 2);
    int[] order = {0, 1, 2};
    Generator.seeded(seed).shuffle(order);
    int[][] tokens = new int[3][];
    int[] lengths = new int[3];
    for (int i = 0; i < 3; i++) {
      tokens[i] = TOKENS[order[i]];
      lengths[i] = LENGTHS[order[i]];
    }
    Encoded straight = read(encoder, TOKENS, LENGTHS);
    Encoded shuffled = read(encoder, tokens, lengths);
    for (int i = 0; i < 3; i++) {
      Bits.assertEqual("row", shuffled.context().at(i), straight.context().at(order[i]));
    }
  }

  @Test
  void parametersAreNamedByTheirPlace() {
    assertThat(encoder(CellKind.RNN, 2).parameters())
        .extracting(Parameter::name)
        .containsExactly(
            "embedding.W",
            "cell.0.W_xh",
            "cell.0.W_hh",
            "cell.0.b_h",
            "cell.1.W_xh",
            "cell.1.W_hh",
            "cell.1.b_h");
  }

  @Test
  void aSentenceOfValidLength0IsRejected() {
    fails(
        () -> read(encoder(CellKind.GRU, 1), TOKENS, new int[] {4, 0, 3}),
        "encoder: sentence 1 has valid length 0; it must be from 1 to 4, the number of steps");
  }

  @Test
  void whatDoesNotFitIsNamed() {
    Encoder encoder = encoder(CellKind.RNN, 1);
    fails(
        () -> read(encoder, TOKENS, new int[] {4, 2, 5}),
        "encoder: sentence 2 has valid length 5; it must be from 1 to 4, the number of steps");
    fails(
        () -> read(encoder, TOKENS, new int[] {4, 2}),
        "encoder: one length per sentence is needed: 3 sentences, 2 lengths");
    fails(
        () -> read(encoder, new int[0][], new int[0]),
        "embedding: needs at least one sentence of at least one token");
    fails(
        () ->
            new Encoder(
                Embedding.normal(5, 4, Generator.seeded(1)),
                RecurrentLayers.create(CellKind.RNN, 3, 5, 1, 0, Generator.seeded(1))),
        "encoder: the embedding gives vectors of size 4, the first layer takes 3");
  }

  @Test
  void pickingLastStatesNeedsOneLengthForEachSentence() {
    CellState steps = CellState.of(Tensor.zeros(1, 3, 2));
    fails(
        () -> LastValidState.of(steps, new int[] {1, 1}),
        "encoder: one length per sentence is needed: 3 sentences, 2 lengths");
  }

  private static void fails(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(ShapeException.class).hasMessage(message);
  }
}
