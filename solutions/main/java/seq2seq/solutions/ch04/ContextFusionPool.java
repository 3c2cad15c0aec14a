package seq2seq.solutions.ch04;

import java.util.Arrays;
import seq2seq.graded.ch04.ContextFusion;
import seq2seq.solutions.kit.Right;
import seq2seq.solutions.kit.Wrong;

/** Answers to exercise 4.1 that we know: above all the context that changes on the way. */
final class ContextFusionPool {
  private static final String FUSES = "laysTheContextBehindEveryWord";
  private static final String STATES = "keepsTheContextWhileTheStateChanges";
  private static final String BATCH = "refusesAContextForAnotherBatch";
  private static final ContextFusion CORRECT = new MyContextFusion();

  private ContextFusionPool() {}

  /** One row for each of the left; the last one of the right serves again if it has fewer. */
  private static double[][] sideBySide(double[][] left, double[][] right) {
    double[][] both = new double[left.length][];
    for (int n = 0; n < both.length; n++) {
      double[] behind = right[Math.min(n, right.length - 1)];
      both[n] = Arrays.copyOf(left[n], left[n].length + behind.length);
      for (int j = 0; j < behind.length; j++) {
        both[n][left[n].length + j] = behind[j];
      }
    }
    return both;
  }

  /** The worked answer, of which some part is changed. */
  private abstract static class Changed implements ContextFusion {
    @Override
    public double[][][] fuse(double[][][] words, double[][] context) {
      return CORRECT.fuse(words, context);
    }

    @Override
    public double[][][] states(double[][][] words, double[][] context, Cell cell) {
      return walk(fuse(words, context), context, cell);
    }

    static double[][][] walk(double[][][] inputs, double[][] first, Cell cell) {
      double[][][] states = new double[inputs.length][][];
      double[][] state = first;
      for (int t = 0; t < inputs.length; t++) {
        state = cell.next(inputs[t], state);
        states[t] = state;
      }
      return states;
    }
  }

  @Right(idea = "each method for itself, number by number, with a copy of the first state")
  static final class NumberByNumber implements ContextFusion {
    @Override
    public double[][][] fuse(double[][][] words, double[][] context) {
      check(words, context);
      return Arrays.stream(words).map(x -> sideBySide(x, context)).toArray(double[][][]::new);
    }

    @Override
    public double[][][] states(double[][][] words, double[][] context, Cell cell) {
      check(words, context);
      double[][][] states = new double[words.length][context.length][context[0].length];
      double[][] before = Arrays.stream(context).map(double[]::clone).toArray(double[][]::new);
      for (int t = 0; t < words.length; t++) {
        double[][] after = cell.next(sideBySide(words[t], context), before);
        for (int n = 0; n < after.length; n++) {
          System.arraycopy(after[n], 0, before[n], 0, after[n].length);
          System.arraycopy(after[n], 0, states[t][n], 0, after[n].length);
        }
      }
      return states;
    }

    private static void check(double[][][] words, double[][] context) {
      for (double[][] x : words) {
        if (x.length != context.length) {
          throw new IllegalArgumentException("the context is for another batch");
        }
      }
    }
  }

  @Wrong(
      idea = "the context is read from the decoder's changing state",
      fails = STATES,
      feedback = "beside the words stands the decoder's changing state")
  static final class Drifting extends Changed {
    @Override
    public double[][][] states(double[][][] words, double[][] context, Cell cell) {
      fuse(words, context);
      double[][][] states = new double[words.length][][];
      double[][] state = context;
      for (int t = 0; t < words.length; t++) {
        state = cell.next(sideBySide(words[t], state), state);
        states[t] = state;
      }
      return states;
    }
  }

  @Wrong(idea = "the new state is dropped", fails = STATES, feedback = "the new state was dropped")
  static final class Forgetful extends Changed {
    @Override
    public double[][][] states(double[][][] words, double[][] context, Cell cell) {
      return Arrays.stream(fuse(words, context))
          .map(input -> cell.next(input, context))
          .toArray(double[][][]::new);
    }
  }

  @Wrong(
      idea = "the state before the first step is zeros",
      fails = STATES,
      feedback = "the state before the first step was zeros")
  static final class FromZeros extends Changed {
    @Override
    public double[][][] states(double[][][] words, double[][] context, Cell cell) {
      return walk(fuse(words, context), new double[context.length][context[0].length], cell);
    }
  }

  @Wrong(
      idea = "context first, then the word",
      fails = {FUSES, STATES},
      feedback = "the word comes first")
  static final class ContextFirst extends Changed {
    @Override
    public double[][][] fuse(double[][][] words, double[][] context) {
      CORRECT.fuse(words, context);
      return Arrays.stream(words).map(x -> sideBySide(context, x)).toArray(double[][][]::new);
    }
  }

  @Wrong(
      idea = "the context beside the first word only",
      fails = FUSES,
      feedback = "beside the first word only")
  static final class OnlyAtFirst extends Changed {
    @Override
    public double[][][] fuse(double[][][] words, double[][] context) {
      double[][][] fused = CORRECT.fuse(words, context);
      for (int t = 1; t < fused.length; t++) {
        for (double[] row : fused[t]) {
          Arrays.fill(row, words[0][0].length, row.length, 0);
        }
      }
      return fused;
    }

    @Override
    public double[][][] states(double[][][] words, double[][] context, Cell cell) {
      return CORRECT.states(words, context, cell);
    }
  }

  @Wrong(
      idea = "a context of one row serves all sentences",
      fails = BATCH,
      feedback = "expected an IllegalArgumentException, got an answer")
  static final class Unchecked extends Changed {
    @Override
    public double[][][] fuse(double[][][] words, double[][] context) {
      return Arrays.stream(words).map(x -> sideBySide(x, context)).toArray(double[][][]::new);
    }
  }
}
