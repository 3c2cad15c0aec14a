package seq2seq.ch10_attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import seq2seq.engine.Generator;
import seq2seq.engine.GradientCheck;
import seq2seq.engine.Shape;
import seq2seq.engine.ShapeException;
import seq2seq.engine.Tensor;
import seq2seq.engine.fused.AttentionOps;
import seq2seq.support.Bits;

class AttentionTest {
  private static final int[] LENGTHS = {4, 2, 0};
  private static final Tensor VALUES = Tensor.normal(Shape.of(4, 3, 5), 1, Generator.seeded(1));
  private static final Tensor QUERY = Tensor.normal(Shape.of(3, 6), 1, Generator.seeded(2));

  private static Attention of(AttentionKind kind) {
    return kind.create(6, 5, 7, Generator.seeded(4));
  }

  private static Attention.Attended attended(Attention attention, Tensor values, int[] lengths) {
    return attention.attend(QUERY, AttentionKeys.of(attention, values, lengths));
  }

  @ParameterizedTest
  @EnumSource(AttentionKind.class)
  void theContextIsTheWeightedSumOfTheRealOutputs(AttentionKind kind) {
    Attention.Attended attended = attended(of(kind), VALUES, LENGTHS);
    assertThat(attended.weights().shape()).isEqualTo(Shape.of(3, 4));
    assertThat(attended.context().shape()).isEqualTo(Shape.of(3, 5));
    for (int n = 0; n < 3; n++) {
      for (int h = 0; h < 5; h++) {
        double expected = 0;
        for (int t = 0; t < LENGTHS[n]; t++) {
          expected += attended.weights().get(n, t) * VALUES.get(t, n, h);
        }
        assertThat(attended.context().get(n, h)).isCloseTo((float) expected, within(1e-6f));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(AttentionKind.class)
  void validLength0GivesWeightsAndAContextOf0AndNoGradientThatIsNoNumber(AttentionKind kind) {
    Attention attention = of(kind);
    Tensor values = VALUES.withGrad();
    Attention.Attended attended = attended(attention, values, LENGTHS);
    assertThat(attended.weights().at(2).toArray()).containsOnly(0);
    assertThat(attended.context().at(2).toArray()).containsOnly(0);
    attended.context().pow(2).sum().backward();
    assertThat(values.grad().isFinite()).isTrue();
    assertThat(values.grad().at(0).at(2).toArray()).containsOnly(0);
    attention.parameters().forEach(p -> assertThat(p.value().grad().isFinite()).isTrue());
  }

  /** Catches attention without a source mask. */
  @ParameterizedTest
  @EnumSource(AttentionKind.class)
  void paddingChangesNoBitOfTheContextWhateverStandsThere(AttentionKind kind) {
    Attention attention = of(kind);
    Tensor padded = Tensor.concat(0, VALUES, Tensor.full(Shape.of(3, 3, 5), 1e6f)).withGrad();
    Attention.Attended longer = attended(attention, padded, LENGTHS);
    Attention.Attended attended = attended(attention, VALUES, LENGTHS);
    Bits.assertEqual("context", longer.context(), attended.context());
    Bits.assertEqual("weights", longer.weights().slice(1, 0, 4), attended.weights());
    assertThat(longer.weights().slice(1, 4, 7).toArray()).containsOnly(0);
    longer.context().sum().backward();
    assertThat(padded.grad().slice(0, 4, 7).toArray()).containsOnly(0);
  }

  /** The formula with the numbers of the parameters in it, and by both of the attention's ways. */
  @ParameterizedTest
  @EnumSource(AttentionKind.class)
  void scoresAreTheFormula(AttentionKind kind) {
    Attention attention = of(kind);
    Tensor[] w =
        attention.parameters().stream().map(p -> p.value().detach()).toArray(Tensor[]::new);
    Tensor keys = VALUES.matmul(w[1]);
    Tensor query = QUERY.matmul(w[0]);
    Tensor expected =
        kind == AttentionKind.ADDITIVE
            ? keys.plus(query).tanh().times(w[2]).sum(-1).transpose()
            : keys.times(query).sum(-1).dividedBy(2.6457513f).transpose();
    Tensor plain = attention.scores(QUERY, attention.keys(VALUES));
    assertThat(Bits.largestDifference(plain, expected)).isLessThan(1e-6);
    AttentionKeys all = AttentionKeys.of(attention, VALUES, new int[] {4, 4, 4});
    Bits.assertEqual("scores", attention.scores(QUERY, all), plain);
  }

  @ParameterizedTest
  @EnumSource(AttentionKind.class)
  void gradientsAgreeWithFiniteDifferences(AttentionKind kind) {
    Attention attention = of(kind);
    GradientCheck.check(
        kind.toString(),
        x -> attention.attend(x[0], AttentionKeys.of(attention, x[1], LENGTHS)).context(),
        1e-3,
        QUERY,
        VALUES);
  }

  @ParameterizedTest
  @EnumSource(AttentionKind.class)
  void rowsOfKeysAreWhatTheirSentencesAre(AttentionKind kind) {
    Attention attention = of(kind);
    AttentionKeys some = AttentionKeys.of(attention, VALUES, LENGTHS).rows(1, 0, 1);
    Tensor query = QUERY.gather(1, 0, 1);
    Attention.Attended taken = attention.attend(query, some);
    Attention.Attended all = attended(attention, VALUES, LENGTHS);
    Bits.assertEqual("context", taken.context(), all.context().gather(1, 0, 1));
    Bits.assertEqual("weights", taken.weights(), all.weights().gather(1, 0, 1));
  }

  @Test
  void whatDoesNotFitIsSaidAtTheDoor() {
    Attention attention = of(AttentionKind.ADDITIVE);
    AttentionKeys keys = AttentionKeys.of(attention, VALUES, LENGTHS);
    fails(
        () -> attention.attend(QUERY.slice(0, 0, 2), keys),
        "attention: one query for each source is needed: 2 queries, 3 sources");
    fails(
        () -> new ScaledDotProductAttention(Tensor.zeros(6, 7), Tensor.zeros(5, 8)),
        "scaled dot-product attention: needs W_q (H_dec×A) and W_k (H_enc×A) with the same A;"
            + " got (6×7) and (5×8)");
    fails(
        () -> new AdditiveAttention(Tensor.zeros(6, 7), Tensor.zeros(5, 7), Tensor.zeros(6)),
        "additive attention: with A = 7 needs v (7); got (6)");
    fails(
        () -> AttentionOps.weightedSum(VALUES, Tensor.zeros(4, 3), null),
        "weightedSum: (4×3×5), T×N×A, needs weights N×T; got (4×3)");
    fails(
        () -> AttentionOps.dotScores(VALUES, Tensor.zeros(3, 4), null),
        "dotScores: (4×3×5), T×N×A, needs a query (3×5), N×A; got (3×4)");
  }

  private static void fails(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(ShapeException.class).hasMessage(message);
  }
}
