package seq2seq.solutions.ch01;

import java.util.Arrays;
import seq2seq.graded.ch01.EmbedBatch;
import seq2seq.solutions.kit.Right;
import seq2seq.solutions.kit.Wrong;

/** Answers to exercise 1.2 that we know. */
final class EmbedBatchPool {
  private static final String PLACES = "putsTheRowOfEachTokenInItsPlace";
  private static final String OWN = "givesRowsOfItsOwnAndOfKnownTokensOnly";
  private static final EmbedBatch CORRECT = new MyEmbedBatch();

  private EmbedBatchPool() {}

  private static double[][][] transposed(double[][][] steps) {
    double[][][] turned = new double[steps[0].length][steps.length][];
    for (int i = 0; i < turned.length; i++) {
      for (int j = 0; j < steps.length; j++) {
        turned[i][j] = steps[j][i];
      }
    }
    return turned;
  }

  @Right(idea = "one-hot times table, number by number")
  static final class OneHotProduct implements EmbedBatch {
    @Override
    public double[][][] embed(int[][] ids, double[][] table) {
      double[][][] sum = new double[ids[0].length][ids.length][table[0].length];
      for (int n = 0; n < ids.length; n++) {
        for (int t = 0; t < sum.length; t++) {
          if (ids[n][t] < 0 || ids[n][t] >= table.length) {
            throw new IllegalArgumentException("no such token: " + ids[n][t]);
          }
          for (int v = 0; v < table.length; v++) {
            int hot = ids[n][t] == v ? 1 : 0;
            for (int d = 0; d < table[v].length; d++) {
              sum[t][n][d] += hot * table[v][d];
            }
          }
        }
      }
      return sum;
    }
  }

  @Wrong(
      idea = "sentence first, (N,T,D)",
      fails = {PLACES, OWN},
      feedback = "sentence first")
  static final class SentenceFirst implements EmbedBatch {
    @Override
    public double[][][] embed(int[][] ids, double[][] table) {
      return transposed(CORRECT.embed(ids, table));
    }
  }

  @Wrong(
      idea = "a reshape: ids read sentence by sentence, vectors written step by step",
      fails = {PLACES, OWN},
      feedback = "mixes the sentences")
  static final class Reshaped implements EmbedBatch {
    @Override
    public double[][][] embed(int[][] ids, double[][] table) {
      double[][][] vectors = CORRECT.embed(ids, table);
      int steps = ids[0].length;
      for (int i = 0; i < steps * ids.length; i++) {
        vectors[i / ids.length][i % ids.length] = table[ids[i / steps][i % steps]].clone();
      }
      return vectors;
    }
  }

  @Wrong(
      idea = "ids count from 1",
      fails = {PLACES, OWN},
      feedback = "the rows count from 0")
  static final class CountsFromOne implements EmbedBatch {
    @Override
    public double[][][] embed(int[][] ids, double[][] table) {
      CORRECT.embed(ids, table);
      int[][] lower =
          Arrays.stream(ids)
              .map(row -> Arrays.stream(row).map(id -> Math.max(0, id - 1)).toArray())
              .toArray(int[][]::new);
      return CORRECT.embed(lower, table);
    }
  }

  @Wrong(idea = "the table's own rows", fails = OWN, feedback = "returned an input's own array")
  static final class OwnRowsOfTheTable implements EmbedBatch {
    @Override
    public double[][][] embed(int[][] ids, double[][] table) {
      double[][][] vectors = CORRECT.embed(ids, table);
      for (int t = 0; t < vectors.length; t++) {
        for (int n = 0; n < ids.length; n++) {
          vectors[t][n] = table[ids[n][t]];
        }
      }
      return vectors;
    }
  }

  @Wrong(
      idea = "leaves the check of the ids to Java",
      fails = OWN,
      feedback = "got ArrayIndexOutOfBoundsException")
  static final class Unchecked implements EmbedBatch {
    @Override
    public double[][][] embed(int[][] ids, double[][] table) {
      double[][][] vectors = new double[ids[0].length][ids.length][];
      for (int t = 0; t < vectors.length; t++) {
        for (int n = 0; n < ids.length; n++) {
          vectors[t][n] = table[ids[n][t]].clone();
        }
      }
      return vectors;
    }
  }
}
