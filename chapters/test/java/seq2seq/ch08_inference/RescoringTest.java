package seq2seq.ch08_inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import seq2seq.ch02_recurrence.CellKind;
import seq2seq.ch04_decoder.ContextMode;
import seq2seq.ch07_training.ModelSizes;
import seq2seq.ch07_training.Seq2Seq;
import seq2seq.data.Vocabulary;
import seq2seq.engine.Generator;

class RescoringTest {
  private static final Vocabulary SOURCE = Vocabulary.of(List.of(List.of("she", "sleeps")), 1);
  private static final Vocabulary TARGET =
      Vocabulary.of(List.of(List.of("elle", "dort", "bien")), 1);
  private static final Seq2Seq MODEL =
      new ModelSizes(CellKind.GRU, ContextMode.BOTH, SOURCE.size(), TARGET.size(), 4, 6, 1, 0)
          .initialise(Generator.seeded(3));
  private static final List<List<String>> CANDIDATES =
      List.of(
          List.of("elle", "dort", "bien"),
          List.of("dort"),
          List.of(),
          List.of("elle", "ronfle", "ronfle"));

  private static List<Rescoring.Scored> rank(List<List<String>> candidates, double gamma) {
    return Rescoring.rank(MODEL, SOURCE, TARGET, List.of("she", "sleeps"), candidates, gamma);
  }

  @Test
  void eachCandidateGetsItsLogProbabilityAndTheBestComesFirst() {
    for (double gamma : new double[] {0, 1}) {
      List<Rescoring.Scored> ranked = rank(CANDIDATES, gamma);
      assertThat(ranked).extracting(Rescoring.Scored::place).containsExactlyInAnyOrder(0, 1, 2, 3);
      for (Rescoring.Scored scored : ranked) {
        List<String> tokens = CANDIDATES.get(scored.place());
        assertThat(scored.tokens()).isEqualTo(tokens);
        assertThat(scored.logProbability())
            .isCloseTo(
                LogProbability.of(
                    MODEL,
                    SOURCE.encode(List.of("she", "sleeps"), 3),
                    TARGET.encode(tokens, tokens.size() + 1)),
                within(1e-6));
      }
      assertThat(ranked)
          .isSortedAccordingTo((a, b) -> Double.compare(b.score(gamma), a.score(gamma)));
    }
  }

  @Test
  void theScoreDividesByTheTokensAndEos() {
    Rescoring.Scored scored = new Rescoring.Scored(0, List.of("elle", "dort"), -6, List.of());
    assertThat(scored.score(0)).isEqualTo(-6);
    assertThat(scored.score(1)).isEqualTo(-2);
  }

  @Test
  void unknownWordsAreSaidOnceEach() {
    for (Rescoring.Scored scored : rank(CANDIDATES, 0)) {
      assertThat(scored.unknown()).isEqualTo(scored.place() == 3 ? List.of("ronfle") : List.of());
    }
  }

  @Test
  void ofEqualCandidatesTheEarlierComesFirst() {
    assertThat(rank(List.of(List.of("dort"), List.of("dort")), 0))
        .extracting(Rescoring.Scored::place)
        .containsExactly(0, 1);
  }

  @Test
  void noCandidateAtAllIsAnError() {
    assertThatThrownBy(() -> rank(List.of(), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("rescoring: needs at least one candidate; got none");
    assertThatThrownBy(() -> rank(CANDIDATES, 2)).hasMessageContaining("from 0 to 1");
  }
}
