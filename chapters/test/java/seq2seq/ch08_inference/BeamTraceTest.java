package seq2seq.ch08_inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import seq2seq.ch02_recurrence.CellKind;
import seq2seq.ch04_decoder.ContextMode;
import seq2seq.ch07_training.ModelSizes;
import seq2seq.ch07_training.Seq2Seq;
import seq2seq.data.Vocabulary;
import seq2seq.engine.Generator;
import seq2seq.plot.figures.SearchTree;
import seq2seq.plot.figures.SearchTree.Branch;

class BeamTraceTest {
  private static final String[] PAGE = {
    ": elle 0.5, on 0.4, il 0.1",
    "elle: dort 0.4, rêve 0.35, <eos> 0.25",
    "on: dort 0.9, <eos> 0.1",
    "elle dort: <eos> 0.6, bien 0.4",
    "on dort: <eos> 0.9, bien 0.1"
  };

  private static double best(SearchTree tree) {
    return tree.branches().stream()
        .filter(b -> b.kept() && b.word().equals("<eos>"))
        .mapToDouble(Branch::logProbability)
        .max()
        .orElseThrow();
  }

  @Test
  void aBeamOfTwoFindsInThePagesTableWhatGreedyMisses() {
    assertThat(StrictMath.exp(best(BeamTrace.ofTable(1, PAGE)))).isCloseTo(0.12, within(1e-9));
    SearchTree tree = BeamTrace.ofTable(2, PAGE);
    assertThat(StrictMath.exp(best(tree))).isCloseTo(0.324, within(1e-9));
    assertThat(tree.alt()).endsWith("The best finished one is picked out: on dort <eos>.");
    assertThat(tree.branches()).filteredOn(b -> b.parent() < 0).hasSize(3);
    assertThat(tree.branches())
        .filteredOn(b -> !b.kept())
        .extracting(Branch::word)
        .contains("il", "rêve");
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "3, 2", "4, 3", "5, 4"})
  void withAModelItFindsWhatBeamFinds(long seed, int width) {
    Vocabulary target = Vocabulary.of(List.of(List.of("a", "b")), 1);
    Seq2Seq model =
        new ModelSizes(CellKind.GRU, ContextMode.BOTH, 8, target.size(), 4, 6, 1, 0)
            .initialise(Generator.seeded(seed));
    int[] source = {4, 5, 3, Vocabulary.EOS};
    List<Translation> found = Beam.search(model, source, 6, width, 0);
    SearchTree tree = BeamTrace.of(model, source, target, 6, width, 2);
    if (found.get(0).isFinished()) {
      assertThat(best(tree)).isCloseTo(found.get(0).logProbability(), within(1e-5));
    } else {
      assertThat(tree.branches()).noneMatch(b -> b.kept() && b.word().equals("<eos>"));
    }
  }

  @Test
  void whatCannotBeReadIsSaid() {
    assertThatThrownBy(() -> BeamTrace.ofTable(2, "elle 0.5"))
        .hasMessage("beam trace: a row needs a colon; got elle 0.5");
    assertThatThrownBy(() -> BeamTrace.ofTable(2, ": elle"))
        .hasMessageContaining("a word and a probability; got \"elle\"");
    assertThatThrownBy(() -> BeamTrace.ofTable(0, PAGE)).hasMessageContaining("at least 1; got 0");
  }
}
