package seq2seq.solutions.ch03;

import java.util.Arrays;
import java.util.stream.IntStream;
import seq2seq.graded.ch03.LastState;
import seq2seq.solutions.kit.Right;
import seq2seq.solutions.kit.Wrong;

/** Answers to exercise 3.2 that we know: above all the state read at padding. */
final class LastStatePool {
  private static final String ENDS = "takesEachSentenceAtItsOwnEnd";
  private static final String EDGES = "doesNotLookAtPaddingAndRefusesLengthsThatDoNotFit";

  private LastStatePool() {}

  private static void check(double[][][] states, int[] lengths) {
    boolean fits = Arrays.stream(lengths).allMatch(n -> n >= 1 && n <= states.length);
    if (!fits || lengths.length != states[0].length) {
      throw new IllegalArgumentException("the lengths do not fit");
    }
  }

  private static double[][] atStep(double[][][] states, int step) {
    return Arrays.stream(states[step]).map(double[]::clone).toArray(double[][]::new);
  }

  @Right(idea = "walks through the steps and overwrites each row while its sentence lasts")
  static final class Overwritten implements LastState {
    @Override
    public double[][] last(double[][][] states, int[] lengths) {
      check(states, lengths);
      double[][] last = new double[lengths.length][states[0][0].length];
      for (int t = 0; t < states.length; t++) {
        for (int n = 0; n < lengths.length; n++) {
          if (t < lengths[n]) {
            System.arraycopy(states[t][n], 0, last[n], 0, last[n].length);
          }
        }
      }
      return last;
    }
  }

  @Wrong(
      idea = "the last step of the batch, padding or not",
      fails = {ENDS, EDGES},
      feedback = "walking over padding")
  static final class LastStep implements LastState {
    @Override
    public double[][] last(double[][][] states, int[] lengths) {
      check(states, lengths);
      return atStep(states, states.length - 1);
    }
  }

  @Wrong(
      idea = "the end of the longest sentence",
      fails = {ENDS, EDGES},
      feedback = "where the longest sentence ends")
  static final class LongestEnd implements LastState {
    @Override
    public double[][] last(double[][][] states, int[] lengths) {
      check(states, lengths);
      return atStep(states, Arrays.stream(lengths).max().orElseThrow() - 1);
    }
  }

  @Wrong(
      idea = "step length, not length - 1",
      fails = {ENDS, EDGES},
      feedback = "one step too late")
  static final class OneTooFar implements LastState {
    @Override
    public double[][] last(double[][][] states, int[] lengths) {
      check(states, lengths);
      return IntStream.range(0, lengths.length)
          .mapToObj(n -> states[Math.min(lengths[n], states.length - 1)][n].clone())
          .toArray(double[][]::new);
    }
  }

  @Wrong(
      idea = "hands out the rows of its input",
      fails = {ENDS, EDGES},
      feedback = "returned an input's own array")
  static final class NotCopied implements LastState {
    @Override
    public double[][] last(double[][][] states, int[] lengths) {
      check(states, lengths);
      return IntStream.range(0, lengths.length)
          .mapToObj(n -> states[lengths[n] - 1][n])
          .toArray(double[][]::new);
    }
  }

  @Wrong(idea = "multiplies the other steps away", fails = EDGES, feedback = "0 times NaN is NaN")
  static final class Multiplied implements LastState {
    @Override
    public double[][] last(double[][][] states, int[] lengths) {
      check(states, lengths);
      double[][] last = new double[lengths.length][states[0][0].length];
      for (int t = 0; t < states.length; t++) {
        for (int n = 0; n < lengths.length; n++) {
          double isLast = t == lengths[n] - 1 ? 1 : 0;
          for (int j = 0; j < last[n].length; j++) {
            last[n][j] += isLast * states[t][n][j];
          }
        }
      }
      return last;
    }
  }

  @Wrong(
      idea = "zeros for a sentence of no token",
      fails = EDGES,
      feedback = "expected an IllegalArgumentException, got an answer")
  static final class ZerosForNothing implements LastState {
    @Override
    public double[][] last(double[][][] states, int[] lengths) {
      int[] atLeastOne = Arrays.stream(lengths).map(n -> Math.max(1, n)).toArray();
      double[][] last = new MyLastState().last(states, atLeastOne);
      for (int n = 0; n < lengths.length; n++) {
        Arrays.fill(last[n], 0, lengths[n] == 0 ? last[n].length : 0, 0);
      }
      return last;
    }
  }

  @Wrong(
      idea = "as many rows as there are lengths",
      fails = EDGES,
      feedback = "expected an IllegalArgumentException, got an answer")
  static final class Unchecked implements LastState {
    @Override
    public double[][] last(double[][][] states, int[] lengths) {
      if (lengths.length > states[0].length) {
        throw new IllegalArgumentException("more lengths than sentences");
      }
      double[][][] first =
          Arrays.stream(states)
              .map(step -> Arrays.copyOf(step, lengths.length))
              .toArray(double[][][]::new);
      return new MyLastState().last(first, lengths);
    }
  }
}
