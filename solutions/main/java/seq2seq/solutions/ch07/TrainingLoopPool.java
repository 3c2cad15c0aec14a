package seq2seq.solutions.ch07;

import java.util.ArrayList;
import java.util.List;
import seq2seq.graded.ch07.TrainingLoop;
import seq2seq.solutions.kit.Right;
import seq2seq.solutions.kit.Wrong;

/** Answers to exercise 7.4 that we know: above all the steps in a wrong order. */
final class TrainingLoopPool {
  private static final String STEPS = "everyUpdateUsesClippedGradientsOfItsBatchAlone";
  private static final String COMES = "stepEightComesOnceAfterEachEpoch";
  private static final String LOSSES = "stepEightIsShownTheRightLosses";

  private TrainingLoopPool() {}

  /** A right loop whose parts an answer may replace by wrong ones. */
  abstract static class Base implements TrainingLoop {
    double nats;
    long tokens;

    @Override
    public void train(Steps steps, int epochs) {
      steps.initialise();
      for (int epoch = 0; epoch < epochs; epoch++) {
        nats = 0;
        tokens = 0;
        beforeEpoch(steps);
        while (steps.load()) {
          add(batch(steps), steps.tokens());
        }
        afterEpoch(steps);
      }
    }

    void beforeEpoch(Steps steps) {}

    /** Steps 3 to 7; gives the loss. */
    double batch(Steps steps) {
      steps.forward();
      double loss = steps.loss();
      learn(steps);
      return loss;
    }

    /** Steps 5 to 7. */
    void learn(Steps steps) {
      steps.clear();
      steps.backward();
      steps.clip();
      steps.update();
    }

    void add(double loss, int size) {
      nats += loss * size;
      tokens += size;
    }

    void afterEpoch(Steps steps) {
      steps.visualise(nats / tokens, steps.heldOut());
    }
  }

  @Right(idea = "loads ahead of the loop, clears behind each update, and keeps all losses in lists")
  static final class ClearsBehind implements TrainingLoop {
    @Override
    public void train(Steps steps, int epochs) {
      steps.initialise();
      steps.clear();
      for (int epoch = 1; epoch <= epochs; epoch++) {
        List<Double> losses = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        for (boolean isThere = steps.load(); isThere; isThere = steps.load()) {
          sizes.add(steps.tokens());
          steps.forward();
          losses.add(steps.loss());
          steps.backward();
          steps.clip();
          steps.update();
          steps.clear();
        }
        int tokens = sizes.stream().mapToInt(Integer::intValue).sum();
        double mean = 0;
        for (int b = 0; b < sizes.size(); b++) {
          mean += losses.get(b) * sizes.get(b) / tokens;
        }
        steps.visualise(mean, steps.heldOut());
      }
    }
  }

  @Right(idea = "clears before load, and looks at the held-out loss more often than it must")
  static final class LooksOften implements TrainingLoop {
    @Override
    public void train(Steps steps, int epochs) {
      steps.initialise();
      while (epochs-- > 0) {
        double sum = 0;
        int all = 0;
        double heldOut = steps.heldOut();
        steps.clear();
        while (steps.load()) {
          steps.forward();
          sum += steps.loss() * steps.tokens();
          steps.backward();
          steps.clip();
          steps.update();
          all += steps.tokens();
          heldOut = steps.heldOut();
          steps.clear();
        }
        steps.visualise(sum / all, heldOut);
      }
    }
  }

  @Wrong(
      idea = "gradients never cleared",
      fails = STEPS,
      feedback = "epoch 1, batch 2: update used gradients of earlier batches too")
  static class NotCleared extends Base {
    @Override
    void learn(Steps steps) {
      steps.backward();
      steps.clip();
      steps.update();
    }
  }

  @Wrong(
      idea = "gradients cleared once an epoch",
      fails = STEPS,
      feedback = "update used gradients of earlier batches too")
  static final class ClearedOnceAnEpoch extends NotCleared {
    @Override
    void beforeEpoch(Steps steps) {
      steps.clear();
    }
  }

  @Wrong(
      idea = "gradients cleared between backward and update",
      fails = STEPS,
      feedback = "update found no gradients")
  static final class ClearedTooLate extends Base {
    @Override
    void learn(Steps steps) {
      steps.backward();
      steps.clip();
      steps.clear();
      steps.update();
    }
  }

  @Wrong(
      idea = "clip after update",
      fails = STEPS,
      feedback = "update used gradients that were not clipped")
  static final class ClipsAfterUpdate extends Base {
    @Override
    void learn(Steps steps) {
      steps.clear();
      steps.backward();
      steps.update();
      steps.clip();
    }
  }

  @Wrong(
      idea = "clip before backward",
      fails = STEPS,
      feedback = "update used gradients that were not clipped")
  static final class ClipsBeforeBackward extends Base {
    @Override
    void learn(Steps steps) {
      steps.clear();
      steps.clip();
      steps.backward();
      steps.update();
    }
  }

  @Wrong(
      idea = "backward before the loss is measured",
      fails = STEPS,
      feedback = "backward came before this batch's loss")
  static final class LossAfterBackward extends Base {
    @Override
    double batch(Steps steps) {
      steps.forward();
      steps.clear();
      steps.backward();
      double loss = steps.loss();
      steps.clip();
      steps.update();
      return loss;
    }
  }

  @Wrong(
      idea = "initialise at the start of each epoch",
      fails = STEPS,
      feedback = "initialise came again")
  static final class InitialisesAgain extends Base {
    private int epoch;

    @Override
    public void train(Steps steps, int epochs) {
      epoch = 0;
      super.train(steps, epochs);
    }

    @Override
    void beforeEpoch(Steps steps) {
      if (epoch++ > 0) {
        steps.initialise();
      }
    }
  }

  @Wrong(
      idea = "all batches forward, one backward: an update an epoch",
      fails = {STEPS, LOSSES},
      feedback = "the next batch was loaded before this one's update")
  static final class OneUpdateAnEpoch extends Base {
    @Override
    void learn(Steps steps) {}

    @Override
    void afterEpoch(Steps steps) {
      super.learn(steps);
      super.afterEpoch(steps);
    }
  }

  @Wrong(
      idea = "step 8 after each batch",
      fails = {COMES, LOSSES},
      feedback = "step 8 came in the middle of an epoch of 3 batches")
  static final class ShowsEachBatch extends Base {
    @Override
    double batch(Steps steps) {
      double loss = super.batch(steps);
      steps.visualise(loss, steps.heldOut());
      return loss;
    }

    @Override
    void afterEpoch(Steps steps) {}
  }

  @Wrong(
      idea = "step 8 once, at the very end",
      fails = {COMES, LOSSES},
      feedback = "step 8 had not come for this one")
  static final class ShowsOnce extends Base {
    @Override
    public void train(Steps steps, int epochs) {
      super.train(steps, epochs);
      super.afterEpoch(steps);
    }

    @Override
    void afterEpoch(Steps steps) {}
  }

  @Wrong(
      idea = "the mean of the batches' means",
      fails = LOSSES,
      feedback = "each batch counts alike")
  static final class MeanOfMeans extends Base {
    @Override
    void add(double loss, int size) {
      super.add(loss, 1);
    }
  }

  @Wrong(
      idea = "the sums go on from epoch to epoch",
      fails = LOSSES,
      feedback = "a mean over all epochs so far")
  static final class NeverAnew extends Base {
    private double allNats;
    private long allTokens;

    @Override
    public void train(Steps steps, int epochs) {
      allNats = 0;
      allTokens = 0;
      super.train(steps, epochs);
    }

    @Override
    void afterEpoch(Steps steps) {
      allNats += nats;
      allTokens += tokens;
      steps.visualise(allNats / allTokens, steps.heldOut());
    }
  }

  @Wrong(
      idea = "the held-out loss of the model before the epoch",
      fails = LOSSES,
      feedback = "measured before the epoch")
  static final class HeldOutTooEarly extends Base {
    private double heldOut;

    @Override
    void beforeEpoch(Steps steps) {
      heldOut = steps.heldOut();
    }

    @Override
    void afterEpoch(Steps steps) {
      steps.visualise(nats / tokens, heldOut);
    }
  }
}
