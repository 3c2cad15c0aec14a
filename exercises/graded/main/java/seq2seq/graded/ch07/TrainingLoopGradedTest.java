package seq2seq.graded.ch07;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
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

  private static void rehearse(
      TrainingLoop subject, RehearsalPlan plan, Deque<Rehearsal> rehearsals) {
    Situation.of("7.4", plan.inWords())
        .call(
            () -> {
              Rehearsal rehearsal = new Rehearsal(plan);
              rehearsals.add(rehearsal);
              subject.train(rehearsal, plan.epochs());
              return rehearsal.history();
            });
  }

  private static void compareHistory(TrainingLoop subject, RehearsalPlan plan) {
    shown(subject, plan, "how often step 8 came", rows -> rows.length).is(plan.epochs(), 0);
    for (int epoch = 0; epoch < plan.epochs(); epoch++) {
      compareTrainingLoss(subject, plan, epoch);
      compareHeldOutLoss(subject, plan, epoch);
    }
  }

  private static void compareTrainingLoss(TrainingLoop subject, RehearsalPlan plan, int epoch) {
    shown(subject, plan, "the training loss of epoch " + (epoch + 1), rows -> rows[epoch][0])
        .or(
            plan.meanOverBatches(epoch),
            "each batch counts alike in the training loss; each real token should")
        .or(
            plan.meanOverTokens(0, epoch),
            "the training loss is a mean over all epochs so far; begin each epoch anew")
        .or(plan.lastLoss(epoch), "this is the loss of the epoch's last batch alone")
        .or(
            plan.batches() * plan.meanOverBatches(epoch),
            "this is the sum of the batches' losses, not their mean")
        .or(plan.heldOutAfter(epoch), "the two losses are exchanged")
        .is(plan.meanOverTokens(epoch, epoch), NEAR);
  }

  private static void compareHeldOutLoss(TrainingLoop subject, RehearsalPlan plan, int epoch) {
    int updates = epoch * plan.batches();
    shown(subject, plan, "the held-out loss of epoch " + (epoch + 1), rows -> rows[epoch][1])
        .or(
            plan.heldOut(updates),
            "the held-out loss was measured before the epoch; measure it after the last update")
        .or(
            plan.heldOut(updates + plan.batches() - 1),
            "the held-out loss was measured before the last update; measure it after that")
        .or(plan.meanOverTokens(epoch, epoch), "the two losses are exchanged")
        .is(plan.heldOutAfter(epoch), NEAR);
  }

  /** A number of what step 8 is shown, called by its name. */
  private static Outcome shown(
      TrainingLoop subject, RehearsalPlan plan, String what, Function<double[][], Object> number) {
    return Situation.of("7.4", what + ", in " + plan.inWords())
        .call(
            () -> {
              Rehearsal rehearsal = new Rehearsal(plan);
              subject.train(rehearsal, plan.epochs());
              return number.apply(rehearsal.history());
            });
  }
}
