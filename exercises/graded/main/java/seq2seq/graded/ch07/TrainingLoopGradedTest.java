package seq2seq.graded.ch07;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import seq2seq.engine.Generator;
import seq2seq.grading.Exercises;
import seq2seq.grading.Graded;
import seq2seq.grading.Outcome;
import seq2seq.grading.Situation;

class TrainingLoopGradedTest {
  private static final double NEAR = 1e-9;

  @Graded(exercise = "7.4", points = 2)
  void everyUpdateUsesClippedGradientsOfItsBatchAlone(TrainingLoop subject, Generator random) {
    plans(random).forEach(plan -> check(subject, plan, Rehearsal::stepsMistake));
  }

  @Graded(exercise = "7.4", points = 1)
  void stepEightComesOnceAfterEachEpoch(TrainingLoop subject, Generator random) {
    plans(random).forEach(plan -> check(subject, plan, Rehearsal::showingMistake));
  }

  @Graded(exercise = "7.4", points = 1)
  void stepEightIsShownTheRightLosses(TrainingLoop subject, Generator random) {
    plans(random).forEach(plan -> compareHistory(subject, plan));
  }

  private static List<RehearsalPlan> plans(Generator random) {
    return List.of(
        RehearsalPlan.random(2, 3, random),
        RehearsalPlan.random(3, 2, random),
        RehearsalPlan.random(1, 1, random));
  }

  private static void check(
      TrainingLoop subject, RehearsalPlan plan, Function<Rehearsal, String> mistake) {
    Deque<Rehearsal> rehearsals = new ArrayDeque<>();
    rehearse(subject, plan, rehearsals);
    String what = mistake.apply(rehearsals.getLast());
    if (!what.isEmpty()) {
      String label = Exercises.find("7.4").label();
      throw new AssertionError(label + ": " + what + " (" + plan.inWords() + ").");
    }
  }

  private static Outcome rehearse(
      TrainingLoop subject, RehearsalPlan plan, Deque<Rehearsal> rehearsals) {
    return Situation.of("7.4", plan.inWords())
        .call(
            () -> {
              Rehearsal rehearsal = new Rehearsal(plan);
              rehearsals.add(rehearsal);
              subject.train(rehearsal, plan.epochs());
              return rehearsal.history();
            });
  }

  private static void compareHistory(TrainingLoop subject, RehearsalPlan plan) {
    int b = plan.batches();
    IntToDoubleFunction train = epoch -> plan.meanOverTokens(epoch, epoch);
    IntToDoubleFunction heldOut = epoch -> plan.heldOut((epoch + 1) * b);
    rehearse(subject, plan, new ArrayDeque<>())
        .or(
            rows(plan, plan::meanOverBatches, heldOut),
            "each batch counts alike in the training loss; each real token should")
        .or(
            rows(plan, epoch -> plan.meanOverTokens(0, epoch), heldOut),
            "the training loss is a mean over all epochs so far; begin each epoch anew")
        .or(rows(plan, plan::lastLoss, heldOut), "this is the loss of the epoch's last batch alone")
        .or(
            rows(plan, epoch -> b * plan.meanOverBatches(epoch), heldOut),
            "this is the sum of the batches' losses, not their mean")
        .or(
            rows(plan, train, epoch -> plan.heldOut(epoch * b)),
            "the held-out loss was measured before the epoch; measure it after the last update")
        .or(
            rows(plan, train, epoch -> plan.heldOut((epoch + 1) * b - 1)),
            "the held-out loss was measured before the last update; measure it after that")
        .or(rows(plan, heldOut, train), "the two losses are exchanged")
        .is(rows(plan, train, heldOut), NEAR);
  }

  private static double[][] rows(
      RehearsalPlan plan, IntToDoubleFunction train, IntToDoubleFunction heldOut) {
    double[][] rows = new double[plan.epochs()][];
    Arrays.setAll(
        rows, epoch -> new double[] {train.applyAsDouble(epoch), heldOut.applyAsDouble(epoch)});
    return rows;
  }
}
