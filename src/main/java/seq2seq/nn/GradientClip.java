package seq2seq.nn;

import java.util.List;
import java.util.function.ToDoubleFunction;
import seq2seq.engine.Numbers;
import seq2seq.engine.Tensor;
import seq2seq.engine.kernel.Kernels;
import seq2seq.engine.kernel.Parallel;

/**
 * Clipping by the global norm: if all gradients together are longer than a limit, all are shortened
 * alike. Pascanu, Mikolov and Bengio (2013), algorithm 1.
 */
public final class GradientClip {
  private GradientClip() {}

  /** The length of all gradients taken as one vector: √Σ g², over every parameter. */
  public static double globalNorm(List<Parameter> parameters) {
    double total = sumOfSquares(parameters, g -> Kernels.active().sumOfSquares(g, 0, g.length));
    // A float's square overflows from 2e19 on, and is 0 below 4e-23; a double's is not.
    if (total == 0 || !Double.isFinite(total)) {
      total = sumOfSquares(parameters, GradientClip::sumInDouble);
    }
    return StrictMath.sqrt(total);
  }

  private static double sumOfSquares(List<Parameter> parameters, ToDoubleFunction<float[]> sum) {
    double[] sums = new double[parameters.size()];
    int numbers = (int) Math.min(Integer.MAX_VALUE, Parameter.count(parameters));
    Parallel.rows(
        sums.length,
        1 + numbers / Math.max(1, sums.length),
        (from, to) -> {
          for (int i = from; i < to; i++) {
            Tensor value = parameters.get(i).value();
            if (value.hasGrad()) sums[i] = sum.applyAsDouble(value.liveGrad());
          }
        });
    double total = 0;
    for (double one : sums) total += one;
    return total;
  }

  private static double sumInDouble(float[] g) {
    double sum = 0;
    for (float x : g) sum += (double) x * x;
    return sum;
  }

  /**
   * Multiplies every gradient by limit/norm if the global norm is above the limit; the gradients
   * are mutated.
   *
   * @return the norm before clipping
   * @throws IllegalArgumentException if the limit is not above 0
   */
  public static double byGlobalNorm(List<Parameter> parameters, double limit) {
    if (!(limit > 0)) {
      throw new IllegalArgumentException(
          "clip: the limit of the gradient norm must be above 0; got " + Numbers.show(limit));
    }
    double norm = globalNorm(parameters);
    if (norm > limit) {
      float factor = (float) (limit / norm);
      for (Parameter p : parameters) {
        if (p.value().hasGrad()) {
          shorten(p.value().liveGrad(), factor);
        }
      }
    }
    return norm;
  }

  private static void shorten(float[] g, float factor) {
    Parallel.elements(
        g.length,
        (from, to) -> {
          for (int i = from; i < to; i++) g[i] *= factor;
        });
  }
}
