package seq2seq.solutions.ch09;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import seq2seq.engine.Tensor;
import seq2seq.graded.ch09.OutputRecurrence;
import seq2seq.solutions.kit.Right;
import seq2seq.solutions.kit.Wrong;

/** Answers to exercise 9.2 that we know. */
final class OutputRecurrencePool {
  private static final String FEEDS = "feedsBackTheRightWordOfTheStepBefore";
  private static final String APART = "keepsTheStepsApart";
  private static final OutputRecurrence CORRECT = new MyOutputRecurrence();

  private OutputRecurrencePool() {}

  /** Step after step; what is fed back is asked for at each. */
  private abstract static class StepByStep implements OutputRecurrence {
    @Override
    public Tensor logits(Tensor inputs, int[][] targets, Weights weights, Products products) {
      CORRECT.logits(inputs, targets, weights, Tensor::matmul);
      Tensor[] logits = new Tensor[inputs.dim(0)];
      for (int t = 0; t < logits.length; t++) {
        Tensor none = Tensor.zeros(targets.length, weights.output().dim(1));
        Tensor fed = fed(t, t == 0 ? none : logits[t - 1], targets);
        Tensor read = products.of(inputs.at(t), weights.input());
        Tensor sum = read.plus(products.of(fed, weights.feedback()));
        Tensor hidden = sum.plus(weights.hiddenBias()).tanh();
        logits[t] = products.of(hidden, weights.output()).plus(weights.outputBias());
      }
      return Tensor.stack(logits);
    }

    /** What step t reads (N,V'). */
    abstract Tensor fed(int t, Tensor logitsBefore, int[][] targets);

    static Tensor oneHot(int[][] targets, int t, Tensor like) {
      int[] ids = Stream.of(targets).mapToInt(row -> row[t]).toArray();
      int last = like.dim(1) - 1;
      return Tensor.oneHot(Arrays.stream(ids).map(id -> Math.min(id, last)).toArray(), like.dim(1));
    }
  }

  @Wrong(
      idea = "one step after the other, with one-hot vectors",
      fails = APART,
      feedback = "all steps at once")
  static final class Loop extends StepByStep {
    @Override
    Tensor fed(int t, Tensor logitsBefore, int[][] targets) {
      return t == 0 ? logitsBefore : oneHot(targets, t - 1, logitsBefore);
    }
  }

  @Right(idea = "the one-hot vectors of all steps at once, shifted with slice and concat")
  static final class Shifted implements OutputRecurrence {
    @Override
    public Tensor logits(Tensor inputs, int[][] targets, Weights weights, Products products) {
      int steps = inputs.dim(0);
      int words = weights.feedback().dim(0);
      Tensor[] y = new Tensor[steps];
      y[0] = Tensor.zeros(targets.length, words);
      for (int t = 1; t < steps; t++) {
        int step = t - 1;
        y[t] =
            Tensor.oneHot(
                IntStream.range(0, targets.length).map(n -> targets[n][step]).toArray(), words);
      }
      Tensor both = Tensor.concat(2, inputs, Tensor.stack(y));
      Tensor wide = Tensor.concat(0, weights.input(), weights.feedback());
      Tensor hidden = products.of(both, wide).plus(weights.hiddenBias()).tanh();
      return products.of(hidden, weights.output()).plus(weights.outputBias());
    }
  }

  @Wrong(
      idea = "feeds back the word that the network would have said",
      fails = {FEEDS, APART},
      feedback = "the network read the word it would have said")
  static final class OwnWord extends StepByStep {
    @Override
    Tensor fed(int t, Tensor logitsBefore, int[][] targets) {
      return t == 0 ? logitsBefore : Tensor.oneHot(logitsBefore.argMax(), logitsBefore.dim(1));
    }
  }

  @Wrong(
      idea = "feeds back the network's logits",
      fails = {FEEDS, APART},
      feedback = "the network read its own logits")
  static final class OwnLogits extends StepByStep {
    @Override
    Tensor fed(int t, Tensor logitsBefore, int[][] targets) {
      return logitsBefore;
    }
  }

  @Wrong(
      idea = "shows each step its own right word",
      fails = {FEEDS, APART},
      feedback = "the one it should find")
  static final class NoShift extends StepByStep {
    @Override
    Tensor fed(int t, Tensor logitsBefore, int[][] targets) {
      return oneHot(targets, t, logitsBefore);
    }
  }

  @Wrong(
      idea = "word 0 before the first step",
      fails = {FEEDS, APART},
      feedback = "step 0 read word 0")
  static final class WordZero extends StepByStep {
    @Override
    Tensor fed(int t, Tensor logitsBefore, int[][] targets) {
      return t == 0
          ? oneHot(new int[targets.length][1], 0, logitsBefore)
          : oneHot(targets, t - 1, logitsBefore);
    }
  }

  @Wrong(
      idea = "feeds nothing back",
      fails = {FEEDS, APART},
      feedback = "nothing was fed back")
  static final class NoFeedback extends StepByStep {
    @Override
    Tensor fed(int t, Tensor logitsBefore, int[][] targets) {
      return Tensor.zeros(targets.length, logitsBefore.dim(1));
    }
  }

  @Wrong(
      idea = "the words as they lie in memory, (N,T) for (T,N)",
      fails = {FEEDS, APART},
      feedback = "were taken for (T,N)")
  static final class Turned implements OutputRecurrence {
    @Override
    public Tensor logits(Tensor inputs, int[][] targets, Weights weights, Products products) {
      CORRECT.logits(inputs, targets, weights, products);
      int[] flat = Stream.of(targets).flatMapToInt(Arrays::stream).toArray();
      int[][] turned = new int[targets.length][inputs.dim(0)];
      for (int i = 0; i < flat.length; i++) {
        int word = Math.min(flat[i], weights.feedback().dim(0) - 1);
        turned[i % targets.length][i / targets.length] = word;
      }
      return CORRECT.logits(inputs, turned, weights, products);
    }
  }

  @Wrong(
      idea = "refuses a strange last word too, though nobody reads it",
      fails = APART,
      feedback = "threw Illegal")
  static final class ChecksTheLast implements OutputRecurrence {
    @Override
    public Tensor logits(Tensor inputs, int[][] targets, Weights weights, Products products) {
      int words = weights.feedback().dim(0);
      if (Stream.of(targets).flatMapToInt(Arrays::stream).anyMatch(w -> w < 0 || w >= words)) {
        throw new IllegalArgumentException("a word is not from 0 to V'-1");
      }
      return CORRECT.logits(inputs, targets, weights, products);
    }
  }

  @Wrong(idea = "words need no check", fails = APART, feedback = "expected an Illegal")
  static final class Unchecked implements OutputRecurrence {
    @Override
    public Tensor logits(Tensor inputs, int[][] targets, Weights weights, Products products) {
      int[][] clamped =
          Stream.of(targets)
              .map(row -> Arrays.stream(row).map(w -> Math.floorMod(w, 4)).toArray())
              .toArray(int[][]::new);
      return weights.feedback().dim(0) == 4
          ? CORRECT.logits(inputs, clamped, weights, products)
          : CORRECT.logits(inputs, targets, weights, products);
    }
  }
}
