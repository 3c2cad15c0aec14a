package seq2seq.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import seq2seq.ch06_loss.MaskedLoss;
import seq2seq.ch07_training.Seq2Seq;
import seq2seq.ch08_inference.Greedy;
import seq2seq.ch08_inference.Translation;
import seq2seq.data.PaddedBatch;
import seq2seq.data.Vocabulary;
import seq2seq.engine.Tensor;
import seq2seq.nn.Adam;
import seq2seq.nn.GradientClip;
import seq2seq.nn.Mode;
import seq2seq.nn.Parameter;

/**
 * Configurations that nobody picked by hand: cells, contexts, layers, attention, sizes and lengths
 * were drawn. Loss and gradients, clipping, one step of Adam, and what greedy decoding writes agree
 * with PyTorch's.
 */
class RandomModelReferenceTest {
  private static final double RATE = 0.01;
  private static final double LIMIT = 0.1;

  /** The script says why it is not Adam's usual one. */
  private static final double EPSILON = 1e-3;

  static List<ReferenceCase> cases() {
    return ReferenceCase.all("random");
  }

  @Test
  void theDrawnCasesReachEveryCellContextAndAttention() {
    for (String option : List.of("cell", "context", "attention", "layers")) {
      assertThat(cases().stream().map(c -> c.option(option)).distinct()).as(option).hasSize(3);
    }
    assertThat(cases()).hasSize(108);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theDrawnModelAgreesWithPyTorchs(ReferenceCase reference) {
    Seq2Seq model = filled(reference);
    PaddedBatch batch = batch(reference);

    Tensor logits = model.forward(batch, Mode.inference());
    Tensor loss = MaskedLoss.of(logits, batch.target(), batch.targetLengths());
    loss.backward();
    Comparison comparison =
        new Comparison(reference)
            .value("logits", Formula.few(logits))
            .value("loss", Formula.few(loss));
    for (Parameter p : model.parameters()) {
      comparison.gradientOf(p.name(), Formula.few(p.value().grad()));
    }

    double norm = GradientClip.byGlobalNorm(model.parameters(), LIMIT);
    comparison.value("norm", Tensor.of((float) norm));
    new Adam(RATE, 0.9, 0.999, EPSILON).step(model.parameters());
    for (Parameter p : model.parameters()) {
      comparison.value("updated." + p.name(), Formula.few(p.value()));
    }
    // Not `complete`: the cases were kept because PyTorch's own float32 came close in them.
    comparison.nothingIsLeftOut();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theDrawnModelWritesTheSameWords(ReferenceCase reference) {
    PaddedBatch batch = batch(reference);
    int[][] written = reference.ids("written");
    assertThat(
            Greedy.decode(
                filled(reference), batch.source(), batch.sourceLengths(), written[0].length))
        .extracting(Translation::words)
        .containsExactly(
            Arrays.stream(written)
                .map(RandomModelReferenceTest::untilTheEnd)
                .toArray(int[][]::new));
  }

  private static int[] untilTheEnd(int[] words) {
    return Arrays.stream(words).takeWhile(word -> word != Vocabulary.EOS).toArray();
  }

  private static Seq2Seq filled(ReferenceCase reference) {
    Seq2Seq model = Models.whole(reference);
    for (Parameter p : model.parameters()) {
      boolean wide = p.name().contains("embedding") || p.name().contains("attention");
      String name = reference.option("salt") + p.name();
      float[] values = Formula.tensor(name, p.value().shape(), wide ? 1 : 0.25f).liveData();
      System.arraycopy(values, 0, p.value().liveData(), 0, values.length);
    }
    return model;
  }

  private static PaddedBatch batch(ReferenceCase c) {
    int[] lengths = lengths(c, "lengths", c.size("steps"));
    int[] answerLengths = lengths(c, "answerLengths", c.size("answerSteps"));
    return new PaddedBatch(
        sentences(c, "source", c.size("sourceVocabulary"), c.size("steps"), lengths),
        lengths,
        sentences(c, "answers", c.size("vocabulary"), c.size("answerSteps"), answerLengths),
        answerLengths);
  }

  /** Lengths from 1 to the rectangle's width (N). */
  private static int[] lengths(ReferenceCase c, String name, int steps) {
    int[][] drawn = Formula.below(c.option("salt") + name, steps, c.size("batch"), 1);
    return Arrays.stream(drawn).mapToInt(row -> 1 + row[0]).toArray();
  }

  /** Ids from 1 to V-1, and 0 where a sentence has ended (N,T). */
  private static int[][] sentences(
      ReferenceCase c, String name, int vocabulary, int steps, int[] lengths) {
    int[][] ids = Formula.below(c.option("salt") + name, vocabulary - 1, lengths.length, steps);
    for (int n = 0; n < ids.length; n++) {
      for (int t = 0; t < steps; t++) {
        ids[n][t] = t < lengths[n] ? ids[n][t] + 1 : Vocabulary.PAD;
      }
    }
    return ids;
  }
}
