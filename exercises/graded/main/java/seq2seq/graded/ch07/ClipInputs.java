package seq2seq.graded.ch07;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import seq2seq.engine.Generator;
import seq2seq.engine.Numbers;
import seq2seq.graded.Matrices;

/**
 * Gradients and a limit for the graded test of clipping, with the norms that are told apart there.
 *
 * @param weight (K,H)
 * @param bias (H)
 */
record ClipInputs(double[][] weight, double[] bias, double limit) {

  /** Random gradients, and a limit that is {@code part} of their global norm. */
  static ClipInputs random(int rows, int columns, double part, Generator random) {
    double[][] weight = Matrices.random(rows, columns, 1, random);
    double[] bias = Matrices.random(1, columns, 1, random)[0];
    ClipInputs free = new ClipInputs(weight, bias, 1);
    return free.withLimit(part * free.norm());
  }

  /** The same gradients under another limit. */
  ClipInputs withLimit(double other) {
    return new ClipInputs(weight, bias, other);
  }

  double weightNorm() {
    return norm(Arrays.stream(weight).flatMapToDouble(Arrays::stream));
  }

  double biasNorm() {
    return norm(Arrays.stream(bias));
  }

  /** The global norm. */
  double norm() {
    return norm(DoubleStream.of(weightNorm(), biasNorm()));
  }

  private static double norm(DoubleStream numbers) {
    return StrictMath.sqrt(numbers.map(g -> g * g).sum());
  }

  /** What a gradient is multiplied by, if {@code norm} is its length. */
  double factor(double norm) {
    return norm > limit ? limit / norm : 1;
  }

  /** Every number changed alike. */
  NormClip.Clipped each(DoubleUnaryOperator change) {
    return each(change, change);
  }

  NormClip.Clipped each(DoubleUnaryOperator ofWeight, DoubleUnaryOperator ofBias) {
    double[] changedBias = Arrays.stream(bias).map(ofBias).toArray();
    return new NormClip.Clipped(Matrices.each(weight, ofWeight), changedBias, norm());
  }

  /** As failures name this. */
  String inWords() {
    return "a weight ("
        + weight.length
        + "×"
        + bias.length
        + ") of norm "
        + Numbers.show(weightNorm())
        + ", a bias ("
        + bias.length
        + ") of norm "
        + Numbers.show(biasNorm())
        + " and limit "
        + Numbers.show(limit);
  }
}
