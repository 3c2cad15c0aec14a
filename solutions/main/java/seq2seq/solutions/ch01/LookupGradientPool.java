package seq2seq.solutions.ch01;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import seq2seq.graded.ch01.LookupGradient;
import seq2seq.solutions.kit.Right;
import seq2seq.solutions.kit.Wrong;

/** Answers to exercise 1.3 that we know. */
final class LookupGradientPool {
  private static final String ADDS = "addsUpWhereATokenRepeats";
  private static final String ROWS = "hasARowForEveryTokenAlsoForPadding";
  private static final String REFUSES = "refusesIdsAndGradientsThatDoNotFit";
  private static final LookupGradient CORRECT = new MyLookupGradient();

  private LookupGradientPool() {}

  private static double[][] scattered(
      int[][] ids, double[][][] dX, int words, DoubleBinaryOperator arrival) {
    double[][] rows = new double[words][dX[0][0].length];
    for (int t = 0; t < dX.length; t++) {
      for (int n = 0; n < dX[t].length; n++) {
        double[] row = rows[ids[n][t]];
        double[] sent = dX[t][n];
        Arrays.setAll(row, d -> arrival.applyAsDouble(row[d], sent[d]));
      }
    }
    return rows;
  }

  private static int count(int[][] ids, int token) {
    return (int) Arrays.stream(ids).flatMapToInt(Arrays::stream).filter(i -> i == token).count();
  }

  @Right(idea = "token by token: collects the places of each")
  static final class TokenByToken implements LookupGradient {
    @Override
    public double[][] gradient(int[][] ids, double[][][] dX, int words) {
      int size = dX[0][0].length;
      double[][] rows = new double[words][size];
      int found = 0;
      for (int v = 0; v < words; v++) {
        for (int n = ids.length - 1; n >= 0; n--) {
          for (int t = ids[n].length - 1; t >= 0; t--) {
            if (dX.length != ids[n].length || dX[t].length != ids.length) {
              throw new IllegalArgumentException("dX is not (T,N,D)");
            }
            found += ids[n][t] == v ? 1 : 0;
            for (int d = 0; d < size && ids[n][t] == v; d++) {
              rows[v][d] += dX[t][n][d];
            }
          }
        }
      }
      if (found != ids.length * ids[0].length) {
        throw new IllegalArgumentException("an id is in no row");
      }
      return rows;
    }
  }

  @Wrong(idea = "replaces instead of adding", fails = ADDS, feedback = "the last place replaced")
  static final class Replaces implements LookupGradient {
    @Override
    public double[][] gradient(int[][] ids, double[][][] dX, int words) {
      CORRECT.gradient(ids, dX, words);
      return scattered(ids, dX, words, (there, sent) -> sent);
    }
  }

  @Wrong(
      idea = "the mean over the places of a token",
      fails = ADDS,
      feedback = "divided by how often")
  static final class Averages implements LookupGradient {
    @Override
    public double[][] gradient(int[][] ids, double[][][] dX, int words) {
      double[][] rows = CORRECT.gradient(ids, dX, words);
      for (int v = 0; v < words; v++) {
        double[] row = rows[v];
        int count = Math.max(1, count(ids, v));
        Arrays.setAll(row, d -> row[d] / count);
      }
      return rows;
    }
  }

  @Wrong(
      idea = "reads dX as if it were sentence first",
      fails = {ADDS, ROWS},
      feedback = "dX is time first")
  static final class SentenceFirst implements LookupGradient {
    @Override
    public double[][] gradient(int[][] ids, double[][][] dX, int words) {
      double[][] rows = new double[words][CORRECT.gradient(ids, dX, words)[0].length];
      for (int n = 0; n < ids.length; n++) {
        for (int t = 0; t < ids[n].length; t++) {
          for (int d = 0; d < rows[0].length; d++) {
            rows[ids[n][t]][d] += dX[n][t][d];
          }
        }
      }
      return rows;
    }
  }

  @Wrong(
      idea = "both flattened: ids sentence by sentence, dX step by step",
      fails = {ADDS, ROWS},
      feedback = "went to the wrong tokens")
  static final class Flattened implements LookupGradient {
    @Override
    public double[][] gradient(int[][] ids, double[][][] dX, int words) {
      double[][] rows = new double[words][CORRECT.gradient(ids, dX, words)[0].length];
      int[] flat = Arrays.stream(ids).flatMapToInt(Arrays::stream).toArray();
      for (int i = 0; i < flat.length; i++) {
        for (int d = 0; d < rows[0].length; d++) {
          rows[flat[i]][d] += dX[i / ids.length][i % ids.length][d];
        }
      }
      return rows;
    }
  }

  @Wrong(idea = "padding gets no gradient", fails = ROWS, feedback = "row 0 got nothing")
  static final class SkipsPadding implements LookupGradient {
    @Override
    public double[][] gradient(int[][] ids, double[][][] dX, int words) {
      double[][] rows = CORRECT.gradient(ids, dX, words);
      Arrays.fill(rows[0], 0);
      return rows;
    }
  }

  @Wrong(idea = "as many rows as the largest id needs", fails = ROWS, feedback = "expected shape")
  static final class OnlyRowsInUse implements LookupGradient {
    @Override
    public double[][] gradient(int[][] ids, double[][][] dX, int words) {
      int largest = Arrays.stream(ids).flatMapToInt(Arrays::stream).max().orElseThrow();
      return Arrays.copyOf(CORRECT.gradient(ids, dX, words), largest + 1);
    }
  }

  @Wrong(
      idea = "leaves the checks to Java",
      fails = REFUSES,
      feedback = "got ArrayIndexOutOfBoundsException")
  static final class Unchecked implements LookupGradient {
    @Override
    public double[][] gradient(int[][] ids, double[][][] dX, int words) {
      return scattered(ids, dX, words, Double::sum);
    }
  }

  @Wrong(idea = "checks the ids and forgets dX", fails = REFUSES, feedback = "expected an Illegal")
  static final class IdsOnly implements LookupGradient {
    @Override
    public double[][] gradient(int[][] ids, double[][][] dX, int words) {
      if (Arrays.stream(ids).flatMapToInt(Arrays::stream).anyMatch(i -> i < 0 || i >= words)) {
        throw new IllegalArgumentException("no such token");
      }
      return scattered(ids, dX, words, Double::sum);
    }
  }
}
