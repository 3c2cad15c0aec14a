package seq2seq.graded.ch06;

import java.util.Arrays;
import seq2seq.engine.Generator;
import seq2seq.graded.Matrices;
import seq2seq.grading.Graded;
import seq2seq.grading.Situation;

class LogSoftmaxGradedTest {
  private static final double NEAR = 1e-9;

  @Graded(exercise = "6.1", points = 2)
  void givesTheLogProbabilitiesOfEachRow(LogSoftmax subject, Generator random) {
    compare(subject, new double[][] {{2, 0, 1}, {0, 0, 0}}, "logits [[2 0 1] [0 0 0]]");
    compare(subject, Matrices.random(4, 3, 2, random), "random logits (4×3)");
    compare(subject, Matrices.random(3, 3, 2, random), "random logits (3×3)");
  }

  @Graded(exercise = "6.1", points = 1)
  void staysFiniteWhenARowIsFarFromZero(LogSoftmax subject) {
    double[][] logits = {{1002, 1000, 1001}, {-2000, -2002, -2001}};
    Situation situation =
        Situation.of("6.1", "logits [[1002 1000 1001] [-2000 -2002 -2001]]", (Object) logits);
    double[][] right = {
      {-0.40760596444438, -2.40760596444438, -1.40760596444438},
      {-0.40760596444438, -2.40760596444438, -1.40760596444438}
    };
    double nan = Double.NaN;
    double infinity = Double.POSITIVE_INFINITY;
    situation
        .call(() -> subject.logSoftmax(logits))
        .or(
            new double[][] {{nan, nan, nan}, {nan, nan, nan}},
            "exp overflowed or underflowed; take the row's largest logit off first")
        .or(
            new double[][] {right[0], {infinity, infinity, infinity}},
            "one largest logit was taken off for the whole batch; each row has its own")
        .is(right, NEAR);
  }

  @Graded(exercise = "6.1", points = 1)
  void keepsAProbabilityThatIsTooSmallToHold(LogSoftmax subject) {
    double lost = Double.NEGATIVE_INFINITY;
    double[][] logits = {{0, 800}};
    Situation.of("6.1", "logits [[0 800]]", (Object) logits)
        .call(() -> subject.logSoftmax(logits))
        .or(
            new double[][] {{lost, 0}},
            "the probability was rounded to 0 before its logarithm was taken; never compute it")
        .is(new double[][] {{-800, 0}}, NEAR);
  }

  private static void compare(LogSoftmax subject, double[][] logits, String words) {
    Situation.of("6.1", words, (Object) logits)
        .call(() -> subject.logSoftmax(logits))
        .or(
            Matrices.each(byRows(logits), StrictMath::exp),
            "these are probabilities, without the logarithm")
        .or(
            Matrices.each(byRows(logits), x -> x / StrictMath.log(10)),
            "this is the logarithm to base 10; the natural one is asked for")
        .or(
            Matrices.transposed(byRows(Matrices.transposed(logits))),
            "this is normalised down the columns; each row is a distribution")
        .or(overAll(logits), "this is normalised over the whole batch; each row is a distribution")
        .is(byRows(logits), NEAR);
  }

  /** The formula as it stands, which is safe for small logits. */
  private static double[][] byRows(double[][] logits) {
    double[][] result = new double[logits.length][];
    for (int n = 0; n < logits.length; n++) {
      double sum = Arrays.stream(logits[n]).map(StrictMath::exp).sum();
      result[n] =
          Arrays.stream(logits[n]).map(o -> StrictMath.log(StrictMath.exp(o) / sum)).toArray();
    }
    return result;
  }

  private static double[][] overAll(double[][] logits) {
    double sum = Arrays.stream(logits).flatMapToDouble(Arrays::stream).map(StrictMath::exp).sum();
    return Matrices.each(logits, o -> o - StrictMath.log(sum));
  }
}
