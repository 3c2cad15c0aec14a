package seq2seq.graded.ch04;

import java.util.Arrays;
import seq2seq.engine.Generator;
import seq2seq.graded.Matrices;
import seq2seq.grading.Graded;
import seq2seq.grading.Situation;

class ContextFusionGradedTest {
  private static final double NEAR = 1e-9;

  @Graded(exercise = "4.1", points = 2)
  void laysTheContextBehindEveryWord(ContextFusion subject, Generator random) {
    compareFused(subject, FusionInputs.random(4, 2, 3, 5, random));
    compareFused(subject, FusionInputs.random(3, 3, 4, 4, random));
    compareFused(subject, FusionInputs.random(1, 2, 5, 3, random));
  }

  @Graded(exercise = "4.1", points = 1)
  void keepsTheContextWhileTheStateChanges(ContextFusion subject, Generator random) {
    compareStates(subject, FusionInputs.random(4, 2, 3, 5, random));
    compareStates(subject, FusionInputs.random(3, 3, 4, 4, random));
    compareStates(subject, FusionInputs.random(1, 2, 5, 3, random));
  }

  @Graded(exercise = "4.1", points = 1)
  void refusesAContextForAnotherBatch(ContextFusion subject, Generator random) {
    FusionInputs batch = FusionInputs.random(3, 3, 4, 2, random);
    for (int sentences : new int[] {1, 2, 4}) {
      FusionInputs other = batch.withContextFor(sentences, random);
      Situation situation = Situation.of("4.1", other.inWords());
      situation.rejects(
          () -> subject.fuse(other.words(), other.context()),
          "the words and the context must have the same N");
      situation.rejects(
          () -> subject.states(other.words(), other.context(), other),
          "the words and the context must have the same N");
    }
  }

  private static void compareFused(ContextFusion subject, FusionInputs batch) {
    double[][][] right = batch.fused();
    Situation.of("4.1", "fuse, " + batch.inWords(), batch.words(), batch.context())
        .call(() -> subject.fuse(batch.words(), batch.context()))
        .or(batch.contextFirst(), "here the context stands first; the word comes first")
        .or(batch.words(), "the context is missing")
        .or(onlyAtFirst(batch), "the context stands beside the first word only, then zeros")
        .is(right, 0);
  }

  private static void compareStates(ContextFusion subject, FusionInputs batch) {
    Situation.of("4.1", "states, " + batch.inWords(), batch.words(), batch.context())
        .call(() -> subject.states(batch.words(), batch.context(), batch))
        .or(
            batch.states(
                (s, t) -> Matrices.sideBySide(batch.words()[t], batch.before(s, t)), batch::before),
            "beside the words stands the decoder's changing state; the context is what the encoder"
                + " said, at every step")
        .or(
            batch.states(batch::input, (s, t) -> batch.context()),
            "every step started from the context; the new state was dropped")
        .or(
            batch.states(batch::input, (s, t) -> t == 0 ? batch.zeros() : s[t - 1]),
            "the state before the first step was zeros; it is the context")
        .or(
            batch.states((s, t) -> batch.contextFirst()[t], batch::before),
            "here the context stands first; the word comes first")
        .is(batch.states(batch::input, batch::before), NEAR);
  }

  private static double[][][] onlyAtFirst(FusionInputs batch) {
    double[][][] fused = batch.fused();
    for (int t = 1; t < fused.length; t++) {
      for (double[] row : fused[t]) {
        Arrays.fill(row, batch.words()[0][0].length, row.length, 0);
      }
    }
    return fused;
  }
}
