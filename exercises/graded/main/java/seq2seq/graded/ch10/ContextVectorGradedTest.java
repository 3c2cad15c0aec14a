package seq2seq.graded.ch10;

import java.util.stream.IntStream;
import seq2seq.engine.Generator;
import seq2seq.grading.Graded;
import seq2seq.grading.Outcome;
import seq2seq.grading.Situation;

class ContextVectorGradedTest {
  private static final double NEAR = 1e-9;

  @Graded(exercise = "10.2", points = 1)
  void isTheWeightedSumOfTheRealVectors(ContextVector subject, Generator random) {
    context(subject, ContextInputs.example());
    context(subject, ContextInputs.random(4, new int[] {4, 2, 3}, random));
    context(subject, ContextInputs.random(3, new int[] {3, 2, 3}, random));
  }

  @Graded(exercise = "10.2", points = 1)
  void sendsTheGradientToWeightsAndVectors(ContextVector subject, Generator random) {
    gradients(subject, ContextInputs.example());
    gradients(subject, ContextInputs.random(4, new int[] {4, 2, 3}, random));
    gradients(subject, ContextInputs.random(3, new int[] {3, 2, 3}, random));
  }

  @Graded(exercise = "10.2", points = 1)
  void doesNotLookAtPadding(ContextVector subject, Generator random) {
    ContextInputs clean = ContextInputs.random(5, new int[] {3, 0, 5, 1}, random);
    ContextInputs batch = clean.withRubbishAtPadding();
    String words = batch.inWords() + " with NaN and infinities at the padding";
    contextOf(subject, batch, words).is(clean.context(), NEAR);
    weightsOf(subject, batch, words).is(clean.perWeight(clean::dot, true), NEAR);
    valuesOf(subject, batch, words).is(values(clean), NEAR);
  }

  private static void context(ContextVector subject, ContextInputs batch) {
    contextOf(subject, batch, batch.inWords())
        .or(
            batch.context((t, n) -> new double[] {batch.alpha()[n][t] / batch.lengths()[n]}),
            "this is divided by the lengths; the weights add up to 1 already")
        .or(
            batch.context((t, n) -> new double[] {batch.alpha()[n][t] / batch.steps()}),
            "this is divided by T; the weights add up to 1 already")
        .or(batch.context((t, n) -> new double[] {1}), "the vectors were added without weights")
        .or(
            batch.context((t, n) -> new double[] {1.0 / batch.lengths()[n]}),
            "this is the plain mean of the vectors; α weights them")
        .is(batch.context(), NEAR);
  }

  private static void gradients(ContextVector subject, ContextInputs batch) {
    weightsOf(subject, batch, batch.inWords() + ": ∂L/∂α")
        .or(
            batch.perWeight(batch::dot, false),
            "padding has a gradient here; it takes no part in c, so it must be 0")
        .or(
            batch.perWeight((t, n) -> new double[] {throughSoftmax(batch, t, n)}, true),
            "this is the gradient of the scores, behind the softmax; asked for is that of α itself")
        .or(
            batch.perWeight(
                (t, n) -> new double[] {batch.alpha()[n][t] * batch.dot(t, n)[0]}, true),
            "α itself is a factor here; c is linear in α, so its gradient does not depend on it")
        .or(
            batch.perWeight((t, n) -> new double[] {sum(batch.values()[t][n])}, true),
            "∂L/∂c is missing; weigh each element of the vector by it")
        .is(batch.perWeight(batch::dot, true), NEAR);
    valuesOf(subject, batch, batch.inWords() + ": ∂L/∂h")
        .or(
            batch.perValue((t, n) -> batch.gradientTimes(n, 1)),
            "α is missing; a vector that is looked at less gets less")
        .or(
            batch.perValue((t, n) -> batch.gradientTimes(n, 1.0 / batch.lengths()[n])),
            "every vector got the same share; the share is α")
        .or(
            batch.perValue((t, n) -> alpha(batch, t, n)),
            "∂L/∂c is missing; this is only how c changes")
        .is(values(batch), NEAR);
  }

  private static double[][][] values(ContextInputs batch) {
    return batch.perValue((t, n) -> batch.gradientTimes(n, batch.alpha()[n][t]));
  }

  private static double[] alpha(ContextInputs batch, int t, int n) {
    return IntStream.range(0, batch.size()).mapToDouble(j -> batch.alpha()[n][t]).toArray();
  }

  private static double throughSoftmax(ContextInputs batch, int t, int n) {
    double mean =
        IntStream.range(0, batch.lengths()[n])
            .mapToDouble(s -> batch.alpha()[n][s] * batch.dot(s, n)[0])
            .sum();
    return batch.alpha()[n][t] * (batch.dot(t, n)[0] - mean);
  }

  private static double sum(double[] vector) {
    return IntStream.range(0, vector.length).mapToDouble(j -> vector[j]).sum();
  }

  private static Outcome contextOf(ContextVector subject, ContextInputs b, String words) {
    return Situation.of("10.2", words, b.alpha(), b.values(), b.lengths())
        .call(() -> subject.context(b.alpha(), b.values(), b.lengths()));
  }

  private static Outcome weightsOf(ContextVector subject, ContextInputs b, String words) {
    return Situation.of("10.2", words, b.alpha(), b.values(), b.lengths(), b.gradient())
        .call(() -> back(subject, b).weights());
  }

  private static Outcome valuesOf(ContextVector subject, ContextInputs b, String words) {
    return Situation.of("10.2", words, b.alpha(), b.values(), b.lengths(), b.gradient())
        .call(() -> back(subject, b).values());
  }

  private static ContextVector.Gradients back(ContextVector subject, ContextInputs b) {
    return subject.gradients(b.alpha(), b.values(), b.lengths(), b.gradient());
  }
}
