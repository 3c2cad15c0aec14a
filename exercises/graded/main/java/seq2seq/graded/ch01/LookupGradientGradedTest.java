package seq2seq.graded.ch01;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import seq2seq.engine.Generator;
import seq2seq.graded.Matrices;
import seq2seq.grading.Graded;
import seq2seq.grading.Situation;

class LookupGradientGradedTest {
  private static final double NEAR = 1e-9;

  @Graded(exercise = "1.3", points = 2)
  void addsUpWhereATokenRepeats(LookupGradient subject, Generator random) {
    double[][][] ofTheExample = {{{1}, {1}}, {{10}, {10}}, {{100}, {100}}};
    compare(subject, repeated(3, 3, 5, random), Matrices.stack(3, 3, 2, random), 5);
    compare(subject, new int[][] {{1, 1, 3}, {2, 1, 2}}, ofTheExample, 4);
    compare(subject, repeated(2, 6, 4, random), Matrices.stack(6, 2, 3, random), 4);
  }

  @Graded(exercise = "1.3", points = 1)
  void hasARowForEveryTokenAlsoForPadding(LookupGradient subject, Generator random) {
    int[][] ids = LookupInputs.distinctIds(2, 3, 9, random);
    compare(subject, ids, Matrices.stack(3, 2, 4, random), 10);
  }

  @Graded(exercise = "1.3", points = 1)
  void refusesIdsAndGradientsThatDoNotFit(LookupGradient subject, Generator random) {
    int[][] ids = {{1, 0, 2}, {3, 1, 1}};
    double[][][] dX = Matrices.stack(3, 2, 2, random);
    rejects(subject, ids, dX, 3);
    rejects(subject, new int[][] {{1, 0, 2}, {3, -1, 1}}, dX, 4);
    rejects(subject, ids, Matrices.stack(2, 3, 2, random), 4);
    rejects(subject, ids, Matrices.stack(3, 1, 2, random), 4);
    rejects(subject, ids, Matrices.stack(4, 2, 2, random), 4);
  }

  private static void compare(LookupGradient subject, int[][] ids, double[][][] dX, int words) {
    int count = ids.length;
    LookupInputs.Reading right = (t, n) -> ids[n][t];
    double[][] added = scattered(dX, words, right, Double::sum);
    Situation.of("1.3", LookupInputs.inWords(ids, words) + ", dX " + size(dX), ids, dX)
        .call(() -> subject.gradient(ids, dX, words))
        .or(
            scattered(dX, words, right, (there, sent) -> sent),
            "the last place replaced the others; where a token repeats, they add up")
        .or(
            scattered(dX, words, right, (there, sent) -> there == 0 ? sent : there),
            "only the first place counted; where a token repeats, they add up")
        .or(
            averaged(added, ids),
            "this is divided by how often each token stands there; they add up")
        .or(
            scattered(dX, words, (t, n) -> ids[t % count][n % ids[0].length], Double::sum),
            "dX is time first: the gradient of ids[n][t] is dX[t][n]")
        .or(
            scattered(dX, words, LookupInputs.inMemoryOrder(ids), Double::sum),
            "the ids were read sentence by sentence and dX step by step, so the gradients went to"
                + " the wrong tokens")
        .or(withoutFirst(added), "row 0 got nothing, but <pad> is a token like any other here")
        .is(added, NEAR);
  }

  private static void rejects(LookupGradient subject, int[][] ids, double[][][] dX, int words) {
    Situation.of("1.3", LookupInputs.inWords(ids, words) + ", dX " + size(dX))
        .rejects(
            () -> subject.gradient(ids, dX, words),
            "ids must be from 0 to V-1, and dX must have the shape (T,N,D) of the batch");
  }

  /** Ids from 1 to V-1; the largest stands there at least twice. */
  private static int[][] repeated(int sentences, int steps, int words, Generator random) {
    int[][] ids = LookupInputs.ids(sentences, steps, 1, words, random);
    ids[0][1] = words - 1;
    ids[1][steps - 1] = words - 1;
    return ids;
  }

  private static double[][] scattered(
      double[][][] dX, int words, LookupInputs.Reading reading, DoubleBinaryOperator arrival) {
    double[][] rows = new double[words][dX[0][0].length];
    for (int t = 0; t < dX.length; t++) {
      for (int n = 0; n < dX[t].length; n++) {
        double[] row = rows[reading.token(t, n)];
        double[] sent = dX[t][n];
        Arrays.setAll(row, d -> arrival.applyAsDouble(row[d], sent[d]));
      }
    }
    return rows;
  }

  private static double[][] averaged(double[][] added, int[][] ids) {
    double[][] rows = new double[added.length][];
    for (int v = 0; v < rows.length; v++) {
      int token = v;
      long count =
          Arrays.stream(ids).flatMapToInt(Arrays::stream).filter(id -> id == token).count();
      rows[v] = Arrays.stream(added[v]).map(x -> x / Math.max(1, count)).toArray();
    }
    return rows;
  }

  private static double[][] withoutFirst(double[][] added) {
    double[][] rows = added.clone();
    rows[0] = new double[added[0].length];
    return rows;
  }

  private static String size(double[][][] dX) {
    return "(" + dX.length + "×" + dX[0].length + "×" + dX[0][0].length + ")";
  }
}
