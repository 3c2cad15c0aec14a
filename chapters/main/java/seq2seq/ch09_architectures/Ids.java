package seq2seq.ch09_architectures;

import java.util.Arrays;
import java.util.function.BiFunction;
import seq2seq.data.Vocabulary;
import seq2seq.engine.NoGrad;
import seq2seq.engine.Tensor;

/** Ids on their way out of a network: chosen from logits, and turned from steps to sentences. */
final class Ids {
  private Ids() {}

  /**
   * The largest logit of each place.
   *
   * @param logits (T',N,V')
   * @return ids (N,T')
   */
  static int[][] largest(Tensor logits) {
    int[] flat = logits.argMax();
    int n = logits.dim(1);
    int[][] rows = new int[n][logits.dim(0)];
    for (int i = 0; i < flat.length; i++) {
      rows[i % n][i / n] = flat[i];
    }
    return rows;
  }

  /** Step t of every sentence: column t of (N,T). */
  static int[] column(int[][] rows, int t) {
    return Arrays.stream(rows).mapToInt(row -> row[t]).toArray();
  }

  /**
   * Writes step by step, each choice being read in the next step; the first reads bos.
   *
   * @param n sentences
   * @param steps T'
   * @param step from the number of the step and the ids before it (N) to logits (N,V')
   * @return ids (N,T')
   */
  static int[][] write(int n, int steps, BiFunction<Integer, int[], Tensor> step) {
    int[][] rows = new int[n][steps];
    int[] before = new int[n];
    Arrays.fill(before, Vocabulary.BOS);
    for (int t = 0; t < steps; t++) {
      int now = t;
      int[] read = before;
      before = NoGrad.get(() -> step.apply(now, read).argMax());
      for (int i = 0; i < n; i++) {
        rows[i][t] = before[i];
      }
    }
    return rows;
  }
}
