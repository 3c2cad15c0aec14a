package seq2seq.graded.ch03;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import seq2seq.engine.Generator;
import seq2seq.graded.Matrices;
import seq2seq.grading.Graded;
import seq2seq.grading.Situation;

class LastStateGradedTest {

  @Graded(exercise = "3.2", points = 2)
  void takesEachSentenceAtItsOwnEnd(LastState subject, Generator random) {
    compare(subject, Matrices.stack(4, 3, 5, random), 3, 1, 2);
    compare(subject, Matrices.stack(3, 3, 3, random), 1, 3, 2);
    compare(
        subject,
        Matrices.stack(6, 4, 2, random),
        2,
        1 + random.nextInt(6),
        1 + random.nextInt(6),
        6);
    compare(subject, Matrices.stack(1, 2, 3, random), 1, 1);
  }

  @Graded(exercise = "3.2", points = 1)
  void doesNotLookAtPaddingAndRefusesLengthsThatDoNotFit(LastState subject, Generator random) {
    double[][][] states = Matrices.stack(5, 3, 2, random);
    compare(subject, withRubbishAtPadding(states, 5, 1, 2), 5, 1, 2);
    rejects(subject, states, 4, 0, 2);
    rejects(subject, states, 4, 1, 6);
    rejects(subject, states, 4, -1, 2);
    rejects(subject, states, 4, 1);
    rejects(subject, states, 4, 1, 2, 3);
  }

  private static void compare(LastState subject, double[][][] states, int... lengths) {
    int steps = states.length;
    int longest = Arrays.stream(lengths).max().orElseThrow();
    Situation.of("3.2", words(states, lengths), states, lengths)
        .call(() -> subject.last(states, lengths))
        .or(
            rows(states, n -> steps - 1),
            "these are the states after the last step of the batch; a short sentence has been"
                + " walking over padding there")
        .or(
            rows(states, n -> longest - 1),
            "every row was taken where the longest sentence ends; each has its own end")
        .or(
            rows(states, n -> Math.min(lengths[n], steps - 1)),
            "this is one step too late; steps count from 0, so the last real one is length - 1")
        .or(rows(states, n -> 0), "these are the states after the first token, not after the last")
        .or(
            multiplied(states, lengths),
            "padding may be NaN, and 0 times NaN is NaN; pick a row, do not multiply others away")
        .is(rows(states, n -> lengths[n] - 1), 0);
  }

  private static void rejects(LastState subject, double[][][] states, int... lengths) {
    Situation.of("3.2", words(states, lengths))
        .rejects(
            () -> subject.last(states, lengths),
            "there must be one length for each sentence, from 1 to T");
  }

  /** Row n from step {@code at} n. */
  private static double[][] rows(double[][][] states, IntUnaryOperator at) {
    double[][] rows = new double[states[0].length][];
    Arrays.setAll(rows, n -> states[at.applyAsInt(n)][n]);
    return rows;
  }

  /** All steps added up, each times 1 if it is the last real one, else times 0. */
  private static double[][] multiplied(double[][][] states, int[] lengths) {
    double[][] sums = new double[lengths.length][states[0][0].length];
    for (int t = 0; t < states.length; t++) {
      for (int n = 0; n < lengths.length; n++) {
        double[] row = states[t][n];
        double[] sum = sums[n];
        int factor = t == lengths[n] - 1 ? 1 : 0;
        Arrays.setAll(sum, j -> sum[j] + factor * row[j]);
      }
    }
    return sums;
  }

  /** The same, but the padding is 7, then NaN, and 9 at the end. */
  private static double[][][] withRubbishAtPadding(double[][][] clean, int... lengths) {
    double[][][] changed = new double[clean.length][lengths.length][];
    for (int t = 0; t < clean.length; t++) {
      for (int n = 0; n < lengths.length; n++) {
        changed[t][n] = clean[t][n].clone();
        if (t >= lengths[n]) {
          double last = t == clean.length - 1 ? 9 : Double.NaN;
          Arrays.fill(changed[t][n], t == lengths[n] ? 7 : last);
        }
      }
    }
    return changed;
  }

  private static String words(double[][][] states, int[] lengths) {
    return "valid lengths "
        + Arrays.toString(lengths)
        + ", T = "
        + states.length
        + " and N = "
        + states[0].length;
  }
}
