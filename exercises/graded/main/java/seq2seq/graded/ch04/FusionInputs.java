package seq2seq.graded.ch04;

import java.util.Arrays;
import seq2seq.engine.Generator;
import seq2seq.graded.Matrices;

/**
 * Words, a context and a cell for the graded test of fusion, and what comes out of them.
 *
 * @param words (T',N,D)
 * @param context (N,H)
 * @param inputWeight (D+H,H)
 * @param stateWeight (H,H)
 */
record FusionInputs(
    double[][][] words, double[][] context, double[][] inputWeight, double[][] stateWeight)
    implements ContextFusion.Cell {

  /** Chooses what a step reads: the right thing, or what a mistake would. */
  interface Reads {
    /**
     * What is read, a row for each sentence.
     *
     * @param states the state after each of the steps before this one (N,H)
     */
    double[][] of(double[][][] states, int step);
  }

  static FusionInputs random(int steps, int sentences, int d, int h, Generator random) {
    return new FusionInputs(
        Matrices.stack(steps, sentences, d, random),
        Matrices.random(sentences, h, 0.7, random),
        Matrices.random(d + h, h, 0.5, random),
        Matrices.random(h, h, 0.5, random));
  }

  /** The same, with a random context for {@code sentences}. */
  FusionInputs withContextFor(int sentences, Generator random) {
    double[][] other = Matrices.random(sentences, context[0].length, 0.7, random);
    return new FusionInputs(words, other, inputWeight, stateWeight);
  }

  @Override
  public double[][] next(double[][] input, double[][] before) {
    checkWidth("input", input, inputWeight.length);
    checkWidth("state before", before, stateWeight.length);
    double[][] sum =
        Matrices.sum(Matrices.product(input, inputWeight), Matrices.product(before, stateWeight));
    return Matrices.each(sum, StrictMath::tanh);
  }

  /** Not an IllegalArgumentException, which could pass for the subject's own. */
  private static void checkWidth(String what, double[][] rows, int width) {
    if (rows[0].length != width) {
      throw new IllegalStateException(
          "cell: its " + what + " is " + width + " wide; it was given " + rows[0].length);
    }
  }

  /** All words, each with the context behind it. */
  double[][][] fused() {
    return Arrays.stream(words)
        .map(x -> Matrices.sideBySide(x, context))
        .toArray(double[][][]::new);
  }

  /** All words, each with the context in front of it. */
  double[][][] contextFirst() {
    return Arrays.stream(words)
        .map(x -> Matrices.sideBySide(context, x))
        .toArray(double[][][]::new);
  }

  /** The states that come of these choices. */
  double[][][] states(Reads input, Reads before) {
    double[][][] states = new double[words.length][][];
    for (int t = 0; t < states.length; t++) {
      states[t] = next(input.of(states, t), before.of(states, t));
    }
    return states;
  }

  /** What is right: the step's word, and the context behind it. */
  double[][] input(double[][][] states, int step) {
    return fused()[step];
  }

  /** What is right: the context at first, then the state that the step before gave. */
  double[][] before(double[][][] states, int step) {
    return step == 0 ? context : states[step - 1];
  }

  double[][] zeros() {
    return new double[context.length][context[0].length];
  }

  /** As failures name this batch. */
  String inWords() {
    return "T' = "
        + words.length
        + ", N = "
        + words[0].length
        + ", D = "
        + words[0][0].length
        + " and a context ("
        + context.length
        + "×"
        + context[0].length
        + ")";
  }
}
