package seq2seq.graded.ch01;

import seq2seq.engine.Generator;
import seq2seq.graded.Matrices;
import seq2seq.grading.Graded;
import seq2seq.grading.Situation;

class EmbedBatchGradedTest {
  private static final int[][] EXAMPLE = {{2, 0, 1}, {1, 1, 2}};
  private static final double[][] TABLE = {{1, 10}, {2, 20}, {3, 30}};

  @Graded(exercise = "1.2", points = 2)
  void putsTheRowOfEachTokenInItsPlace(EmbedBatch subject, Generator random) {
    places(subject, EXAMPLE, TABLE);
    places(subject, new int[][] {{0, 1, 2}, {3, 4, 0}, {2, 2, 1}}, table(5, 2, random));
    places(subject, LookupInputs.ids(4, 3, 0, 6, random), table(6, 5, random));
    places(subject, LookupInputs.ids(2, 5, 0, 3, random), table(3, 1, random));
  }

  @Graded(exercise = "1.2", points = 1)
  void givesRowsOfItsOwnAndOfKnownTokensOnly(EmbedBatch subject, Generator random) {
    double[][] table = table(4, 3, random);
    int[][] ids = {{3, 0, 0}, {1, 3, 2}};
    compare(subject, ids, table, ids, table);
    rejects(subject, new int[][] {{1, 2}, {3, 4}}, table);
    rejects(subject, new int[][] {{-1, 2}, {3, 0}}, table);
  }

  /** Whether the rows are the table's own costs the other test. */
  private static void places(EmbedBatch subject, int[][] ids, double[][] table) {
    compare(subject, ids, table, (Object) ids);
  }

  private static void compare(
      EmbedBatch subject, int[][] ids, double[][] table, Object... watched) {
    int count = ids.length;
    int steps = ids[0].length;
    Situation.of("1.2", LookupInputs.inWords(ids, table.length), watched)
        .call(() -> subject.embed(ids, table))
        .or(
            LookupInputs.vectors(count, steps, table, (n, t) -> ids[n][t]),
            "this is sentence first, (N,T,D); asked for is time first, (T,N,D)")
        .or(
            LookupInputs.vectors(steps, count, table, LookupInputs.inMemoryOrder(ids)),
            "the ids were read sentence by sentence and the vectors written step by step, which"
                + " mixes the sentences")
        .or(
            LookupInputs.vectors(steps, count, table, (t, n) -> Math.max(0, ids[n][t] - 1)),
            "the rows count from 0: token 0 has row 0")
        .is(LookupInputs.vectors(steps, count, table, (t, n) -> ids[n][t]), 0);
  }

  private static void rejects(EmbedBatch subject, int[][] ids, double[][] table) {
    Situation.of("1.2", LookupInputs.inWords(ids, table.length))
        .rejects(() -> subject.embed(ids, table), "ids must be from 0 to V-1");
  }

  private static double[][] table(int words, int size, Generator random) {
    return Matrices.random(words, size, 1, random);
  }
}
