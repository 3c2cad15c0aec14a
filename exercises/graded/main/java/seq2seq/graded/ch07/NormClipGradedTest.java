package seq2seq.graded.ch07;

import java.util.function.Function;
import seq2seq.engine.Generator;
import seq2seq.grading.Graded;
import seq2seq.grading.Outcome;
import seq2seq.grading.Situation;

class NormClipGradedTest {
  private static final double NEAR = 1e-9;

  @Graded(exercise = "7.2", points = 2)
  void shortensAllGradientsAlike(NormClip subject, Generator random) {
    compareGradients(subject, ClipInputs.random(3, 2, 0.4, random));
    compareGradients(subject, ClipInputs.random(4, 4, 0.1, random));
    // Together above the limit, though neither is so alone.
    double[][] weight = {{3, 0}, {0, 0}};
    compareGradients(subject, new ClipInputs(weight, new double[] {0, 4}, 4.5));
  }

  @Graded(exercise = "7.2", points = 1)
  void leavesShortOnesAloneAndTellsTheNorm(NormClip subject, Generator random) {
    ClipInputs small = ClipInputs.random(2, 3, 3, random);
    compareGradients(subject, small);
    compareNorm(subject, small);
    compareNorm(subject, ClipInputs.random(3, 2, 0.5, random));
    ClipInputs zeros = new ClipInputs(new double[2][3], new double[3], 1);
    compareGradients(subject, zeros);
    compareNorm(subject, zeros);
    rejects(subject, small.withLimit(0));
    rejects(subject, small.withLimit(-1));
  }

  private static void compareGradients(NormClip subject, ClipInputs in) {
    compare(subject, in, "the weight", NormClip.Clipped::weight);
    compare(subject, in, "the bias", NormClip.Clipped::bias);
  }

  private static void compare(
      NormClip subject, ClipInputs in, String name, Function<NormClip.Clipped, Object> part) {
    double c = in.limit();
    double norm = in.norm();
    call(subject, in, name, part)
        .or(
            part.apply(in.each(g -> g * (c / norm))),
            norm == 0
                ? "0/0 is not a number; ask whether the norm is above the limit before you divide"
                : "the gradients are made longer; below the limit they stay as they are")
        .or(
            part.apply(
                in.each(g -> g * in.factor(in.weightNorm()), g -> g * in.factor(in.biasNorm()))),
            "each parameter was clipped by a norm of its own; one norm for all keeps the direction")
        .or(
            part.apply(in.each(g -> Math.max(-c, Math.min(c, g)))),
            "each number was cut off at the limit, which changes the direction")
        .or(
            part.apply(in.each(g -> g * in.factor(in.weightNorm() + in.biasNorm()))),
            "the norms of the parameters were added; add up the squares, then take the root")
        .or(
            part.apply(in.each(g -> g * in.factor(norm * norm))),
            "the norm is the ROOT of the sum of the squares")
        .or(part.apply(in.each(g -> g / norm)), "this has length 1, not the limit's length")
        .or(part.apply(in.each(g -> g)), "nothing was clipped")
        .is(part.apply(in.each(g -> g * in.factor(norm))), NEAR);
  }

  private static void compareNorm(NormClip subject, ClipInputs in) {
    call(subject, in, "the norm", NormClip.Clipped::norm)
        .or(Math.min(in.norm(), in.limit()), "this is the norm after clipping, not before")
        .or(in.norm() * in.norm(), "this is the sum of the squares; the norm is its root")
        .or(
            in.weightNorm() + in.biasNorm(),
            "the norms of the parameters were added; add up the squares, then take the root")
        .or(in.weightNorm(), "the bias was left out")
        .is(in.norm(), NEAR);
  }

  private static Outcome call(
      NormClip subject, ClipInputs in, String name, Function<NormClip.Clipped, Object> part) {
    return Situation.of("7.2", name + ", " + in.inWords(), in.weight(), in.bias())
        .call(() -> part.apply(subject.clip(in.weight(), in.bias(), in.limit())));
  }

  private static void rejects(NormClip subject, ClipInputs in) {
    Situation.of("7.2", in.inWords())
        .rejects(
            () -> subject.clip(in.weight(), in.bias(), in.limit()), "the limit must be above 0");
  }
}
