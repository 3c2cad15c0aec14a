package seq2seq.graded.ch03;

import java.util.Arrays;
import java.util.List;
import seq2seq.engine.Generator;
import seq2seq.grading.Graded;
import seq2seq.grading.Outcome;
import seq2seq.grading.Situation;

class RecurrentStackGradedTest {
  private static final double NEAR = 1e-5;

  /** A well-known mistake: the states that it leads to, and its words. */
  private record Mistake(double[][][][] states, String meaning) {}

  @Graded(exercise = "3.1", points = 2)
  void outputIsTheTopLayerAfterEveryStep(RecurrentStack subject, Generator random) {
    compareOutput(subject, StackInputs.random(2, 3, 4, 5, 6, random));
    compareOutput(subject, StackInputs.random(4, 3, 2, 6, 5, random));
    compareOutput(subject, StackInputs.random(1, 4, 2, 3, 5, random));
  }

  @Graded(exercise = "3.1", points = 2)
  void stateIsEveryLayerAfterTheLastStep(RecurrentStack subject, Generator random) {
    compareState(subject, StackInputs.random(2, 3, 4, 5, 6, random));
    compareState(subject, StackInputs.random(4, 3, 2, 6, 5, random));
    compareState(subject, StackInputs.random(3, 1, 2, 3, 5, random));
  }

  @Graded(exercise = "3.1", points = 1)
  void goesOnFromAFirstStateOfThisBatch(RecurrentStack subject, Generator random) {
    StackInputs batch = StackInputs.random(2, 3, 4, 5, 6, random).startingAnywhere(4, random);
    compareOutput(subject, batch);
    compareState(subject, batch);
    rejects(subject, batch.startingAnywhere(1, random));
    rejects(subject, StackInputs.random(3, 2, 1, 4, 5, random).startingAnywhere(2, random));
  }

  private static void compareOutput(RecurrentStack subject, StackInputs batch) {
    double[][][][] right = batch.states(batch::below, batch::before);
    Outcome outcome =
        Situation.of("3.1", words("Output", batch), batch.inputs(), batch.first())
            .call(() -> subject.run(batch.inputs(), batch.first(), batch).output());
    mistakes(batch).forEach(m -> outcome.or(output(m.states, batch.layers() - 1), m.meaning));
    outcome
        .or(output(right, 0), "this is the bottom layer; Output is the top one")
        .or(transposed(output(right, batch.layers() - 1)), "this is (N,T,H), sentence first")
        .is(output(right, batch.layers() - 1), NEAR);
  }

  private static void compareState(RecurrentStack subject, StackInputs batch) {
    double[][][][] right = batch.states(batch::below, batch::before);
    double[][][] state = state(right, batch.steps());
    double[][] top = state[batch.layers() - 1];
    Outcome outcome =
        Situation.of("3.1", words("State", batch), batch.inputs(), batch.first())
            .call(() -> subject.run(batch.inputs(), batch.first(), batch).state());
    mistakes(batch).forEach(m -> outcome.or(state(m.states, batch.steps()), m.meaning));
    String alone = "this is the top layer alone; State has every layer";
    double[][][] copies = new double[batch.layers()][][];
    Arrays.fill(copies, top);
    outcome
        .or(top, alone)
        .or(new double[][][] {top}, alone)
        .or(copies, alone)
        .or(output(right, batch.layers() - 1), "this is Output; State has every layer's last step")
        .or(state(right, 1), "these are the states after the first step, not after the last")
        .or(transposed(state), "this is (N,L,H), sentence first")
        .is(state, NEAR);
  }

  private static List<Mistake> mistakes(StackInputs batch) {
    return List.of(
        new Mistake(
            batch.states(
                (s, l, t) -> l == 0 ? batch.below(s, l, t) : s[l - 1][t - 1], batch::before),
            "a layer read the one below as it was before this step; it reads it after this step"),
        new Mistake(
            batch.states(
                batch::below, (s, l, t) -> t == 1 && l > 0 ? s[l - 1][batch.steps()] : s[l][t - 1]),
            "a layer went on from the state of the layer below; each has a state of its own"),
        new Mistake(
            batch.states(batch::below, (s, l, t) -> s[l][0]),
            "every step started from the first state; the new state was dropped"),
        new Mistake(
            batch.states(batch::below, (s, l, t) -> t == 1 ? batch.zeros() : s[l][t - 1]),
            "this starts from zeros, not from the first state that was given"));
  }

  private static void rejects(RecurrentStack subject, StackInputs batch) {
    Situation.of("3.1", batch.inWords() + " and a first state " + batch.first().shape())
        .rejects(
            () -> subject.run(batch.inputs(), batch.first(), batch),
            "the first state must have one row for each layer and each sentence, (L,N,H)");
  }

  /** One layer after every step, (T,N,H). */
  private static double[][][] output(double[][][][] states, int layer) {
    return Arrays.copyOfRange(states[layer], 1, states[layer].length);
  }

  /** Every layer after {@code step} steps, (L,N,H). */
  private static double[][][] state(double[][][][] states, int step) {
    return Arrays.stream(states).map(layer -> layer[step]).toArray(double[][][]::new);
  }

  /** The first two axes exchanged. */
  private static double[][][] transposed(double[][][] x) {
    double[][][] result = new double[x[0].length][x.length][];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x[0].length; j++) {
        result[j][i] = x[i][j];
      }
    }
    return result;
  }

  private static String words(String part, StackInputs batch) {
    return part + ", " + batch.inWords();
  }
}
