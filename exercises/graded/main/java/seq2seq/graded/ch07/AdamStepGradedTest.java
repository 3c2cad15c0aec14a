package seq2seq.graded.ch07;

import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import seq2seq.engine.Generator;
import seq2seq.grading.Graded;
import seq2seq.grading.Outcome;
import seq2seq.grading.Situation;

class AdamStepGradedTest {
  private static final double NEAR = 1e-9;

  @Graded(exercise = "7.3", points = 1)
  void keepsTheTwoRunningMeans(AdamStep subject, Generator random) {
    for (int t : new int[] {2, 50}) {
      AdamInputs in = AdamInputs.random(3, t, random);
      compareMean(subject, in);
      compareSquare(subject, in);
    }
  }

  @Graded(exercise = "7.3", points = 1)
  void makesUpForTheStartFromZero(AdamStep subject, Generator random) {
    for (int t : new int[] {2, 7, 1000}) {
      compareParameters(subject, AdamInputs.random(3, t, random));
    }
  }

  @Graded(exercise = "7.3", points = 1)
  void movesByTheRateAtFirstWhateverTheGradient(AdamStep subject) {
    compareParameters(subject, AdamInputs.first(0.5, -0.000001, -3000, 0.000002));
    compareParameters(subject, AdamInputs.first(2, 0));
    AdamInputs in = AdamInputs.first(0.5, -2);
    for (int t : new int[] {0, -1}) {
      Situation.of("7.3", "update " + t)
          .rejects(() -> step(subject, in, t), "updates are counted from 1");
    }
  }

  private static void compareMean(AdamStep subject, AdamInputs in) {
    double b = AdamInputs.BETA1;
    call(subject, in, "mean, ", AdamStep.Updated::mean)
        .or(
            in.each(i -> in.m(i) / AdamInputs.correction1(in.t())),
            "the corrected mean was kept; it is for the move only")
        .or(
            in.each(i -> b * in.mean()[i] + in.gradient()[i]),
            "the gradient counts whole; in a mean it counts 1 - β₁")
        .or(
            in.each(i -> (1 - b) * in.mean()[i] + b * in.gradient()[i]),
            "β₁ and 1 - β₁ are exchanged")
        .or(
            in.each(i -> mix(AdamInputs.BETA2, in.mean()[i], in.gradient()[i])),
            "this is β₂; the mean has β₁")
        .is(in.each(in::m), NEAR);
  }

  private static void compareSquare(AdamStep subject, AdamInputs in) {
    double b = AdamInputs.BETA2;
    call(subject, in, "square, ", AdamStep.Updated::square)
        .or(
            in.each(i -> in.v(i) / AdamInputs.correction2(in.t())),
            "the corrected mean was kept; it is for the move only")
        .or(
            in.each(i -> b * in.square()[i] + in.gradient()[i] * in.gradient()[i]),
            "the square counts whole; in a mean it counts 1 - β₂")
        .or(
            in.each(i -> mix(b, in.square()[i], in.gradient()[i])),
            "this is a mean of the gradient; of its square was asked")
        .or(
            in.each(i -> mix(b, in.square()[i], in.m(i) * in.m(i))),
            "this is a mean of the mean's square; of the gradient's square was asked")
        .or(
            in.each(i -> mix(AdamInputs.BETA1, in.square()[i], squared(in.gradient()[i]))),
            "this is β₁; the mean square has β₂")
        .is(in.each(in::v), NEAR);
  }

  private static double mix(double keep, double old, double now) {
    return keep * old + (1 - keep) * now;
  }

  private static double squared(double x) {
    return x * x;
  }

  private static void compareParameters(AdamStep subject, AdamInputs in) {
    double c1 = AdamInputs.correction1(in.t());
    double c2 = AdamInputs.correction2(in.t());
    double before1 = AdamInputs.correction1(in.t() - 1);
    double before2 = AdamInputs.correction2(in.t() - 1);
    IntToDoubleFunction right = i -> in.moved(i, in.m(i) / c1, in.v(i) / c2);
    call(subject, in, "w, ", AdamStep.Updated::parameters)
        .or(
            in.each(i -> in.moved(i, in.m(i), in.v(i))),
            "mean and square were not corrected for their start from 0")
        .or(in.each(i -> in.moved(i, in.m(i) / c1, in.v(i))), "square was not corrected")
        .or(in.each(i -> in.moved(i, in.m(i), in.v(i) / c2)), "mean was not corrected")
        .or(
            in.each(i -> in.moved(i, in.m(i) / before1, in.v(i) / before2)),
            "the updates are counted from 0 here; the first one is 1")
        .or(
            in.each(i -> 2 * in.parameters()[i] - right.applyAsDouble(i)),
            "this goes up the slope; the move is against the gradient")
        .or(
            in.each(
                i ->
                    in.moved(
                        i,
                        (in.m(i) + 0.9 * in.gradient()[i]) / c1,
                        (in.v(i) + 0.999 * squared(in.gradient()[i])) / c2)),
            "the gradient and its square count whole; in a mean they count 1 - β")
        .or(
            in.each(i -> in.moved(i, in.mean()[i] / c1, in.square()[i] / c2)),
            "mean and square from before the update were used; the move needs the new ones")
        .or(
            in.each(i -> in.parameters()[i] - in.rate() * in.m(i) / c1 / (in.v(i) / c2 + 1e-8)),
            "the root of square is missing")
        .or(
            in.each(i -> in.parameters()[i] - in.rate() * (in.m(i) / c1) / root(in.v(i) / c2, 0)),
            "ε is missing")
        .or(
            in.each(
                i -> in.parameters()[i] - in.rate() * (in.m(i) / c1) / root(in.v(i) / c2, 1e-8)),
            "ε stands under the root; it is added behind it")
        .or(
            in.each(i -> in.moved(i, in.m(i) / c1 * StrictMath.sqrt(c2), in.v(i))),
            "ε was added to the root before the correction; it is added to the corrected root")
        .is(in.each(right), NEAR);
  }

  private static double root(double square, double under) {
    return StrictMath.sqrt(square + under);
  }

  private static Outcome call(
      AdamStep subject,
      AdamInputs in,
      String part,
      Function<AdamStep.Updated, double[]> component) {
    return Situation.of(
            "7.3", part + in.inWords(), in.parameters(), in.gradient(), in.mean(), in.square())
        .call(() -> component.apply(step(subject, in, in.t())));
  }

  private static AdamStep.Updated step(AdamStep subject, AdamInputs in, int t) {
    return subject.step(in.parameters(), in.gradient(), in.mean(), in.square(), t, in.rate());
  }
}
