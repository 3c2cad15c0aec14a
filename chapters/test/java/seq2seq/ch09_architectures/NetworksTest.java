package seq2seq.ch09_architectures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import seq2seq.ch07_training.TeacherForcing;
import seq2seq.data.PaddedBatch;
import seq2seq.data.Vocabulary;
import seq2seq.engine.Generator;
import seq2seq.engine.Tensor;
import seq2seq.nn.Parameter;
import seq2seq.plot.UnrolledGraph;

/** What holds for every member of the family. */
class NetworksTest {
  static List<Network> all() {
    return Family.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void anOutputDependsOnJustThoseInputsAndTargetsFromWhichTheDrawingLeadsToIt(Network network) {
    assertReachIsAsDrawn(network);
  }

  /** Changes each place of source and target in turn, and compares with the drawing's ways. */
  private static void assertReachIsAsDrawn(Network network) {
    PaddedBatch pair = Family.pair(network);
    UnrolledGraph graph = network.unrolled(4);
    boolean[][] source = Reach.ofSource(network, pair, Family.OTHER);
    boolean[][] target = Reach.ofTarget(network, pair, Family.OTHER);
    for (int t = 0; t < target.length; t++) {
      String output = "o" + (t + 1);
      for (int s = 0; s < source[t].length; s++) {
        String input = network.figure().equals("10.9") ? "x1" : "x" + (s + 1);
        assertThat(source[t][s])
            .as("%s: x%s → %s", network.figure(), s + 1, output)
            .isEqualTo(GraphPaths.reaches(graph, input, output));
      }
      for (int s = 0; s < target.length; s++) {
        assertThat(target[t][s])
            .as("%s: y%s → %s", network.figure(), s + 1, output)
            .isEqualTo(GraphPaths.reaches(graph, "y" + (s + 1), output));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void noOutputSeesItsOwnTargetOrALaterOne(Network network) {
    boolean[][] reach = Reach.ofTarget(network, Family.pair(network), Family.OTHER);
    for (int t = 0; t < reach.length; t++) {
      for (int s = t; s < reach.length; s++) {
        assertThat(reach[t][s]).as("%s: y%s → o%s", network.figure(), s + 1, t + 1).isFalse();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void givenItsOwnAnswersAsTargetsItGivesThemAgain(Network network) {
    PaddedBatch batch = Family.batch(network);
    int steps = batch.target()[0].length;
    int[][] said = network.answer(batch.source(), batch.sourceLengths(), steps);
    PaddedBatch own =
        new PaddedBatch(batch.source(), batch.sourceLengths(), said, batch.targetLengths());
    int[] largest = network.logits(own).argMax();
    for (int n = 0; n < batch.size(); n++) {
      for (int t = 0; t < steps && (t == 0 || said[n][t - 1] != Vocabulary.EOS); t++) {
        assertThat(largest[t * batch.size() + n])
            .as("%s: sentence %s, step %s", network.figure(), n, t)
            .isEqualTo(said[n][t]);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void theLossOfABatchIsTheMeanOverItsPairsAlone(Network network) {
    PaddedBatch batch = Family.batch(network);
    double sum = 0;
    for (int n = 0; n < batch.size(); n++) {
      int length = batch.sourceLengths()[n];
      int[] source = batch.source()[n];
      PaddedBatch alone =
          PaddedBatch.of(
              List.of(network.figure().equals("10.9") ? source : Arrays.copyOf(source, length)),
              List.of(Arrays.copyOf(batch.target()[n], batch.targetLengths()[n])));
      sum += network.loss(alone).item() * (double) alone.targetTokens();
    }
    assertThat((double) network.loss(batch).item())
        .as(network.figure())
        .isCloseTo(sum / batch.targetTokens(), within(1e-6));
  }

  @ParameterizedTest
  @MethodSource("all")
  void theGradientOfEveryParameterIsTheSlopeOfTheLoss(Network network) {
    PaddedBatch batch = Family.batch(network);
    network.loss(batch).backward();
    for (Parameter p : network.parameters()) {
      float[] computed = p.value().grad().toArray();
      for (int i = 0; i < computed.length; i++) {
        assertThat((double) computed[i])
            .as("%s: %s[%s]", network.figure(), p.name(), i)
            .isCloseTo(slope(network, batch, p.value().liveData(), i), within(2e-4));
      }
    }
  }

  /** The fourth-order central difference. */
  private static double slope(Network network, PaddedBatch batch, float[] values, int i) {
    float h = 1f / 32;
    double near = moved(network, batch, values, i, h) - moved(network, batch, values, i, -h);
    double far = moved(network, batch, values, i, 2 * h) - moved(network, batch, values, i, -2 * h);
    return (8 * near - far) / (12 * h);
  }

  private static double moved(Network network, PaddedBatch batch, float[] values, int i, float by) {
    float before = values[i];
    values[i] = before + by;
    double loss = network.loss(batch).item();
    values[i] = before;
    return loss;
  }

  @Test
  void theFiguresAreTheBooksAndNoParameterStandsTwice() {
    assertThat(Family.all())
        .extracting(Network::figure)
        .containsExactly(
            "10.3", "10.4", "10.5", "10.9", "10.10", "10.11", "10.12", "10.12", "10.12");
    for (Network network : Family.all()) {
      assertThat(network.parameters()).extracting(Parameter::name).doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void thePictureShowsEveryArrowOfTheGraphInTheBooksLetters(Network network) {
    String alt = network.picture(2).alt();
    for (UnrolledGraph.Edge edge : network.unrolled(2).edges()) {
      assertThat(alt).contains(edge.from() + " → " + edge.to());
    }
    assertThat(alt).doesNotContain("W_");
  }

  @Test
  void theStatesThatWaitForOneAnother() {
    assertThat(Family.all().subList(0, 7))
        .extracting(network -> GraphPaths.longestChainOfStates(network.unrolled(6)))
        .containsExactly(6, 1, 6, 6, 6, 6, 13);
  }

  // ------------------------------------------------ traps that the checks above must see

  /** Figure 10.4 with the target of the same step, instead of the one before. */
  @Test
  void teacherForcingThatLeaksTheTargetOfTheSameStepIsCaught() {
    OutputRecurrence right =
        OutputRecurrence.create(Family.SYMBOLS, Family.SYMBOLS, 3, 4, Generator.seeded(12));
    PaddedBatch pair = Family.pair(right);
    Tensor shifted = right.logits(pair.source(), TeacherForcing.inputs(pair.target()));
    assertThat(right.logits(pair).toArray()).isEqualTo(shifted.toArray());
    Network leaking = new Leaking(right);
    boolean[][] reach = Reach.ofTarget(leaking, pair, Family.OTHER);
    assertThat(reach[2][2]).as("y3 → o3").isTrue();
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> assertReachIsAsDrawn(leaking))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("y1 → o1");
  }

  private record Leaking(OutputRecurrence network) implements Network {
    @Override
    public Tensor logits(PaddedBatch batch) {
      return network.logits(batch.source(), batch.target());
    }

    @Override
    public String figure() {
      return network.figure();
    }

    @Override
    public int[][] answer(int[][] source, int[] lengths, int steps) {
      return network.answer(source, lengths, steps);
    }

    @Override
    public UnrolledGraph unrolled(int steps) {
      return network.unrolled(steps);
    }

    @Override
    public List<Parameter> parameters() {
      return network.parameters();
    }
  }
}
